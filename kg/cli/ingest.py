"""kg ingest: extract and load in one."""

from collections.abc import Iterator

import click

from ingest.parallel import extract_all
from ingest.pipeline import Extraction
from kg.cli.options import store_options
from kg.cli.reading import Rejections, jobs_option, reading
from kg.config import Settings
from kg.model import Article
from kg.store import Store, open_store

_AGAIN = "Read articles again that are already in the store, in place of what was read of them."


@click.command()
@click.argument("inputs", nargs=-1, required=True)
@store_options
@jobs_option
@click.option("--again", is_flag=True, help=_AGAIN)
@click.option("-q", "--quiet", is_flag=True, help="No progress and no summary.")
def ingest(inputs: tuple[str, ...], settings: Settings, jobs: int, again: bool, quiet: bool) -> None:
    """Read INPUTS and put their claims into the store; what is already in is skipped.

    \b
    kg ingest articles/
    kg ingest https://example.com/news/article.html
    """
    rejections = Rejections()
    with open_store(settings) as store:
        skipped = Skipped(store, again=again)
        extractions = extract_all(skipped.new(reading(inputs, rejections, quiet=quiet)), jobs, on_reject=rejections.add)
        articles = claims = 0
        for extraction in extractions:
            _load(store, extraction, again=again)
            articles += 1
            claims += len(extraction.claims)
    if not quiet:
        click.echo(
            f"{articles} articles read, {claims} claims stored, {skipped.count} already in, "
            f"{len(rejections.errors)} rejected.",
            err=True,
        )
    rejections.exit()


def _load(store: Store, extraction: Extraction, *, again: bool) -> None:
    store.load(
        articles=[extraction.article.record()],
        mentions=[m.record() for m in extraction.mentions],
        claims=[c.record() for c in extraction.claims],
        replace=again,
    )


class Skipped:
    """Passes on the articles that the store lacks and counts the others."""

    def __init__(self, store: Store, *, again: bool) -> None:
        self._store, self._again = store, again
        self.count = 0

    def new(self, articles: Iterator[Article]) -> Iterator[Article]:
        for article in articles:
            if not self._again and self._store.has_article(article.id, article.sha256):
                self.count += 1
            else:
                yield article
