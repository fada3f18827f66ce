"""The page in a real browser: it draws, finds, filters and shows evidence, and runs nothing that is data."""

import re
from pathlib import Path

import pytest

from kg.answer import Answer, Citation, Edge, Node
from kg.export.html import write_answer, write_landscape
from tests.export.browser import Seen, opened
from tests.export.hostile import STRINGS, hostile
from tests.export.world import landscape

pytestmark = pytest.mark.browser

INKED = """() => {
  const canvas = document.querySelector("#graph canvas");
  const pixels = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
  return pixels.filter((value, at) => at % 4 === 3 && value > 0).length;
}"""
LIGHTNESS = """() => {
  const parts = getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number);
  return parts.reduce((one, other) => one + other) / 3;
}"""
MARKUP = "() => document.querySelectorAll('img, iframe, link, base, body style, #panel script, b').length"

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
    rows=(("Aoba", "planned"),),
    claims=((SAID,),),
    nodes=(HUB, LAB),
    edges=(
        Edge(HUB, "INVESTED_IN", LAB, "planned", 0.8, 1, 1, evidence=("clm-1",)),
        Edge(LAB, "PARTNERS_WITH", HUB, "known"),
    ),
)


@pytest.fixture(scope="module")
def graph_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "graph.html"
    write_landscape(landscape(), path)
    return path


def assert_quiet(seen: Seen) -> None:
    assert seen.requests == []
    assert seen.messages == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("width", "height"), [(1280, 860), (390, 844)])
def test_page_draws_without_any_request(graph_page: Path, scheme: str, width: int, height: int) -> None:
    with opened(graph_page, width=width, height=height, scheme=scheme) as seen:
        assert "18 entities, 23 relations, 26 claims, 7 articles" in seen.text("header")
        assert seen.run(INKED)
        assert seen.run("() => document.documentElement.scrollWidth <= innerWidth")
        assert_quiet(seen)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("nvidia", "NVIDIA"),
        ("エヌビディア", "NVIDIA"),
        ("英伟达", "NVIDIA"),
        ("輝達", "NVIDIA"),
        ("ｈ１００", "H100"),
        ("gpt4o", "GPT-4o"),
        ("星空研究所", "Hoshizora Labs"),
    ],
)
def test_search_finds_names_in_three_languages(graph_page: Path, words: str, name: str) -> None:
    with opened(graph_page) as seen:
        seen.find(words)
        assert seen.text("#panel h2") == name
        assert_quiet(seen)


def test_search_says_that_it_found_nothing(graph_page: Path) -> None:
    with opened(graph_page) as seen:
        seen.page.fill("#search", "no such name")
        assert "Nothing by that name" in seen.text("#results")


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


def test_a_click_on_a_node_and_on_a_line_opens_it(graph_page: Path) -> None:
    with opened(graph_page) as seen:
        box = seen.page.locator("#graph").bounding_box()
        assert box
        found = set()
        for x in range(int(box["x"]) + 6, int(box["x"] + box["width"]), 24):
            for y in range(int(box["y"]) + 6, int(box["y"] + box["height"]), 24):
                seen.page.mouse.click(x, y)
                if seen.page.locator("#panel h2").count():
                    found.add("line" if seen.page.locator("#panel h2 .name").count() == 2 else "node")
                if found == {"line", "node"}:
                    assert_quiet(seen)
                    return
        pytest.fail(f"clicks found only {found}")


def test_a_relation_shows_rival_claims(graph_page: Path) -> None:
    with opened(graph_page) as seen:
        seen.find("Kitakaze Capital")
        seen.page.locator("#panel .row").first.click()
        assert "Kitakaze Capital invested in Hoshizora Labs" in seen.text("#panel h2")
        assert seen.page.locator("#panel .claim").count() == 2
        assert "contested" in seen.text()


def test_filters_hide_what_they_name(graph_page: Path) -> None:
    with opened(graph_page) as seen:
        before = seen.run(INKED)
        for box in seen.page.locator("#types input").all():
            box.uncheck()
        seen.page.wait_for_timeout(200)
        assert before > 1000
        assert seen.run(INKED) == 0
        for box in seen.page.locator("#types input").all():
            box.check()
        seen.page.locator("#modalities input[value=asserted]").uncheck()
        seen.page.wait_for_timeout(200)
        assert 0 < seen.run(INKED) < before


@pytest.mark.parametrize(("code", "name", "kind"), [("ja", "エヌビディア", "企業"), ("zh", "英伟达", "公司")])
def test_names_follow_the_language(graph_page: Path, code: str, name: str, kind: str) -> None:
    with opened(graph_page) as seen:
        seen.find("NVIDIA")
        seen.page.select_option("#language", code)
        assert seen.text("#panel h2") == name
        assert kind in seen.text("#filters")
        assert seen.run("() => document.documentElement.lang") == code


def test_dark_mode_is_dark(graph_page: Path) -> None:
    with opened(graph_page, scheme="dark") as seen:
        assert seen.run(LIGHTNESS) < 60
        seen.page.emulate_media(color_scheme="light")
        assert seen.run(LIGHTNESS) > 200


def test_the_keyboard_reaches_everything(graph_page: Path) -> None:
    with opened(graph_page) as seen:
        seen.page.keyboard.press("/")
        seen.page.keyboard.type("hua")
        seen.page.keyboard.press("ArrowDown")
        seen.page.keyboard.press("Enter")
        assert seen.text("#panel h2") == "Huawei"
        seen.page.keyboard.press("Tab")
        seen.page.keyboard.press("Tab")
        seen.page.keyboard.press("Enter")
        assert seen.page.locator("#panel h2").inner_text() != ""
        seen.page.keyboard.press("Escape")
        assert "Entities by number of relations" in seen.text()


@pytest.mark.parametrize("guarded", [True, False], ids=["with-policy", "without-policy"])
def test_hostile_text_stays_text(tmp_path: Path, guarded: bool) -> None:
    path = tmp_path / "hostile.html"
    write_landscape(hostile(), path, title=STRINGS[1])
    if not guarded:
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(r"<meta http-equiv=.*?>", "", text, count=1), encoding="utf-8")
    with opened(path) as seen:
        rows = seen.page.locator("#panel .row").count()
        assert rows == len(STRINGS)
        shown = ""
        for number in range(rows):
            seen.page.locator("#panel .row").nth(number).click()
            shown += seen.text()
            seen.page.keyboard.press("Escape")
        assert all(" ".join(text.split()) in " ".join(shown.split()) for text in STRINGS[:20])
        seen.page.fill("#search", "<script>")
        assert seen.page.locator("#results .row").count() > 0
        assert seen.run("() => window.pwned") is None
        assert seen.run("() => document.querySelectorAll('script').length") == 4
        assert seen.run(MARKUP) == 0
        assert seen.page.title() == STRINGS[1]
        assert_quiet(seen)


def test_only_web_addresses_become_links(tmp_path: Path) -> None:
    path = tmp_path / "hostile.html"
    write_landscape(hostile(), path)
    with opened(path) as seen:
        for number in range(len(STRINGS)):
            seen.page.locator("#panel .row").nth(number).click()
            addresses = seen.run("() => [...document.querySelectorAll('#panel a')].map((a) => a.protocol)")
            assert set(addresses) <= {"http:", "https:"}
            seen.page.keyboard.press("Escape")


def test_an_answer_is_a_page_with_its_rows(tmp_path: Path) -> None:
    path = tmp_path / "answer.html"
    write_answer(ANSWER, path)
    with opened(path) as seen:
        assert seen.text("h1") == "Investors in Minato Labs"
        assert "known, no article" in seen.text("#filters")
        seen.page.locator("#panel td .name").click()
        assert "Aoba will put money into Minato Labs." in seen.text()
        assert_quiet(seen)
