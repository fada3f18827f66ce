"""An address is a link in every output or in none."""

import io
from collections.abc import Callable, Mapping
from dataclasses import fields
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from rdflib.namespace import DCTERMS

from kg.answer import Answer, Citation, Node
from kg.export.graph import Landscape
from kg.export.page import page_of_answer
from kg.export.rdf import rdf_graph
from kg.export.report import Report, Section, write_report
from kg.output import write
from kg.output.cells import web_address

LINKS = [
    "https://news.example/1",
    "HTTP://News.example/1",
    "https://news.example:8080/a_(b)?c=d&e=*f*#g",
    "https://news.example/記事",
    "http://[2001:db8::1]/",
]
NO_LINKS = [
    "",
    "news.example/1",
    "ftp://news.example/1",
    "javascript:alert(1)//https://news.example/1",
    "https://",
    "https:///1",
    "https://?1",
    "see https://news.example/1",
    "https://news.example/1\n",
    "https://news.example/a b",
    "https://news.example/\u3000",
    "https://news.example/\x07",
    "https://news.example/\u202e1",
    "https://news.example/<b>",
    'https://news.example/"onclick="x',
    "https://news.example/|1",
    "https://news.example/{{1}}",
    "https://news.example/\\1",
]
ADDRESSES = pytest.mark.parametrize("address", [*LINKS, *NO_LINKS])


def _answer(address: str) -> Answer:
    one = Node("org:aoba", "Aoba", "Company")
    stated = {"subject": one, "object": one, "text": "A sentence.", "article": "a1", "url": address}
    claim = Citation(**{**dict.fromkeys((field.name for field in fields(Citation)), ""), **stated})
    return Answer("claims", "Claims", ("who",), (("Aoba",),), ((claim,),))


def _in_markdown(address: str, _: Path) -> bool:
    out = io.StringIO()
    write(_answer(address), out, form="md", explain=True)
    return "<a href=" in MarkdownIt("commonmark").render(out.getvalue())


def _on_page(address: str, _: Path) -> bool:
    return page_of_answer(_answer(address)).articles[0]["url"] == address != ""


def _in_report(address: str, folder: Path) -> bool:
    write_report(Report("A", "B", [Section("c", "D", [("claims", _answer(address))])]), folder / "report.html")
    return ">article</a>" in (folder / "report.html").read_text(encoding="utf-8")


def _in_rdf(address: str, _: Path) -> bool:
    graph = rdf_graph(Landscape({}, (), {}, {"a1": {"id": "a1", "url": address}}))
    return address in map(str, graph.objects(predicate=DCTERMS.source))


OUTPUTS: Mapping[str, Callable[[str, Path], bool]] = {
    "markdown": _in_markdown,
    "page": _on_page,
    "report": _in_report,
    "rdf": _in_rdf,
}


@ADDRESSES
def test_address_of_the_web_is_told_from_what_looks_like_one(address: str) -> None:
    assert web_address(address) == (address if address in LINKS else "")


@pytest.mark.parametrize("output", OUTPUTS)
@ADDRESSES
def test_every_output_links_the_same_addresses(address: str, output: str, tmp_path: Path) -> None:
    assert OUTPUTS[output](address, tmp_path) is (address in LINKS)
