"""How soon a page of so many entities can be used, in headless Chromium: its nodes are drawn and its search answers.

python -m bench.pages [ENTITIES…]    default: 300 2000 10000
"""

import sys
import time
from collections.abc import Iterable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

from bench.generated import articles, generated
from kg.derive import Stated, derive, triple, triple_id
from kg.export.graph import Landscape
from kg.export.html import write_landscape
from kg.model import Claim, EntityRef
from tests.export.browser import DRAWN, FLAGS, chromium

_REPEATS = 5
_USABLE = f"""() => new Promise((done) => {{
  const answers = () => {{
    const search = document.querySelector("#search");
    if (!search) return false;
    search.value = "nvidia";
    search.dispatchEvent(new Event("input"));
    return document.querySelector("#results .row") !== null;
  }};
  const look = () => {{
    if (!answers() || !document.querySelector("#graph canvas")) return setTimeout(look, 5);
    requestAnimationFrame(() => setTimeout(() => {{
      const now = performance.now();
      if (({DRAWN})().some((value) => value > 0)) done(now / 1000);
      else look();
    }}));
  }};
  look();
}})"""
"""A promise of the seconds from the opening of the page."""


def landscape(size: int) -> Landscape:
    """So many entities with about as many claims between them."""
    entities: dict[str, EntityRef] = {}
    claims: list[Claim] = []
    for claim in generated(13 * size):
        if isinstance(claim.object, EntityRef):
            entities |= {claim.subject.id: claim.subject, claim.object.id: claim.object}
            claims.append(claim)
        if len(entities) >= size:
            break
    return Landscape(
        entities={key: {"id": key, "name": one.name, "type": one.type} for key, one in sorted(entities.items())},
        edges=tuple(edges(claims)),
        claims={claim.id: stored(claim) for claim in claims},
        articles={article.id: {**article.record(), "url": ""} for article in articles(len(claims))},
    )


def edges(claims: Iterable[Claim]) -> Iterable[dict[str, object]]:
    """What is derived of each triple."""
    behind: dict[tuple[str, str, str], list[Stated]] = {}
    for claim in claims:
        said = Stated(claim.id, claim.article, claim.modality, claim.confidence, claim.said)
        behind.setdefault(triple(claim.subject.id, claim.predicate, claim.object_key), []).append(said)
    for (subject, predicate, target), stated in behind.items():
        ends = {"id": triple_id(subject, predicate, target), "subject": subject, "object": target}
        yield {**derive(stated)._asdict(), **ends, "predicate": predicate}


def stored(claim: Claim) -> dict[str, object]:
    """A claim as an export reads it."""
    text = {"text": claim.evidence.text, "subject": claim.subject.id, "object": claim.object_key}
    return {**claim.record(), **text, "said": claim.said}


def usable(path: Path) -> float:
    """Seconds from opening the page until its nodes are drawn and its search answers, the median of some runs."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        found = []
        for _ in range(_REPEATS):
            page = browser.new_page(viewport={"width": 1280, "height": 860})
            page.goto(path.as_uri(), wait_until="commit")
            found.append(page.evaluate(_USABLE))
            page.close()
        browser.close()
        return median(found)


def main(sizes: list[int]) -> None:
    """Print a table."""
    print("| entities | links | written, s | MB | usable, s |", "| --- " * 5 + "|", sep="\n", flush=True)
    for size in sizes:
        made = landscape(size)
        with TemporaryDirectory() as folder:
            path = Path(folder) / "page.html"
            start = time.perf_counter()
            write_landscape(made, path)
            written = time.perf_counter() - start
            row = (f"{len(made.entities):,}", f"{len(made.edges):,}", f"{written:.1f}")
            print(f"| {' | '.join(row)} | {path.stat().st_size / 1e6:.1f} | {usable(path):.2f} |", flush=True)


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or [300, 2_000, 10_000])
