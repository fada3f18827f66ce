"""A page that a reader gets in the morning: answers by section, each row a click from its sentences, and drawings."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal

from kg.answer import Answer, Cell, Citation
from kg.export.events import topics, with_events
from kg.export.layers import layered, layers
from kg.export.libraries import D3, DAGRE
from kg.export.page import Page, page_of_answer
from kg.export.shell import shell
from kg.export.writing import write_file
from kg.output.cells import cell_text, source_line, web_address

_HERE = Path(__file__).parent
_PAGE = _HERE.parent / "page"
_STYLES = (_PAGE / "claims.css", _PAGE / "marks.css", _HERE / "report.css")
_SCRIPT = (
    *(_PAGE / name for name in ("elements.js", "graph.js", "looks.js", "pieces.js", "claims.js")),
    *(_PAGE / name for name in ("marks.js", "layers.js", "axis.js", "timeline.js")),
    *(_HERE / name for name in ("flows.js", "report.js")),
)
_ENTITIES = 40
"""So many are drawn in layers beside other sections of a page."""


@dataclass(frozen=True)
class Flow:
    """What flows from names on the left to names on the right: (from, to, size, words for the size)."""

    label: str
    streams: Sequence[tuple[str, str, float, str]]

    def record(self) -> dict[str, Any]:
        """Nodes and links for d3-sankey; a name on both sides is two nodes, so that nothing goes round in a circle."""
        left = list(dict.fromkeys(source for source, *_ in self.streams))
        right = list(dict.fromkeys(target for _, target, *_ in self.streams))
        links = [
            {"source": left.index(source), "target": len(left) + right.index(target), "value": size, "label": words}
            for source, target, size, words in self.streams
        ]
        return {
            "nodes": [{"name": name} for name in (*left, *right)],
            "links": links,
            "left": len(left),
            "right": len(right),
        }


@dataclass(frozen=True)
class Drawing:
    """An answer drawn as the layers of its dependence, or as a timeline. A page has one of each at most."""

    kind: Literal["layers", "timeline"]
    answer: Answer

    def page(self) -> Page:
        """What it holds."""
        page = page_of_answer(self.answer)
        if self.kind == "layers":
            return layered(page, _ENTITIES)
        return replace(with_events(page, self.answer, len(self.answer.rows)), relations=())

    def record(self, page: Page) -> Mapping[str, Any]:
        """What the page's script draws."""
        return {"kind": self.kind, **(layers(page) if self.kind == "layers" else topics(page))}


@dataclass(frozen=True)
class Section:
    """A heading with answers, each with the command that gives it, and perhaps a flow or a drawing."""

    id: str
    heading: str
    answers: Sequence[tuple[str, Answer]]
    flow: Flow | None = None
    drawing: Drawing | None = None


@dataclass(frozen=True)
class Report:
    """What a page holds."""

    title: str
    lead: str
    sections: Sequence[Section] = field(default_factory=tuple)


def write_report(report: Report, path: Path) -> None:
    """Write the page: self-contained, without any outside request, and with text that is only ever text."""
    write_file(path, [_html(report)])


def _html(report: Report) -> str:
    flows = {s.id: s.flow.record() for s in report.sections if s.flow and s.flow.streams}
    pages = {s.id: s.drawing.page() for s in report.sections if s.drawing}
    page = _together(pages.values())
    return shell(
        _HERE / "report.html",
        values={
            "title": report.title,
            "lead": report.lead,
            "sections": [_section(s, pages.get(s.id), is_flow=s.id in flows) for s in report.sections],
        },
        data={
            "flows": flows,
            "drawings": {s.id: s.drawing.record(pages[s.id]) for s in report.sections if s.drawing},
            "data": page.graph(),
            "evidence": page.evidence(),
        },
        styles=_STYLES,
        libraries=[D3, DAGRE],
        script=_SCRIPT,
    )


def _together(pages: Iterable[Page]) -> Page:
    """All that the drawings hold, on one page: relations and events, the claims behind them, and who those name."""
    found = list(pages)
    relations = [relation for page in found for relation in page.relations]
    events = [event for page in found for event in page.events]
    behind = {claim for drawn in (*relations, *events) for claim in drawn["claims"]}
    claims = {claim["id"]: claim for page in found for claim in page.claims if claim["id"] in behind}
    told = {claim["article"] for claim in claims.values()}
    named = {claim.get(end) for claim in claims.values() for end in ("subject", "object")}
    named |= {entity["id"] for page in found for entity in page.entities}
    entities = {e["id"]: e for page in found for e in (*page.entities, *page.undrawn) if e["id"] in named}
    articles = {article["id"]: article for page in found for article in page.articles if article["id"] in told}
    return Page(
        title="",
        notes=(),
        entities=tuple(entities.values()),
        relations=tuple(relations),
        claims=tuple(claims.values()),
        articles=tuple(articles.values()),
        events=tuple(events),
    )


def _section(section: Section, page: Page | None, *, is_flow: bool) -> Mapping[str, Any]:
    return {
        "id": section.id,
        "heading": section.heading,
        "flow": is_flow,
        "flow_label": section.flow.label if section.flow else "",
        "drawing": bool(page and page.entities),
        "drawing_notes": page.notes if page else (),
        "answers": [_answer(command, answer) for command, answer in section.answers],
    }


def _answer(command: str, answer: Answer) -> Mapping[str, Any]:
    rows = zip(answer.rows, answer.claims, strict=True)
    return {
        "title": answer.title,
        "columns": answer.columns,
        "rows": [{"cells": _cells(row), "claims": _claims(claims)} for row, claims in rows],
        "notes": answer.notes,
        "command": f"kg query {command}",
    }


def _cells(row: Iterable[Cell]) -> list[Mapping[str, Any]]:
    return [{"text": cell_text(cell), "number": isinstance(cell, int | float)} for cell in row]


def _claims(claims: Iterable[Citation]) -> list[Mapping[str, str]]:
    return [
        {
            "text": claim.text,
            "lang": claim.lang or "en",
            "source": source_line(claim).removesuffix(f" · {claim.url}"),
            "url": web_address(claim.url),
        }
        for claim in claims
    ]
