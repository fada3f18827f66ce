"""A page in headless Chromium, with everything it asks for, logs and throws."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, sync_playwright

FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
DRAWN = """() => {
  const canvas = document.querySelector("#graph canvas");
  const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext("2d", { willReadFrequently: true });
  copy.drawImage(canvas, 0, 0);
  return copy.getImageData(0, 0, canvas.width, canvas.height).data;
}"""
"""A function of the page's script that gives the pixels of the drawing, without touching its canvas."""


@dataclass
class Seen:
    """A page with the addresses it asked for beside its own, its messages, and its errors."""

    page: Page
    requests: list[str] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)

    def run(self, script: str) -> Any:
        return self.page.evaluate(script)

    def text(self, selector: str = "#panel") -> str:
        return self.page.locator(selector).inner_text()

    def find(self, words: str) -> None:
        self.page.fill("#search", words)
        self.page.press("#search", "Enter")

    def count(self) -> str:
        """How much is shown, once the page has drawn it."""
        self.run("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
        return self.text("#count")

    def inked(self) -> int:
        """How many pixels of the drawing are not empty."""
        self.count()
        return int(self.run(f"() => ({DRAWN})().filter((value, at) => at % 4 === 3 && value > 0).length"))

    def quiet(self) -> bool:
        """It asked for nothing, and neither logged nor threw anything."""
        assert (self.requests, self.messages) == ([], [])
        return True


@contextmanager
def opened(
    path: Path, *, width: int = 1280, height: int = 860, scheme: Any = "light", ready: str = "#panel .row"
) -> Iterator[Seen]:
    """The file at `path` in a new browser of that size; without Chromium the test is skipped, on CI it fails."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        context = browser.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme, reduced_motion="reduce"
        )
        seen = Seen(context.new_page())
        address = path.resolve().as_uri()
        seen.page.on("request", lambda request: request.url == address or seen.requests.append(request.url))
        seen.page.on("console", lambda message: seen.messages.append(message.text))
        seen.page.on("pageerror", lambda error: seen.messages.append(str(error)))
        seen.page.on("dialog", lambda dialog: seen.messages.append(dialog.message) or dialog.dismiss())
        seen.page.goto(address)
        seen.page.wait_for_selector(ready)
        yield seen
        browser.close()


def chromium() -> str:
    """Where Chromium is."""
    found = shutil.which(os.environ.get("KG_CHROMIUM") or "/usr/bin/chromium")
    if found:
        return found
    if os.environ.get("CI") == "true":
        pytest.fail("Chromium is missing: install it, or say where it is in KG_CHROMIUM")
    pytest.skip("needs Chromium at /usr/bin/chromium or KG_CHROMIUM")
