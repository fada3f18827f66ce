"""Search on the page, in three languages."""

from pathlib import Path

import pytest

from tests.export.browser import opened

pytestmark = pytest.mark.browser

NAMES = {
    "nvidia": "NVIDIA",
    "エヌビディア": "NVIDIA",
    "えぬびでぃあ": "NVIDIA",
    "英伟达": "NVIDIA",
    "輝達": "NVIDIA",
    "ｈ１００": "H100",
    "gpt4o": "GPT-4o",
    "星空研究所": "Hoshizora Labs",
}


def test_search_finds_names_in_three_languages(graph_page: Path) -> None:
    with opened(graph_page) as seen:
        for words, name in NAMES.items():
            seen.find(words)
            assert seen.text("#panel h2") == name
        assert seen.quiet()


def test_search_says_what_it_found(graph_page: Path) -> None:
    with opened(graph_page) as seen:
        seen.page.fill("#search", "hoshizora")
        assert seen.page.locator("#results .row").count() == 2
        assert seen.page.locator("[role=status]").inner_text() == "2 names found"
        seen.page.fill("#search", "no such name")
        assert "Nothing by that name" in seen.text("#results")
        seen.page.keyboard.press("Escape")
        assert seen.page.locator("#results").is_hidden()
