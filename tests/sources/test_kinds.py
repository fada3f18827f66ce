"""Every kind of document, read into articles."""

import json
from pathlib import Path

import pytest

from ingest.language import identify
from tests.sources.documents import TEXTS, item, page, pdf, read, rss

EN = TEXTS["en"]
RFC = "Thu, 03 Apr 2025 09:00:00 +0900"


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


@pytest.mark.parametrize("lang", TEXTS)
def test_text_is_the_article_in_its_language(tmp_path: Path, lang: str) -> None:
    (article,), rejected = read(write(tmp_path, "story.txt", TEXTS[lang]))
    assert rejected == []
    assert (article.id, article.lang, article.text) == ("story", lang[:2], TEXTS[lang])


def test_short_first_line_is_the_title(tmp_path: Path) -> None:
    (article,), _ = read(write(tmp_path, "story.txt", f"A new centre in Lisbon\n\n{EN}"))
    assert article.title == "A new centre in Lisbon"
    assert article.text.startswith(article.title)


@pytest.mark.parametrize("ends", ["\r\n", "\r"])
def test_line_ends_and_marks_change_no_article(tmp_path: Path, ends: str) -> None:
    (plain,), _ = read(write(tmp_path, "story.txt", EN))
    (other,), _ = read(write(tmp_path, "story.txt", "\ufeff" + EN.replace("\n", ends) + ends * 2))
    assert other == plain


FRONT = """---
title: The headline
date: 2025-04-03
publisher: Daily Kiln
url: https://kiln.example/1
lang: en
---
"""


def test_markdown_front_matter_fills_the_fields(tmp_path: Path) -> None:
    (article,), rejected = read(write(tmp_path, "story.md", FRONT + EN))
    assert rejected == []
    assert (article.title, article.published, article.publisher) == ("The headline", "2025-04-03", "Daily Kiln")
    assert (article.url, article.text) == ("https://kiln.example/1", EN)


def test_markdown_without_front_matter_takes_its_heading_and_loses_its_marks(tmp_path: Path) -> None:
    marked = EN.replace("Quillon Systems", "**[Quillon Systems](https://q.example)**").replace("\n\n", "\n\n- ")
    (article,), _ = read(write(tmp_path, "story.md", f"# The headline\n\n{marked}"))
    assert article.title == "The headline"
    assert article.text == f"The headline\n\n{EN}"


CHARSETS = [
    ("en", "utf-8"), ("en", "windows-1252"), ("ja", "shift_jis"), ("ja", "euc-jp"), ("ja", "iso-2022-jp"),
    ("zh", "gb18030"), ("zh", "gb2312"), ("zh-Hant", "big5"), ("ja", "utf-16"), ("zh", "utf-16"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "charset"), CHARSETS, ids="-".join)
def test_page_in_its_charset_gives_main_text_and_metadata(tmp_path: Path, lang: str, charset: str) -> None:
    html = page(TEXTS[lang], charset, lang).encode(charset)
    (article,), rejected = read(write(tmp_path, "story.html", html))
    assert rejected == []
    assert all(part in article.text for part in TEXTS[lang].split("\n\n"))
    assert "rights reserved" not in article.text
    assert (article.title, article.publisher, article.published) == ("The headline", "Daily Kiln", "2025-04-03")
    assert article.lang == lang[:2]


@pytest.mark.parametrize(
    ("lang", "charset"),
    [("ja", "shift_jis"), ("ja", "euc-jp"), ("zh", "gb18030"), ("zh-Hant", "big5"), ("ja", "utf-16")],
)
def test_text_in_an_undeclared_charset_is_read(tmp_path: Path, lang: str, charset: str) -> None:
    (article,), rejected = read(write(tmp_path, "story.txt", TEXTS[lang].encode(charset)))
    assert rejected == []
    assert article.text == TEXTS[lang]


def test_pdf_gives_paragraphs_title_and_date(tmp_path: Path) -> None:
    lines = ("Quillon Systems opened a research centre in Lisbon on Monday. The com-", "pany builds accelerators.")
    (article,), rejected = read(write(tmp_path, "story.pdf", pdf(*lines)))
    assert rejected == []
    assert article.text == (
        "Quillon Systems opened a research centre in Lisbon on Monday. The company builds accelerators."
    )
    assert (article.title, article.publisher, article.published) == ("The headline", "Daily Kiln", "2025-04-03")


RECORDS = [
    {"id": "one", "text": EN, "published": "2025-04-03", "title": "The headline", "publisher": "Daily Kiln"},
    {"text": TEXTS["ja"]},
    {"id": 3, "text": TEXTS["zh"], "lang": "zh"},
]
JSONS = {
    "list.json": json.dumps(RECORDS),
    "pretty.json": json.dumps(RECORDS, indent=1, ensure_ascii=False),
    "lines.jsonl": "\n".join(map(json.dumps, RECORDS)),
    "lines.json": "\n\n".join(map(json.dumps, RECORDS)) + "\n",
    "no-extension": "\n".join(map(json.dumps, RECORDS)),
}


@pytest.mark.parametrize("name", JSONS)
def test_records_are_articles(tmp_path: Path, name: str) -> None:
    articles, rejected = read(write(tmp_path, name, JSONS[name]))
    assert rejected == []
    assert [article.lang for article in articles] == ["en", "ja", "zh"]
    assert [articles[0].id, articles[2].id] == ["one", "3"]
    assert articles[1].id.startswith(Path(name).stem + "-")
    assert (articles[0].published, articles[0].title) == ("2025-04-03", "The headline")


ATOM = f"""<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>Daily Kiln</title><id>urn:x</id>
<entry><title>The headline</title><id>urn:x:1</id><link href="https://kiln.example/1"/>
<updated>2025-04-03T09:00:00+09:00</updated><content type="html">&lt;p&gt;{EN}&lt;/p&gt;</content></entry></feed>"""
FEEDS = {"feed.rss": rss(item(EN, RFC, "https://kiln.example/1")), "feed.xml": ATOM, "feed.atom": ATOM}


@pytest.mark.parametrize("name", FEEDS)
def test_feed_entries_are_articles(tmp_path: Path, name: str) -> None:
    (article,), rejected = read(write(tmp_path, name, FEEDS[name]))
    assert rejected == []
    assert (article.title, article.publisher, article.published) == ("The headline", "Daily Kiln", "2025-04-03")
    assert (article.url, article.text, article.lang) == ("https://kiln.example/1", EN, "en")


def test_feed_entry_keeps_its_id_when_others_come_before_it(tmp_path: Path) -> None:
    one, other = (item(EN + end, RFC, f"https://kiln.example/{end}") for end in ("", " It grows."))
    ((before,), _), ((_, after), _) = (
        read(write(tmp_path, "feed.rss", rss(*items))) for items in ((one,), (other, one))
    )
    assert before == after


def test_feed_with_a_broken_date_keeps_the_entry_without_it(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path = write(tmp_path, "feed.rss", rss(item(EN, "the 99th of Nevember", "https://kiln.example/1")))
    (article,), rejected = read(path)
    assert (article.published, rejected) == ("", [])
    assert f"{path} entry 1: its date 'the 99th of Nevember' can't be read; it is kept without a date" in caplog.text


def test_folder_of_everything_is_read_in_order(tmp_path: Path) -> None:
    write(tmp_path, "b/story.txt", TEXTS["ja"])
    write(tmp_path, "a.md", FRONT + EN)
    write(tmp_path, "b/again.txt", TEXTS["ja"] + "\n")
    write(tmp_path, "c/story.txt", TEXTS["zh"])
    write(tmp_path, "d.rss", FEEDS["feed.rss"])
    write(tmp_path, ".hidden/x.txt", EN)
    write(tmp_path, "b/.DS_Store", b"\x00")
    articles, rejected = read(tmp_path)
    assert rejected == []
    ids = [article.id for article in articles]
    assert ids[:4] == ["a", "d-" + ids[1][2:], "again", "story"]
    assert ids[4].startswith("story-")
    assert [identify(article.text) for article in articles] == [article.lang for article in articles]
    assert read(tmp_path)[0] == articles
