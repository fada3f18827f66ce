"""Evidence on the page: claims, sentences and sources behind an entity, a link, and a row of an answer."""

from functools import partial
from pathlib import Path

import pytest

from kg.answer import Answer, Citation, Edge, Graph, Node
from kg.export.html import write_answer
from tests.export.browser import DRAWN, Seen, opened

pytestmark = pytest.mark.browser

HUB = Node("org:aoba", "Aoba", "Company")
LAB = Node("org:minato-labs", "Minato Labs", "Lab")
SAID = Citation(
    id="clm-1", subject=HUB, predicate="INVESTED_IN", object=LAB, value="", modality="planned", confidence=0.8,
    said="2025-01-01", date="", speaker="Aoba", origin=None, left=False, round="", role="", kind="", money=None,
    text="Aoba will put money into Minato Labs.", sentence=0, start=0, end=37, article="a", title="Money for Minato",
    publisher="Wire", url="https://wire.example/a", lang="en",
)  # fmt: skip
ANSWER = Answer(
    question="investors",
    title="Investors in Minato Labs",
    columns=("investor", "status"),
    rows=(("Aoba", "planned"),) * 120,
    claims=((SAID,),) * 120,
    draw=partial(
        Graph,
        (HUB, LAB),
        (
            Edge(HUB, "INVESTED_IN", LAB, "planned", 0.8, 1, 1, evidence=("clm-1",)),
            Edge(LAB, "PARTNERS_WITH", HUB, "known"),
        ),
    ),
)
PLACES = f"""([least, most]) => {{
  const canvas = document.querySelector("#graph canvas");
  const data = ({DRAWN})();
  const box = canvas.getBoundingClientRect();
  const found = [];
  for (let at = 0; at < data.length; at += 4) {{
    if (data[at + 3] < least || data[at + 3] > most) continue;
    const x = (at / 4) % canvas.width, y = Math.floor(at / 4 / canvas.width);
    found.push([box.x + (x * box.width) / canvas.width, box.y + (y * box.height) / canvas.height]);
  }}
  return found.filter((_, index) => index % Math.ceil(found.length / 60) === 0);
}}"""


def opens(seen: Seen, opacity: tuple[int, int], names: int) -> bool:
    """Whether a click on some pixel of that opacity opens what has so many names in its heading."""
    seen.page.wait_for_timeout(1000)
    for x, y in seen.page.evaluate(PLACES, list(opacity)):
        seen.page.mouse.click(x, y)
        seen.count()
        if seen.page.locator("#panel .back").count() and seen.page.locator("#panel h2 .name").count() == names:
            return True
        seen.page.keyboard.press("Escape")
    return False


def test_a_click_on_a_dot_opens_an_entity(graph_page: Path) -> None:
    with opened(graph_page) as seen:
        assert opens(seen, (255, 255), names=0)
        assert seen.page.locator("#panel .claim blockquote").count()
        assert seen.quiet()


def test_a_click_on_a_line_opens_its_claims(graph_page: Path) -> None:
    with opened(graph_page) as seen:
        assert opens(seen, (150, 200), names=2)
        assert seen.page.locator("#panel .claim blockquote").count()
        assert seen.page.locator("#panel .claim .source").count()
        assert seen.quiet()


def test_an_entity_shows_its_claims_with_their_sources(graph_page: Path) -> None:
    with opened(graph_page) as seen:
        seen.find("Hoshizora Labs")
        panel = seen.text()
        assert "星空研究所は30億円を調達した。" in panel
        for words in ("Series A", "Mio Tachibana", "2025-02-05", "0.70", "denied", "rumoured"):
            assert words in panel
        link = seen.page.locator("#panel a", has_text="星空研究所、新モデルを公開").first
        assert link.get_attribute("href") == "https://news.example/hoshizora"
        assert "noopener" in (link.get_attribute("rel") or "")


def test_a_link_shows_rival_claims(graph_page: Path) -> None:
    with opened(graph_page) as seen:
        seen.find("Kitakaze Capital")
        seen.page.locator("#panel .row").first.click()
        assert "Kitakaze Capital invested in Hoshizora Labs" in seen.text("#panel h2")
        assert seen.page.locator("#panel .claim").count() == 2
        assert "contested" in seen.text()


def test_an_answer_is_a_page_with_its_rows(library: str, tmp_path: Path) -> None:
    path = tmp_path / f"{library}.html"
    write_answer(ANSWER, path)
    with opened(path) as seen:
        assert seen.text("h1") == "Investors in Minato Labs"
        assert "known, no article" in seen.text("#filters")
        assert seen.page.locator("#dates").is_hidden()
        assert seen.page.locator("#panel tbody tr").count() == 101
        seen.page.get_by_role("button", name="20 more").click()
        assert seen.page.locator("#panel tbody tr").count() == 120
        seen.page.locator("#panel td .name").first.click()
        assert "Aoba will put money into Minato Labs." in seen.text()
        assert seen.quiet()


def test_an_answer_is_searched_in_three_languages(tmp_path: Path) -> None:
    path = tmp_path / "answer.html"
    maker = Node("org:nvidia", "NVIDIA", "Company")
    edge = Edge(maker, "INVESTED_IN", HUB, "known")
    write_answer(Answer("claims", "NVIDIA", (), draw=partial(Graph, (maker, HUB), (edge,))), path)
    with opened(path) as seen:
        seen.find("英伟达")
        assert seen.text("#panel h2") == "NVIDIA"
        seen.page.select_option("#language", "ja")
        assert seen.text("#panel h2") == "エヌビディア"


def test_an_answer_that_draws_nothing_says_so(tmp_path: Path) -> None:
    path = tmp_path / "empty.html"
    write_answer(Answer("claims", "No claims", ("claim",)), path)
    with opened(path, ready="#panel .soft") as seen:
        assert "Nothing to draw" in seen.text()
        assert seen.quiet()
