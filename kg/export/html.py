"""The graph, or an answer, as one self-contained page with the sentences behind every line."""

from pathlib import Path

from kg.answer import Answer
from kg.export import PICTURE_LIMIT
from kg.export.graph import Landscape
from kg.export.libraries import library_for
from kg.export.page import Page, limited, page_of_answer, page_of_landscape
from kg.export.picture import picture
from kg.export.shell import shell
from kg.export.writing import write_file

_PARTS = Path(__file__).parent / "page"
_STYLES = ("page.css", "filters.css", "panel.css")
_BEFORE = ("elements.js", "graph.js", "looks.js", "captions.js")
_AFTER = (
    "shown.js",
    "filters.js",
    "ranges.js",
    "claims.js",
    "panel.js",
    "views.js",
    "focus.js",
    "search.js",
    "page.js",
)


def write_landscape(landscape: Landscape, path: Path, title: str = "AI landscape") -> None:
    """Write the graph's page. What a limit left out is said on the page."""
    write_file(path, [_html(page_of_landscape(landscape, title))])


def write_answer(answer: Answer, path: Path) -> None:
    """Write an answer's page: its rows, the best-connected of its subgraph, and the sentences behind them."""
    write_file(path, [_html(limited(page_of_answer(answer), PICTURE_LIMIT))])


def _html(page: Page) -> str:
    library = library_for(len(page.entities))
    return shell(
        _PARTS / "page.html",
        values={"title": page.title},
        data={
            "data": page.graph(),
            "evidence": page.evidence(),
            "drawing": library.drawing(picture(page)),
        },
        styles=[_PARTS / name for name in _STYLES],
        libraries=[library.code],
        script=[_PARTS / name for name in (*_BEFORE, library.script, *_AFTER)],
        foreign_styles=library.styles,
    )
