"""Filters on the page: by kind, statement, relation, date and confidence, and all of them together; focus."""

from pathlib import Path

import pytest

from tests.export.browser import Seen, opened

pytestmark = pytest.mark.browser


def set_range(seen: Seen, name: str, value: int) -> None:
    seen.run(
        f"""() => {{
          const input = document.getElementById("{name}");
          input.value = {value};
          input.dispatchEvent(new Event("input", {{ bubbles: true }}));
        }}"""
    )


def tick(seen: Seen, group: str, value: str, *, on: bool) -> None:
    seen.page.locator(f"#{group} input[value={value}]").set_checked(on)


def test_kinds_are_hidden_and_shown(graph_page: Path) -> None:
    with opened(graph_page) as seen:
        before = seen.inked()
        seen.page.get_by_role("button", name="None of the entities").click()
        assert (seen.inked(), seen.count()) == (0, "0 of 18 entities, 0 of 23 links")
        tick(seen, "types", "Chip", on=True)
        assert seen.count() == "2 of 18 entities, 1 of 23 links"
        seen.page.get_by_role("button", name="All entities").click()
        assert seen.count() == "18 entities, 23 links"
        assert seen.inked() == before
        assert seen.quiet()


def test_an_entity_goes_with_its_last_link(graph_page: Path) -> None:
    with opened(graph_page) as seen:
        tick(seen, "modalities", "asserted", on=False)
        assert seen.count() == "7 of 18 entities, 5 of 23 links"
        assert seen.page.locator("#panel .row").count() == 7
        seen.page.get_by_role("button", name="Clear filters").click()
        assert seen.count() == "18 entities, 23 links"
        seen.page.locator("#filters summary", has_text="Relations").click()
        seen.page.get_by_role("button", name="None of the relations").click()
        tick(seen, "predicates", "RESTRICTS", on=True)
        assert seen.count() == "3 of 18 entities, 2 of 23 links"


def test_the_sliders_narrow_the_dates(graph_page: Path) -> None:
    with opened(graph_page) as seen:
        assert seen.text(".ends") == "20 Jan 2025\n11 Apr 2025"
        seen.page.locator("#until").focus()
        seen.page.keyboard.press("Home")
        assert seen.count() == "7 of 18 entities, 8 of 23 links"
        assert seen.page.locator("#until").get_attribute("aria-valuetext") == "20 Jan 2025"
        seen.page.keyboard.press("End")
        seen.page.locator("#from").focus()
        seen.page.keyboard.press("End")
        assert seen.count() == "6 of 18 entities, 6 of 23 links"
        seen.page.keyboard.press("ArrowLeft")
        assert seen.text(".ends") == "10 Apr 2025\n11 Apr 2025"
        set_range(seen, "until", 3)
        assert seen.text(".ends") == "10 Apr 2025\n10 Apr 2025"
        assert seen.count() == "0 of 18 entities, 0 of 23 links"
        assert seen.quiet()


def test_a_pointer_moves_either_end(graph_page: Path) -> None:
    with opened(graph_page) as seen:
        box = seen.page.locator(".slider").bounding_box()
        assert box
        middle = box["y"] + box["height"] / 2
        for start, end in ((8, 0.4), (box["width"] - 8, 0.6)):
            seen.page.mouse.move(box["x"] + start, middle)
            seen.page.mouse.down()
            seen.page.mouse.move(box["x"] + end * box["width"], middle, steps=4)
            seen.page.mouse.up()
        ends = seen.run("() => [...document.querySelectorAll('.slider input')].map((one) => one.value / one.max)")
        assert ends == pytest.approx([0.4, 0.6], abs=0.03)


def test_filters_combine(graph_page: Path) -> None:
    with opened(graph_page) as seen:
        set_range(seen, "least", 80)
        assert "at least 0.80" in seen.text("#filters")
        sure = seen.count()
        assert sure == "14 of 18 entities, 13 of 23 links"
        tick(seen, "types", "Chip", on=False)
        assert seen.count() == "12 of 18 entities, 8 of 23 links"
        set_range(seen, "from", 40)
        assert seen.count() == "7 of 18 entities, 4 of 23 links"
        set_range(seen, "from", 0)
        tick(seen, "types", "Chip", on=True)
        assert seen.count() == sure


def test_focus_shows_a_neighbourhood_and_expands_it(graph_page: Path) -> None:
    with opened(graph_page) as seen:
        button = seen.page.get_by_role("button", exact=False, name="Expand by")
        seen.find("TSMC")
        assert button.count() == 0
        seen.page.get_by_role("button", name="Focus").click()
        assert seen.count() == "3 of 18 entities, 3 of 23 links"
        assert seen.inked() > 500
        seen.page.locator("#panel .claim .name", has_text="NVIDIA").first.click()
        button.click()
        assert seen.count() == "4 of 18 entities, 4 of 23 links"
        assert button.count() == 0
        seen.page.locator("#panel").get_by_role("button", name="Show all").click()
        assert seen.count() == "18 entities, 23 links"
        assert seen.quiet()


def test_a_focus_and_filters_combine(graph_page: Path) -> None:
    with opened(graph_page) as seen:
        seen.find("TSMC")
        seen.page.get_by_role("button", name="Focus").click()
        tick(seen, "types", "Chip", on=False)
        assert seen.count() == "2 of 18 entities, 1 of 23 links"
        seen.page.locator(".state").get_by_role("button", name="Show all").click()
        assert seen.count() == "16 of 18 entities, 14 of 23 links"
