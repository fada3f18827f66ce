"""Bad input through the real command line: each line says what and what to do, the rest is kept, the code tells."""

import json
import socket
from dataclasses import replace
from pathlib import Path

import pytest

from kg.config import Settings
from kg.store import open_store
from tests.cli.command import CHINESE, Done, kg
from tests.sources.bad_files import BAD_FILES
from tests.store.dump import dump
from tests.store.records import corpus

OK, REJECTED, USAGE, LOGIN, UNREACHABLE = 0, 1, 2, 4, 5
KEPT = sorted(key for bad in BAD_FILES for key in bad.kept)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Every bad file, one that is too large, and one good article."""
    path = tmp_path / "articles"
    path.mkdir()
    for bad in BAD_FILES:
        bad.write(path)
    with (path / "large.txt").open("wb") as file:
        file.truncate(50_000_000)
    (path / "good.txt").write_bytes(CHINESE[0].read_bytes())
    return path


def told(folder: Path) -> set[str]:
    lines = {f"Rejected: {line}" for bad in BAD_FILES for line in bad.messages(folder / bad.name)}
    return lines | {f"Rejected: {folder}/large.txt: is larger than 20 MB; split it into smaller files"}


def article_ids(store: Settings) -> list[str]:
    with open_store(store) as opened:
        return sorted(row["id"] for row in opened.read("MATCH (a:Article) RETURN a.id AS id"))


def graph(store: Settings) -> str:
    with open_store(store) as opened:
        return dump(opened)


def test_ingest_keeps_the_good_and_names_the_bad_each_time(folder: Path, tmp_path: Path) -> None:
    store = Settings(home=tmp_path / "kg-data")
    inputs = (folder, tmp_path / "nowhere", "http://127.0.0.1:9/", "http://[")
    first, again = kg("ingest", *inputs, store=store), kg("ingest", *inputs, store=store)
    assert (first.code, again.code) == (REJECTED, REJECTED)
    *lines, summary = first.lines
    assert set(lines) >= told(folder) | {f"Rejected: {tmp_path}/nowhere: does not exist; check the path"}
    assert len(lines) == len(told(folder)) + 3
    private = "Rejected: http://127.0.0.1:9/: leads to 127.0.0.1, which is not on the public internet"
    assert f"{private}; save the page as a file" in lines
    assert summary.startswith(f"{1 + len(KEPT)} articles read, ")
    assert summary.endswith(f" 0 already in, {len(lines)} rejected.")
    assert again.lines == [
        *lines,
        f"0 articles read, 0 claims stored, {1 + len(KEPT)} already in, {len(lines)} rejected.",
    ]
    assert article_ids(store) == sorted(["good", *KEPT])


def test_extract_keeps_the_good_and_names_the_bad(folder: Path, tmp_path: Path) -> None:
    articles = tmp_path / "articles.jsonl"
    done = kg("extract", folder, "-o", tmp_path / "claims.jsonl", "--articles", articles)
    assert done.code == REJECTED
    assert set(done.lines[:-1]) == told(folder)
    assert sorted(json.loads(line)["id"] for line in articles.read_text().splitlines()) == sorted(["good", *KEPT])
    assert kg("extract", folder, "-o", tmp_path / "claims.jsonl", "--quiet").lines == done.lines[:-1]


def claims_file(folder: Path) -> Path:
    path = folder / "claims.jsonl"
    path.write_text("".join(json.dumps(claim) + "\n" for claim in corpus()[2]), encoding="utf-8")
    return path


def test_half_written_claims_are_named_and_completed_by_the_whole_file(tmp_path: Path) -> None:
    store, fresh = Settings(home=tmp_path / "kg-data"), Settings(home=tmp_path / "fresh")
    path = claims_file(tmp_path)
    whole = path.read_bytes()
    path.write_bytes(whole[:-40])
    done = kg("load", path, store=store)
    assert done.code == REJECTED
    last = len(corpus()[2])
    assert done.lines == [
        f"Rejected: {path}:{last}: the line is not JSON; the rest was kept; mend the line and load the file again",
        f"4 articles loaded, 0 unchanged, 0 replaced; {last - 1} claims written, 1 records rejected.",
    ]
    path.write_bytes(whole)
    assert [kg("load", path, store=one).code for one in (store, fresh)] == [OK, OK]
    assert graph(store) == graph(fresh)


BAD_LINES = {
    "not JSON": (b"{", "the line is not JSON"),
    "not UTF-8": (b'{"id": "\xff"}', "the line is not UTF-8"),
    "a list": (b"[]", "the line is no JSON object"),
    "no fields": (b"{}", "id is missing"),
    "no article": (json.dumps({**corpus()[2][0], "article": ""}).encode(), "article is missing"),
    "another predicate": (json.dumps({**corpus()[2][0], "predicate": "LIKES"}).encode(), "unknown predicate: 'LIKES'"),
    "zeros": (b"\x00" * 100, "the line is not JSON"),
}


def test_bad_lines_of_claims_are_named_and_the_rest_loaded(tmp_path: Path) -> None:
    store, fresh = Settings(home=tmp_path / "kg-data"), Settings(home=tmp_path / "fresh")
    path = claims_file(tmp_path)
    assert kg("load", path, store=fresh).code == OK
    count = len(corpus()[2])
    done = kg("load", "-", store=store, given=path.read_bytes() + b"\n".join(line for line, _ in BAD_LINES.values()))
    assert done.code == REJECTED
    for number, ((_, reason), line) in enumerate(zip(BAD_LINES.values(), done.lines, strict=False), count + 1):
        assert line.startswith(f"Rejected: -:{number}: {reason}; the rest was kept; ")
    assert done.lines[-1].endswith(f"{count} claims written, {len(BAD_LINES)} records rejected.")
    assert graph(store) == graph(fresh)


COMMANDS = {
    "ingest": ["ingest", CHINESE[0]],
    "load": ["load", "-"],
    "status": ["status"],
    "rebuild": ["rebuild"],
    "query": ["query", "timeline", "NVIDIA"],
    "cypher": ["query", "RETURN 1"],
    "export": ["export", "jsonl"],
}


def one_error(done: Done, *words: str) -> None:
    """The command said one line, of these words, and nothing else."""
    assert done.out == ""
    (line,) = done.lines
    assert line.startswith("Error: ")
    assert all(word in line for word in words), line


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_unreachable_store_is_named(command: list[str]) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        uri = f"bolt://127.0.0.1:{probe.getsockname()[1]}"
        done = kg(*command, store=Settings(uri=uri, user="neo4j", password="x"))
    one_error(done, uri, "is it running?")
    assert done.code == UNREACHABLE


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_wrong_password_is_told(server: Settings, command: list[str]) -> None:
    done = kg(*command, store=replace(server, password="not this one"))
    one_error(done, str(server.uri), "NEO4J_PASSWORD")
    assert done.code == LOGIN


@pytest.fixture(scope="module")
def newer(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A store that a newer version made."""
    found = Settings(home=tmp_path_factory.mktemp("newer") / "kg-data")
    with open_store(found) as store:
        store.load(*corpus())
        store.write("MATCH (m:Meta) SET m.version = 99")
    return found


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_store_of_a_newer_version_is_left_alone(newer: Settings, command: list[str]) -> None:
    done = kg(*command, store=newer)
    one_error(done, str(newer.home), "was made by a newer version", "upgrade")
    assert done.code == UNREACHABLE


@pytest.mark.parametrize("command", ["status", "ingest"])
def test_store_in_a_file_is_named(tmp_path: Path, command: str) -> None:
    (tmp_path / "file").write_text("x")
    done = kg(*COMMANDS[command], store=Settings(home=tmp_path / "file"))
    one_error(done, f"{tmp_path}/file can't be the store's folder")
    assert done.code == UNREACHABLE


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["load", "nowhere.jsonl"], "nowhere.jsonl can't be read: No such file or directory."),
        (["load", "."], ". can't be read: Is a directory."),
        (["ingest"], "Missing argument 'INPUTS...'."),
        (["ingest", ".", "--jobs", "0"], "0 is not in the range 1<=x<=64"),
        (["ingest", ".", "--password", "x"], "No such option"),
        (["nonsense"], "No such command 'nonsense'."),
        (["status", "--uri", "bolt://x", "--home"], "Option '--home' requires an argument."),
    ],
    ids=str,
)
def test_wrong_words_are_told(tmp_path: Path, words: list[str], said: str) -> None:
    done = kg(*words, store=Settings(home=tmp_path / "kg-data"))
    assert done.code == USAGE
    assert said in done.lines[-1]
    assert not any("Traceback" in line for line in done.lines)
