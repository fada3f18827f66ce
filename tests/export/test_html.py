"""The page as bytes."""

import re
from functools import partial
from pathlib import Path

import pytest

from kg.answer import Answer, Edge, Graph, Node
from kg.errors import UsageError
from kg.export.graph import Landscape, Selection
from kg.export.html import write_answer, write_landscape
from kg.export.page import caption, limited, page_of_answer
from kg.query import ask
from kg.store import Store
from tests.export.hostile import hostile
from tests.export.world import landscape as small_world
from tests.export.world import landscape_of, world_data


def _page(given: Landscape, folder: Path, name: str = "page.html") -> str:
    write_landscape(given, folder / name)
    return (folder / name).read_bytes().decode()


def test_the_same_graph_gives_the_same_bytes(library: str, tmp_path: Path) -> None:
    again = landscape_of(world_data(), Selection())
    assert _page(small_world(), tmp_path) == _page(again, tmp_path, "again.html")


def test_the_page_brings_all_it_needs(library: str, tmp_path: Path) -> None:
    page = _page(hostile(), tmp_path)
    assert "default-src 'none'" in page
    markup = re.sub(r"<(script|style)\b.*?</\1>", "", page, flags=re.DOTALL)
    assert not re.search(r"(src|href|action)\s*=", markup)
    assert not re.search(r"@import|url\(", page[page.index("<style") : page.index("</style>")])
    assert "bootstrap" not in page.lower()


@pytest.mark.parametrize("part", ["data", "drawing"])
def test_data_can_t_end_its_script(part: str, tmp_path: Path) -> None:
    page = _page(hostile(), tmp_path)
    data = page.split(f'id="{part}">')[1].split("</script>")[0]
    assert not set(data) & set("<>&\u2028\u2029")
    assert data.isascii()


def test_every_script_and_style_has_the_nonce(library: str, tmp_path: Path) -> None:
    page = _page(hostile(), tmp_path)
    (nonce,) = set(re.findall(r"'nonce-(\w+)'", page))
    assert page.count(f' nonce="{nonce}"') == 3
    assert nonce not in _page(small_world(), tmp_path)


def test_a_limit_is_said_on_the_page(tmp_path: Path) -> None:
    page = _page(landscape_of(world_data(), Selection(limit=2)), tmp_path)
    assert "Showing the 2 best-connected of 18 entities." in page


def test_an_answer_of_many_entities_draws_some_and_says_so() -> None:
    hub, others = Node("org:hub", "Hub", "Company"), [Node(f"org:n{i}", f"N{i}", "Company") for i in range(9)]
    edges = tuple(Edge(hub, "SUPPLIES", other, "known") for other in others)
    page = page_of_answer(Answer("claims", "Many", (), draw=partial(Graph, (hub, *others), edges), notes=("First.",)))
    few = limited(page, 4)
    assert [entity["id"] for entity in few.entities] == ["org:hub", "org:n0", "org:n1", "org:n2"]
    assert len(few.relations) == 3
    assert few.notes == ("First.", "Showing the 4 best-connected of 10 entities.")
    assert limited(page, 10) == page


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("a\u202eb", "ab"),
        ("two\n lines\tand\u2028more", "two lines and more"),
        ("bell\u0007", "bell"),
        ("half \ud800 pair", "half  pair"),
        ("星空研究所 𠮷", "星空研究所 𠮷"),
        ("مرحبا", "مرحبا"),
    ],
)
def test_caption_reads_as_it_is(given: str, shown: str) -> None:
    assert caption(given) == shown


@pytest.mark.parametrize("question", ["claims", "timeline", "chokepoints"])
def test_an_empty_answer_is_a_page_too(question: str, tmp_path: Path) -> None:
    write_answer(Answer(question, "No claims", ("claim",)), tmp_path / "empty.html")
    assert "No claims" in (tmp_path / "empty.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(("question", "values"), [("dependents", {"vendor": "NVIDIA"}), ("timeline", {})])
def test_an_answer_gives_the_same_bytes_in_whatever_order_claims_were_loaded(
    question: str, values: dict[str, str], landscape: Store, backwards: Store, tmp_path: Path
) -> None:
    for name, store in (("one.html", landscape), ("other.html", backwards)):
        write_answer(ask(store, question, values), tmp_path / name)
    page = (tmp_path / "one.html").read_bytes()
    assert page == (tmp_path / "other.html").read_bytes()
    assert set(re.findall(rb"'nonce-(\w+)'", page)) == set(re.findall(rb'<script nonce="(\w+)"', page))


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="nowhere"):
        write_landscape(small_world(), tmp_path / "nowhere" / "page.html")
