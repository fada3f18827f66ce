"""The graph, or an answer, as one self-contained page with the sentences behind every line."""

from pathlib import Path

from kg.answer import Answer
from kg.export import EVENTS_LIMIT, LAYERS_LIMIT, PICTURE_LIMIT
from kg.export.events import with_events
from kg.export.graph import Landscape
from kg.export.layers import LAYERED, layered
from kg.export.libraries import LAYERS, TIMELINE, Library, library_for
from kg.export.page import Page, limited, page_of_answer, page_of_landscape
from kg.export.shell import shell
from kg.export.writing import write_file

_PARTS = Path(__file__).parent / "page"
_STYLES = ("page.css", "filters.css", "panel.css", "claims.css", "marks.css")
_BEFORE = ("elements.js", "graph.js", "looks.js")
_AFTER = (
    "shown.js",
    "filters.js",
    "ranges.js",
    "pieces.js",
    "claims.js",
    "panel.js",
    "views.js",
    "focus.js",
    "search.js",
    "page.js",
)


def write_landscape(landscape: Landscape, path: Path, title: str = "AI landscape") -> None:
    """Write the graph's page. What a limit left out is said on the page."""
    page = page_of_landscape(landscape, title)
    write_file(path, [_html(page, library_for(len(page.entities)))])


def write_answer(answer: Answer, path: Path) -> None:
    """Write an answer's page: its rows, a drawing of the strongest of it, and the sentences behind them.

    Dependence is drawn in layers, a timeline along time, any other answer as the best-connected of its subgraph.
    """
    page = page_of_answer(answer)
    if answer.question == "timeline":
        write_file(path, [_html(with_events(page, answer, EVENTS_LIMIT), TIMELINE)])
    elif answer.question in LAYERED:
        write_file(path, [_html(layered(page, LAYERS_LIMIT), LAYERS)])
    else:
        page = limited(page, PICTURE_LIMIT)
        write_file(path, [_html(page, library_for(len(page.entities)))])


def _html(page: Page, library: Library) -> str:
    return shell(
        _PARTS / "page.html",
        values={"title": page.title},
        data={
            "data": page.graph(),
            "evidence": page.evidence(),
            "drawing": library.drawing(page),
        },
        styles=[_PARTS / name for name in _STYLES],
        libraries=library.code,
        script=[_PARTS / name for name in (*_BEFORE, *library.scripts, *_AFTER)],
        foreign_styles=library.styles,
    )
