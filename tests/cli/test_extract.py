"""`kg extract`: the same bytes over one process or several; what fails ends nothing else."""

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from ingest.parallel import extract_all
from kg.errors import KGError, SourceError
from kg.model import Article
from tests.cli.command import CHINESE, ROOT, kg

TEXT = "青岚计算向北辰芯片采购了两千块加速器。"
NAMES = ("claims", "mentions", "articles")


def extracted(folder: Path, *words: object) -> dict[str, bytes]:
    claims, mentions, articles = (folder / f"{name}.jsonl" for name in NAMES)
    done = kg("extract", *words, "-o", claims, "--mentions", mentions, "--articles", articles)
    assert done.code == 0, done.lines
    assert sorted(path.name for path in folder.iterdir()) == sorted(f"{name}.jsonl" for name in NAMES)
    return {path.name: path.read_bytes() for path in (claims, mentions, articles)}


def test_extract_over_processes_gives_the_same_bytes(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    one.mkdir()
    two.mkdir()
    files = [*CHINESE, ROOT / "examples" / "articles" / "en-export-controls.txt"]
    alone = extracted(one, *files)
    assert all(alone.values())
    assert extracted(two, *files, "--jobs", 2) == alone


@pytest.mark.parametrize("jobs", [1, 2])
def test_article_that_extraction_fails_on_is_rejected_and_the_rest_kept(jobs: int) -> None:
    """No text is known to make it fail; a language that it does not have stands for one."""
    articles = [Article(name, TEXT, lang) for name, lang in (("a", "zh"), ("b", "tlh"), ("c", "zh"))]  # type: ignore[arg-type]
    rejected: list[SourceError] = []
    found = [one.article.id for one in extract_all(articles, jobs, on_reject=rejected.append)]
    assert found == ["a", "c"]
    (error,) = map(str, rejected)
    assert error.startswith("article b: extraction failed in ")
    assert error.endswith("; report it with the article's text")


def test_process_that_dies_ends_the_run_with_a_word() -> None:
    articles = (Article(f"a{number}", TEXT, "zh") for number in range(1000))
    extractions = extract_all(articles, 2, on_reject=lambda error: pytest.fail(str(error)))
    next(extractions)
    os.kill(multiprocessing.active_children()[0].pid or 0, signal.SIGKILL)
    with pytest.raises(KGError, match="fewer --jobs"):
        list(extractions)


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks for processes in /proc")
def test_processes_end_with_a_run_that_is_killed(tmp_path: Path) -> None:
    # The run waits for more on its standard input while its processes wait for articles.
    mark = str(tmp_path / "claims.jsonl")
    command = [sys.executable, "-m", "kg", "extract", *CHINESE, "-", "--jobs", "2", "-o", mark]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stderr=subprocess.DEVNULL) as run:
        until(lambda: len(children(run.pid)) >= 2)
        started = children(run.pid)
        run.kill()
    until(lambda: not any(Path(f"/proc/{pid}").exists() for pid in started))


def children(parent: int) -> list[int]:
    found = Path(f"/proc/{parent}/task/{parent}/children").read_text(encoding="ascii")
    return [int(pid) for pid in found.split()]


def until(holds) -> None:
    deadline = time.monotonic() + 30
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.05)


@pytest.mark.parametrize("name", ["nowhere/claims.jsonl", "."])
@pytest.mark.parametrize("option", ["--output", "--mentions", "--articles"])
def test_output_that_cannot_be_written_is_named_at_once(tmp_path: Path, name: str, option: str) -> None:
    done = kg("extract", CHINESE[0], option, tmp_path / name)
    assert done.code == 2
    assert done.lines[-1].startswith(f"Error: {tmp_path / name} can't be written: ")
    assert list(tmp_path.iterdir()) == []


def test_claims_go_to_stdout_and_the_summary_to_stderr() -> None:
    done = kg("extract", CHINESE[0])
    assert done.out.startswith('{"article": ')
    assert done.lines == [f"1 articles, {len(done.out.splitlines())} claims, 0 rejected."]
    assert kg("extract", CHINESE[0], "--quiet").lines == []


def test_reader_that_has_enough_is_no_error() -> None:
    command = f"{sys.executable} -m kg extract {CHINESE[0]} --quiet | head -c 10"
    done = subprocess.run(["sh", "-c", command], cwd=ROOT, capture_output=True, check=False)
    assert (done.stdout, done.stderr) == (b'{"article"', b"")
