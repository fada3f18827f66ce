"""An answer as a Markdown document."""

import re
from collections.abc import Iterable, Iterator

from kg.answer import Answer, Citation
from kg.output.cells import cell_text, one_line, source_line, web_address

_SPECIAL = re.compile(r"([\\`*_\[\]<>|#~&])")


def as_markdown(answer: Answer, explain: bool) -> Iterator[str]:
    """The title and a table; with `explain` the sentences of each row as numbered quotations."""
    yield f"# {_escaped(answer.title)}\n\n"
    columns = ("row", *answer.headings) if explain else answer.headings
    yield _line(map(_escaped, columns)) + _line("---" for _ in columns)
    for number, line in enumerate(answer.lines(), start=1):
        yield _line(_escaped(cell_text(cell)) for cell in ((number, *line) if explain else line))
    if explain:
        yield from _quotations(answer)


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


def _quotations(answer: Answer) -> Iterator[str]:
    for number, claims in enumerate(answer.claims, start=1):
        for claim in claims:
            yield f"\n> {_escaped(claim.text)}\n>\n> row {number} · {_source(claim)}\n"


def _source(claim: Citation) -> str:
    line = source_line(claim)
    if url := web_address(claim.url):
        return f"{_escaped(line.removesuffix(f' · {url}'))} · <{url}>"
    return _escaped(line)


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", one_line(text))
