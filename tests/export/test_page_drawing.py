"""The page in a real browser: it draws in any size, scheme and language, and the keyboard reaches all of it."""

from pathlib import Path

import pytest

from tests.export.browser import DRAWN, opened

pytestmark = pytest.mark.browser

LIGHTNESS = """() => {
  const parts = getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number);
  return parts.reduce((one, other) => one + other) / 3;
}"""
BRIGHT = f"""() => ({DRAWN})().some((value, at, all) => at % 4 === 0 && Math.min(value, all[at + 1]) > 220)"""
NAMELESS = """() => [...document.querySelectorAll("input, select, button, [tabindex='0']")].filter(
  (one) => !(one.ariaLabel || one.labels?.length || one.textContent)).length"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("width", "height"), [(1280, 860), (390, 844)])
def test_page_draws_without_any_request(graph_page: Path, scheme: str, width: int, height: int) -> None:
    with opened(graph_page, width=width, height=height, scheme=scheme) as seen:
        assert "18 entities, 23 links, 26 claims, 7 articles" in seen.text("header")
        assert seen.count() == "18 entities, 23 links"
        assert seen.inked() > 1000
        assert seen.run("() => document.documentElement.scrollWidth <= innerWidth")
        assert seen.quiet()


def test_dark_mode_is_dark(graph_page: Path) -> None:
    with opened(graph_page, scheme="dark") as seen:
        assert seen.inked()
        assert seen.run(LIGHTNESS) < 60
        assert seen.run(BRIGHT)
        seen.page.emulate_media(color_scheme="light")
        assert seen.run(LIGHTNESS) > 200
        assert seen.quiet()


@pytest.mark.parametrize(("code", "name", "kind"), [("ja", "エヌビディア", "企業"), ("zh", "英伟达", "公司")])
def test_names_follow_the_language(graph_page: Path, code: str, name: str, kind: str) -> None:
    with opened(graph_page) as seen:
        seen.find("NVIDIA")
        seen.page.select_option("#language", code)
        assert seen.text("#panel h2") == name
        assert kind in seen.text("#filters")
        assert seen.run("() => document.documentElement.lang") == code
        assert seen.quiet()


def test_sentences_have_the_letters_of_their_language(graph_page: Path) -> None:
    with opened(graph_page) as seen:
        seen.find("NVIDIA")
        fonts = "() => getComputedStyle(document.querySelector('#panel blockquote:lang(zh)')).fontFamily"
        assert "CJK SC" in seen.run(fonts)
        assert seen.run("() => document.querySelector('#panel bdi[lang=ja]').textContent").startswith("エヌビディア")


def test_the_keyboard_reaches_everything(graph_page: Path) -> None:
    with opened(graph_page) as seen:
        press = seen.page.keyboard.press
        press("/")
        seen.page.keyboard.type("hua")
        press("ArrowDown")
        press("Enter")
        assert seen.text("#panel h2") == "Huawei"
        while seen.run("() => document.activeElement.className") != "row":
            press("Tab")
        press("Enter")
        assert seen.page.locator("#panel h2 .name").count() == 2
        press("Tab")
        press("Enter")
        assert "Entities by number of links" in seen.text()
        press("Escape")
        assert "Entities by number of links" in seen.text()


def test_the_keyboard_moves_the_drawing(graph_page: Path) -> None:
    with opened(graph_page) as seen:
        seen.page.locator("#graph").focus()
        before = seen.inked()
        for _ in range(6):
            seen.page.keyboard.press("-")
        assert seen.inked() < before / 2
        seen.page.keyboard.press("0")
        assert abs(seen.inked() - before) < before / 10
        for _ in range(40):
            seen.page.keyboard.press("ArrowRight")
        assert seen.inked() == 0


def test_what_is_shown_is_told_to_who_does_not_see_it(graph_page: Path) -> None:
    with opened(graph_page) as seen:
        seen.find("NVIDIA")
        assert seen.page.locator("[role=status]").inner_text() == "NVIDIA"
        seen.page.locator("#types input[value=Chip]").uncheck()
        seen.page.wait_for_function("() => document.querySelector('[role=status]').textContent.includes('16 of 18')")
        assert seen.run(NAMELESS) == 0
