"""Text that tries to be more than text stays text, whichever library draws, with the policy and without."""

import re
from pathlib import Path

import pytest

from kg.export.html import write_landscape
from tests.export.browser import opened
from tests.export.hostile import STRINGS, hostile

pytestmark = pytest.mark.browser

MARKUP = "() => document.querySelectorAll('img, iframe, link, base, body style, #panel script, b').length"
SCRIPTS = "() => document.querySelectorAll('script').length"
LINKS = "() => [...document.querySelectorAll('#panel a')].map((a) => a.protocol)"


@pytest.mark.parametrize("guarded", [True, False], ids=["with-policy", "without-policy"])
def test_hostile_text_stays_text(library: str, tmp_path: Path, guarded: bool) -> None:
    path = tmp_path / f"{library}.html"
    write_landscape(hostile(), path, title=STRINGS[1])
    if not guarded:
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(r"<meta http-equiv=.*?>", "", text, count=1), encoding="utf-8")
    with opened(path) as seen:
        rows = seen.page.locator("#panel .row").count()
        assert rows == len(STRINGS) == 40
        shown = ""
        for number in range(rows):
            seen.page.locator("#panel .row").nth(number).click()
            shown += seen.run("() => document.getElementById('panel').textContent")
            assert set(seen.run(LINKS)) <= {"http:", "https:"}
            seen.page.keyboard.press("Escape")
        assert all(text in shown for text in STRINGS)
        seen.page.fill("#search", "<script>")
        assert seen.page.locator("#results .row").count() > 0
        assert seen.run("() => window.pwned") is None
        assert seen.run(SCRIPTS) == 5
        assert seen.run(MARKUP) == 0
        assert seen.page.title() == STRINGS[1]
        assert seen.quiet()


def test_a_pointer_over_hostile_names_runs_nothing(library: str, tmp_path: Path) -> None:
    path = tmp_path / f"{library}.html"
    write_landscape(hostile(), path)
    with opened(path) as seen:
        box = seen.page.locator("#graph").bounding_box()
        assert box
        seen.page.wait_for_timeout(1000)
        for x in range(int(box["x"]) + 10, int(box["x"] + box["width"]), 30):
            for y in range(int(box["y"]) + 10, int(box["y"] + box["height"]), 30):
                seen.page.mouse.move(x, y)
        seen.count()
        assert seen.run("() => document.querySelector('#graph').innerText.trim()") == ""
        assert seen.run("() => window.pwned") is None
        assert seen.run(MARKUP) == 0
        assert seen.quiet()
