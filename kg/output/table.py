"""An answer as a table: coloured and wrapped on a terminal, plain and unwrapped elsewhere."""

from io import StringIO
from typing import TextIO

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from kg.answer import Answer, Cell
from kg.output.cells import cell_text, one_line, source_line

_UNWRAPPED = 100_000
_STATUS_STYLES = {
    "asserted": "green",
    "planned": "cyan",
    "rumoured": "yellow",
    "speculative": "yellow",
    "denied": "red",
    "ended": "dim",
}


def write_table(answer: Answer, out: TextIO, *, explain: bool) -> None:
    """Write the rows, and with `explain` the numbered sentences behind each below them; nothing for no rows."""
    if not answer.rows:
        return
    if out.isatty():
        console = Console(file=out, highlight=False)
        console.print(_table(answer, numbered=explain))
    else:
        console = Console(file=StringIO(), width=_UNWRAPPED, color_system=None, highlight=False)
        with console.capture() as capture:
            console.print(_table(answer, numbered=explain))
        out.writelines(f"{line.rstrip()}\n" for line in capture.get().strip("\n").split("\n"))
    if explain:
        _write_sentences(answer, out)


def _table(answer: Answer, *, numbered: bool) -> Table:
    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, header_style="bold")
    lines = [((number, *line) if numbered else line) for number, line in enumerate(answer.lines(), start=1)]
    for index, column in enumerate(("#", *answer.headings) if numbered else answer.headings):
        is_number = all(_is_number(line[index]) for line in lines)
        table.add_column(Text(one_line(column)), justify="right" if is_number else "left", overflow="fold")
    for line in lines:
        table.add_row(*map(_styled, line))
    return table


def _is_number(cell: Cell) -> bool:
    return cell is None or (isinstance(cell, int | float) and not isinstance(cell, bool))


def _styled(cell: Cell) -> Text:
    text = cell_text(cell)
    return Text(text, style=_STATUS_STYLES.get(text.partition(",")[0], ""))


def _write_sentences(answer: Answer, out: TextIO) -> None:
    for number, claims in enumerate(answer.claims, start=1):
        out.writelines(f"\n[{number}] {one_line(claim.text)}\n    {source_line(claim)}\n" for claim in claims)
