"""Answers drawn in layers and along time, in a real browser: every mark is a click or a key away from its sentences."""

from pathlib import Path

import pytest

from kg.config import Settings
from kg.export.html import write_answer
from kg.query import ask, lens
from kg.store import Store, open_store
from tests.export.browser import Seen, opened
from tests.export.hostile import STRINGS, hostile_data
from tests.export.world import world

pytestmark = pytest.mark.browser

ASKED = {
    "layers": ("dependents", {"vendor": "NVIDIA"}),
    "timeline": ("timeline", {"who": "Lantern AI"}),
}
HOSTILE = {"layers": ("chokepoints", {"top": 40}), "timeline": ("timeline", {})}
READY = "#graph .mark"
COVERED = """(selector) => {
  const boxes = [...document.querySelectorAll(selector)].map((one) => one.getBoundingClientRect());
  const meet = (one, other, low, high) => one[low] < other[high] - 1 && other[low] < one[high] - 1;
  const cover = (one, other) => meet(one, other, "left", "right") && meet(one, other, "top", "bottom");
  return boxes.flatMap((one, at) => boxes.slice(at + 1).filter((other) => cover(one, other))).length;
}"""
"""How many pairs of a selector's boxes cover each other."""
MARKUP = (
    "() => document.querySelectorAll('img, iframe, link, base, body style, #graph script, #panel script, b').length"
)
LIGHTNESS = """() => {
  const of = (color) => color.match(/[\\d.]+/g).slice(0, 3).map(Number).reduce((one, other) => one + other) / 3;
  const text = document.querySelector("#graph .mark text");
  return [of(getComputedStyle(document.body).backgroundColor), of(getComputedStyle(text).fill)];
}"""
LOOKS = {
    "layers": "() => [...document.querySelectorAll('#graph .line')].map((one) => one.getAttribute('stroke-dasharray'))",
    "timeline": """() => [...document.querySelectorAll('#modalities path')].map(
      (one) => one.getAttribute('d') + (one.style.fill === one.style.stroke))""",
}
"""What tells marks apart beside their colour: dashes, or a shape and whether it is filled."""


@pytest.fixture(params=ASKED)
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def picture(kind: str, landscape: Store, tmp_path: Path) -> Path:
    """The page of an answer over the small world, with rumours and denials."""
    name, values = ASKED[kind]
    path = tmp_path / f"{kind}.html"
    write_answer(ask(landscape, name, values, through=lens(("rumoured", "denied"))), path)
    return path


def choose(seen: Seen, words: str) -> None:
    seen.page.locator(f"#graph .mark[aria-label*='{words}']").first.dispatch_event("click")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("width", "height"), [(1280, 860), (390, 844)])
def test_picture_draws_without_any_request(picture: Path, scheme: str, width: int, height: int) -> None:
    with opened(picture, width=width, height=height, scheme=scheme, ready=READY) as seen:
        assert seen.page.locator("#graph .mark").count() > 8
        assert seen.run("() => document.documentElement.scrollWidth <= innerWidth")
        assert seen.page.locator("#graph svg.drawn").get_attribute("aria-label")
        assert seen.quiet()


def test_no_name_covers_another(picture: Path, kind: str) -> None:
    with opened(picture, ready=READY) as seen:
        assert seen.page.evaluate(COVERED, {"layers": "#graph .box", "timeline": "#graph .aim"}[kind]) == 0
        outside = "() => [...document.querySelectorAll('#graph text')].filter((one) => one.getBBox().x < -1).length"
        assert seen.run(outside) == 0


def test_dark_mode_is_dark_and_follows_the_system(picture: Path) -> None:
    with opened(picture, scheme="dark", ready=READY) as seen:
        paper, ink = seen.run(LIGHTNESS)
        assert (paper < 60, ink > 140) == (True, True)
        seen.page.emulate_media(color_scheme="light")
        paper, ink = seen.run(LIGHTNESS)
        assert (paper > 200, ink < 120) == (True, True)
        assert seen.quiet()


def test_status_is_told_by_more_than_colour(picture: Path, kind: str) -> None:
    with opened(picture, ready=READY) as seen:
        statuses = seen.page.locator("#modalities input").count()
        assert len(set(seen.run(LOOKS[kind]))) == statuses
        assert statuses >= 3


@pytest.mark.parametrize(
    ("name", "words", "sentence"),
    [
        ("layers", "Lantern AI uses hardware of NVIDIA", "Lantern AI uses hardware of NVIDIA (wire-1, 1)."),
        ("layers", "Driftwood-1 trained on H100", "Driftwood-1 trained on H100 (minato-1"),
        ("timeline", "Tom Berg moved", "Tom Berg moved to Quill Robotics (wire-1"),
        ("timeline", "Lantern AI raised USD 120 million", "2 claims"),
    ],
)
def test_a_click_on_a_mark_opens_its_sentences(
    landscape: Store, tmp_path: Path, name: str, words: str, sentence: str
) -> None:
    question, values = ASKED[name]
    write_answer(ask(landscape, question, values), tmp_path / "page.html")
    with opened(tmp_path / "page.html", ready=READY) as seen:
        choose(seen, words)
        assert sentence in seen.text()
        assert seen.page.locator("#graph .lit").count()
        assert seen.page.locator("#graph .faded").count()
        seen.page.keyboard.press("Escape")
        assert not seen.page.locator("#graph .faded").count()
        assert seen.quiet()


def test_a_pointer_on_a_line_opens_its_sentences(landscape: Store, tmp_path: Path) -> None:
    write_answer(ask(landscape, "dependents", {"vendor": "NVIDIA"}), tmp_path / "page.html")
    with opened(tmp_path / "page.html", ready=READY) as seen:
        x, y = seen.run("""() => {
          const hit = document.querySelector("#graph .mark[aria-label^='Lantern AI uses'] .hit");
          const spot = hit.getPointAtLength(hit.getTotalLength() / 2);
          const at = new DOMPoint(spot.x, spot.y).matrixTransform(hit.getScreenCTM());
          return [at.x, at.y];
        }""")
        seen.page.mouse.click(x, y + 2)
        assert seen.text("#panel h2") == "Lantern AI uses hardware of NVIDIA"


def test_the_keyboard_goes_from_mark_to_mark(picture: Path) -> None:
    with opened(picture, ready=READY) as seen:
        press = seen.page.keyboard.press
        seen.page.locator("#graph").focus()
        press("Tab")
        first = seen.run("() => document.activeElement.getAttribute('aria-label')")
        press("ArrowRight")
        second = seen.run("() => document.activeElement.getAttribute('aria-label')")
        assert first
        assert second not in {None, first}
        assert seen.page.locator("#graph .mark[tabindex='0']").count() == 1
        press("End")
        press("ArrowRight")
        assert seen.run("() => document.activeElement.getAttribute('aria-label')") == first
        press("Enter")
        assert seen.page.locator("#panel .back").count() == 1
        assert seen.page.locator("#panel .claim blockquote").count()
        press("Escape")
        assert seen.page.locator("#panel .back").count() == 0
        assert seen.quiet()


def test_filters_take_marks_away(picture: Path) -> None:
    with opened(picture, ready=READY) as seen:
        before = seen.page.locator("#graph .mark:not(.gone)").count()
        seen.page.locator("#modalities input[value=planned]").uncheck()
        seen.count()
        assert seen.page.locator("#graph .mark:not(.gone)").count() < before
        seen.page.locator("#clear").click()
        seen.count()
        assert seen.page.locator("#graph .mark:not(.gone)").count() == before


def test_keys_and_buttons_zoom_and_move(picture: Path) -> None:
    with opened(picture, ready=READY) as seen:
        width = "() => document.querySelector('#graph svg').getBoundingClientRect().width"
        before = seen.run(width)
        seen.page.locator("#graph").focus()
        for _ in range(3):
            seen.page.keyboard.press("+")
        assert seen.run(width) > before * 1.5
        seen.page.keyboard.press("ArrowRight")
        assert seen.run("() => document.querySelector('#graph').scrollLeft") > 0
        seen.page.locator("#zoom-fit").click()
        assert seen.run(width) == pytest.approx(before)


@pytest.mark.parametrize(
    ("name", "code", "words"),
    [("layers", "ja", "半導体"), ("layers", "zh", "使用方"), ("timeline", "ja", "資金"), ("timeline", "zh", "供应")],
)
def test_headings_follow_the_language(landscape: Store, tmp_path: Path, name: str, code: str, words: str) -> None:
    question, values = ASKED[name]
    write_answer(ask(landscape, question, values), tmp_path / "page.html")
    with opened(tmp_path / "page.html", ready=READY) as seen:
        seen.page.select_option("#language", code)
        assert words in seen.page.locator("#graph .heading").all_text_contents()
        japanese = "() => getComputedStyle(document.querySelector('#graph text:lang(ja)') ?? document.body).fontFamily"
        assert "JP" in seen.run(japanese) if code == "ja" else seen.quiet()


def test_time_is_as_precise_as_told_and_no_date_stands_apart(tmp_path: Path) -> None:
    data = hostile_data()
    dates = ["2025-Q4", "2025-11", "2026", "2025-12-24", "soon"]
    data["claims"] = data["claims"][: len(dates)]
    for claim, date in zip(data["claims"], dates, strict=True):
        data["articles"][claim["article"]] = {"lang": "en", "title": date, "published": None}
        claim["of"][0][-1]["date"] = date
    with open_store(Settings(home=tmp_path / "kg")) as store:
        world(data).load(store)
        write_answer(ask(store, "timeline"), tmp_path / "page.html")
    with opened(tmp_path / "page.html", ready=READY) as seen:
        place = "(one) => one.querySelector('path').getBoundingClientRect()"
        spots = {date: seen.page.locator(f"#graph .mark[aria-label^='{date}:']").evaluate(place) for date in dates}
        assert spots["2025-Q4"]["x"] < spots["2025-11"]["x"] < spots["2025-12-24"]["x"] < spots["2026"]["x"]
        assert spots["soon"]["y"] > max(spots[date]["y"] for date in dates[:4])
        assert seen.quiet()


@pytest.mark.parametrize("guarded", [True, False], ids=["with-policy", "without-policy"])
def test_hostile_text_stays_text(kind: str, tmp_path: Path, guarded: bool) -> None:
    name, values = HOSTILE[kind]
    path = tmp_path / "page.html"
    with open_store(Settings(home=tmp_path / "kg")) as store:
        world(hostile_data()).load(store)
        write_answer(ask(store, name, values), path)
    if not guarded:
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace('http-equiv="Content-Security-Policy"', "", 1), encoding="utf-8")
    with opened(path, ready=READY) as seen:
        marks = seen.page.locator("#graph .mark")
        assert marks.count() >= len(STRINGS)
        for at in range(marks.count()):
            marks.nth(at).dispatch_event("click")
        seen.page.locator("#graph").hover()
        assert seen.page.locator("#panel .claim").count()
        assert seen.run("() => window.pwned") is None
        assert seen.run(MARKUP) == 0
        assert seen.quiet()
