"""Neo4j Browser, as a server serves it, in headless Chromium."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Page, Route, sync_playwright

from kg.config import Settings
from kg.store import open_store
from tests.export.browser import FLAGS, chromium

_DROP = """([name, text]) => {
  const held = new DataTransfer();
  held.items.add(new File([text], name, { type: "text/plain" }));
  for (const kind of ["dragenter", "dragover", "drop"]) {
    const event = new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: held });
    document.querySelector(".monaco-editor").dispatchEvent(event);
  }
}"""
_FULLSCREEN = "[data-testid=frame] button[title*=ullscreen]"
_TO_THE_END = "(found) => found.forEach((one) => { one.scrollTop = one.scrollHeight; })"
_TEXTS = "(found) => found.map((one) => one.textContent.trim())"


@dataclass(frozen=True)
class Tab:
    """A tab with Browser, logged in."""

    page: Page

    def run(self, statement: str) -> None:
        """Run a statement in place of whatever is shown, and wait until its graph is drawn and lies still."""
        self._type(":clear")
        self.page.wait_for_selector("[data-testid=frame]", state="detached")
        self._type(statement)
        self.page.wait_for_selector("svg g.node")
        self.page.wait_for_timeout(2000)

    def picture(self, path: Path, select: str) -> None:
        """A picture of the graph alone, with a node or line selected and the last of its properties shown."""
        self.page.click(_FULLSCREEN)
        self.page.click("[aria-label=zoom-to-fit]")
        self.page.click("[aria-label=zoom-out]")
        self.page.click(select, force=True)
        self.page.wait_for_timeout(1000)
        self.page.eval_on_selector_all("[data-testid=frame] *", _TO_THE_END)
        self.page.screenshot(path=path)
        self.page.click(_FULLSCREEN)

    def drop(self, name: str, text: str) -> None:
        """Drop a file onto Browser."""
        self.page.evaluate(_DROP, [name, text])

    def nodes(self) -> list[str]:
        """What stands on each circle."""
        return sorted(self.page.eval_on_selector_all("svg g.node", _TEXTS))

    def relationships(self) -> list[str]:
        """What stands on each line."""
        return sorted(self.page.eval_on_selector_all("svg g.relationship", _TEXTS))

    def _type(self, text: str) -> None:
        self.page.click(".monaco-editor")
        self.page.keyboard.insert_text(text)
        self.page.keyboard.press("Control+Enter")


@contextmanager
def logged_in(server: Settings, *, width: int = 1280, height: int = 860) -> Iterator[Tab]:
    """A tab that has logged in to a server; what Browser asks of other machines is refused."""
    with sync_playwright() as playwright:
        chrome = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        page = chrome.new_page(viewport={"width": width, "height": height})
        page.route(lambda address: urlsplit(address).hostname != "127.0.0.1", _refuse)
        page.goto(f"http://127.0.0.1:{_http_port(server)}/browser/?dbms={server.uri}")
        page.fill("[data-testid=username]", server.user or "neo4j")
        page.fill("[data-testid=password]", server.password or "")
        page.click("[data-testid=connect]")
        page.wait_for_selector("text=You are connected as user")
        yield Tab(page)
        chrome.close()


def _refuse(route: Route) -> None:
    route.abort()


def _http_port(server: Settings) -> str:
    """Where Browser is, as the server itself tells."""
    with open_store(server) as store:
        found = store.read("SHOW SETTINGS 'server.http.listen_address' YIELD value RETURN value")
    return str(found[0]["value"]).rpartition(":")[2]
