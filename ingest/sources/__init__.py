"""Articles from wherever they are: files of seven kinds, folders, feeds, web pages, standard input.

`kinds.READERS` is the table from kind to reader; a new kind is one file and one line there.
"""

from collections.abc import Callable, Iterator, Sequence

from ingest.sources.articles import Shelf
from ingest.sources.files import open_inputs
from ingest.sources.kinds import read_document
from ingest.sources.web import Web
from kg.errors import SourceError
from kg.model import Article

__all__ = ["LIMIT", "Web", "read_inputs"]

LIMIT = 20_000_000
"""Bytes above which a file or page is refused."""


def read_inputs(
    inputs: Sequence[str], *, on_reject: Callable[[SourceError], None], limit: int = LIMIT, web: Web | None = None
) -> Iterator[Article]:
    """The articles of paths, folders, http(s) addresses and "-" in their order, read one document at a time.

    What can't be read goes to `on_reject`, and the run goes on.
    """
    shelf = Shelf()
    for document in open_inputs(inputs, on_reject, limit, web or Web()):
        try:
            for draft in read_document(document, on_reject):
                yield from shelf.place(draft, document.name, on_reject)
        except SourceError as error:
            on_reject(error)
