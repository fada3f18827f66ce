"""Takes the pictures of the README and of docs/pages.md from pages of the example articles, in headless Chromium."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

HERE = Path(__file__).parent
ARTICLES = HERE.parent.parent / "examples" / "articles"
PAGES = {
    "graph": ["export", "html"],
    "report": ["report", "--since", "2025-03"],
    "layers": ["query", "dependents", "NVIDIA"],
    "timeline": ["query", "timeline", "OpenAI", "--include", "rumoured,denied"],
}
WIDE = {"layers", "timeline"}


def main() -> None:
    """Read the examples, write each page, and take its picture."""
    with tempfile.TemporaryDirectory() as folder:
        run = {**os.environ, "KG_HOME": f"{folder}/store"}
        kg = [sys.executable, "-m", "kg"]
        subprocess.run([*kg, "ingest", "-q", str(ARTICLES)], env=run, check=True)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
            for name, command in PAGES.items():
                page = Path(folder) / f"{name}.html"
                subprocess.run([*kg, *command, "-q", "-o", str(page)], env=run, check=True)
                tab = browser.new_page(viewport={"width": 1440 if name in WIDE else 1280, "height": 800})
                tab.goto(page.as_uri())
                if name == "graph":
                    tab.fill("#search", "NVIDIA")
                    tab.press("#search", "Enter")
                if name == "layers":
                    tab.locator(".mark[aria-label^='DeepSeek uses hardware of H800']").dispatch_event("click")
                tab.wait_for_timeout(1000)
                tab.screenshot(path=HERE / f"{name}.png")
            browser.close()


if __name__ == "__main__":
    main()
