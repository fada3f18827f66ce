"""An answer as comma- or tab-separated values that a spreadsheet can open without running anything."""

import csv
from collections.abc import Iterator
from io import StringIO

from kg.answer import Answer, Cell, Citation

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_EXPLAINED = tuple(
    f"claim {part}" for part in ("id", "modality", "speaker", "sentence", "article", "publisher", "said", "url")
)


def as_csv(answer: Answer, explain: bool) -> Iterator[str]:
    """RFC 4180 with a header; with `explain` one line for each claim of each row."""
    return _delimited(answer, explain=explain, delimiter=",")


def as_tsv(answer: Answer, explain: bool) -> Iterator[str]:
    """As `as_csv`, with tabs."""
    return _delimited(answer, explain=explain, delimiter="\t")


def safe_cell(cell: Cell) -> Cell:
    """The cell, with an apostrophe before text that a spreadsheet would run as a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell.lstrip(" ").startswith(_FORMULA_STARTS) else cell


def _delimited(answer: Answer, *, explain: bool, delimiter: str) -> Iterator[str]:
    buffer = StringIO()
    writer = csv.writer(buffer, delimiter=delimiter, lineterminator="\n")
    for line in _lines(answer, explain=explain):
        writer.writerow([safe_cell(cell) for cell in line])
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()


def _lines(answer: Answer, *, explain: bool) -> Iterator[tuple[Cell, ...]]:
    yield (*answer.headings, *(_EXPLAINED if explain else ()))
    for line, claims in zip(answer.lines(), answer.claims, strict=True):
        if not explain:
            yield line
            continue
        for claim in claims or (None,):
            yield (*line, *_explained(claim))


def _explained(claim: Citation | None) -> tuple[Cell, ...]:
    if claim is None:
        return ("",) * len(_EXPLAINED)
    return (claim.id, claim.modality, claim.speaker, claim.text, claim.title, claim.publisher, claim.said, claim.url)
