"""A page that a reader gets in the morning: answers by section, each row a click from its sentences, flows drawn."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kg.answer import Answer, Cell, Citation
from kg.export.shell import shell
from kg.export.writing import write_file
from kg.output.cells import cell_text, source_line

_HERE = Path(__file__).parent
_D3 = _HERE.parent / "vendor" / "d3" / "d3-sankey-bundle.min.js"


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
class Section:
    """A heading with answers, each with the command that gives it, and perhaps a flow."""

    id: str
    heading: str
    answers: Sequence[tuple[str, Answer]]
    flow: Flow | None = None


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
    return shell(
        _HERE / "report.html",
        values={
            "title": report.title,
            "lead": report.lead,
            "sections": [_section(section, drawn=section.id in flows) for section in report.sections],
        },
        data={"flows": flows},
        styles=[_HERE / "report.css"],
        libraries=[_D3],
        script=[_HERE / "report.js"],
    )


def _section(section: Section, *, drawn: bool) -> Mapping[str, Any]:
    return {
        "id": section.id,
        "heading": section.heading,
        "flow": drawn,
        "flow_label": section.flow.label if section.flow else "",
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
            "url": claim.url if claim.url.startswith(("http://", "https://")) else "",
        }
        for claim in claims
    ]
