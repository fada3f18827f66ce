"""What can't be read is named in one line, and the rest is kept."""

import io
import sys
from pathlib import Path

import pytest

from tests.sources.bad_files import BAD_FILES, BadFile
from tests.sources.documents import TEXTS, read


@pytest.mark.parametrize("bad", BAD_FILES, ids=lambda bad: bad.name)
def test_bad_file_is_named_with_reason_and_remedy(tmp_path: Path, bad: BadFile) -> None:
    path = bad.write(tmp_path)
    articles, rejected = read(path)
    assert rejected == bad.messages(path)
    assert tuple(article.id for article in articles) == bad.kept
    assert not any("\n" in line for line in rejected)


def test_missing_path_is_named(tmp_path: Path) -> None:
    assert read(tmp_path / "nowhere") == ([], [f"{tmp_path}/nowhere: does not exist; check the path"])


def test_large_file_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    assert read(path, limit=20_000_000) == ([], [f"{path}: is larger than 20 MB; split it into smaller files"])


def test_large_stream_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"x" * 2000)))
    assert read("-", limit=1000)[1] == ["standard input: is larger than 0.001 MB; split it into smaller files"]


def test_stream_is_an_article(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXTS["ja"].encode())))
    (article,), rejected = read("-")
    assert (article.text, article.id[:6], rejected) == (TEXTS["ja"], "stdin-", [])


def test_folder_with_bad_files_keeps_the_good_ones(tmp_path: Path) -> None:
    for bad in BAD_FILES:
        bad.write(tmp_path)
    for lang, text in TEXTS.items():
        (tmp_path / f"good-{lang}.txt").write_text(text, encoding="utf-8")
    articles, rejected = read(tmp_path)
    assert len(rejected) == sum(len(bad.said) for bad in BAD_FILES)
    assert {a.text for a in articles if a.id.startswith("good")} == set(TEXTS.values())
