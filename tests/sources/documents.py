"""Documents made for tests: files of every kind, and what reading them gives."""

from pathlib import Path

from ingest.sources import Web, read_inputs
from kg.model import Article
from ontology.read import read_yaml

TEXTS: dict[str, str] = read_yaml(Path(__file__).with_name("texts.yaml"))


def read(*inputs: object, limit: int = 1_000_000, web: Web | None = None) -> tuple[list[Article], list[str]]:
    """The articles of inputs, and what was rejected."""
    rejected: list[str] = []
    articles = list(
        read_inputs([str(one) for one in inputs], on_reject=lambda e: rejected.append(str(e)), limit=limit, web=web)
    )
    return articles, rejected


def page(text: str, charset: str = "", lang: str = "en") -> str:
    """A page with a menu, metadata, the text and a footer."""
    meta = f'<meta charset="{charset}">' if charset else ""
    paragraphs = "".join(f"<p>{part}</p>" for part in text.split("\n\n"))
    return (
        f'<!doctype html><html lang="{lang}"><head>{meta}<title>The headline</title>'
        '<meta property="og:site_name" content="Daily Kiln">'
        '<meta property="article:published_time" content="2025-04-03T09:00:00+09:00"></head>'
        f'<body><nav><a href="/">Home</a></nav><main><article><h1>The headline</h1>{paragraphs}</article></main>'
        "<footer>All rights reserved</footer></body></html>"
    )


def pdf(*lines: str) -> bytes:
    """A PDF of one page in Latin letters, with a title and a date."""
    shown = " ".join(f"({line}) Tj T*" for line in lines)
    stream = f"BT /F1 11 Tf 14 TL 60 760 Td {shown} ET".encode("latin-1")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
            b" /Resources << /Font << /F1 5 0 R >> >> >>"
        ),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Title (The headline) /Author (Daily Kiln) /CreationDate (D:20250403090000Z) >>",
    ]
    data, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    tail = b"trailer << /Size %d /Root 1 0 R /Info 6 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(data))
    return data + head + table + tail


def rss(*items: str, title: str = "Daily Kiln") -> str:
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>{title}</title>{"".join(items)}</channel></rss>'


def item(text: str, date: str, link: str) -> str:
    return (
        f"<item><title>The headline</title><link>{link}</link><pubDate>{date}</pubDate>"
        f"<description><![CDATA[<p>{text}</p>]]></description></item>"
    )
