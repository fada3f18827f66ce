"""An answer as a table: coloured and fitted to a terminal, plain and unwrapped elsewhere."""

from io import StringIO
from typing import TextIO

from rich.box import SIMPLE_HEAD
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from kg.answer import Answer, Cell
from kg.output.cells import cell_text, one_line, source_line

_UNWRAPPED = 100_000
_COMFORT = 24
"""Characters that a column of long text is given before another column has to go."""
_GAP = 2
_FIRST_TO_GO = ("last said", "confidence", "first said", "article", "type", "claims", "said", "USD")
"""Columns that a narrow terminal does without, in this order."""
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
        _print(answer, Console(file=out, highlight=False), explain=explain)
        return
    console = Console(file=StringIO(), width=_UNWRAPPED, color_system=None, highlight=False)
    with console.capture() as capture:
        _print(answer, console, explain=explain)
    out.writelines(f"{line.rstrip()}\n" for line in capture.get().strip("\n").split("\n"))


def _print(answer: Answer, console: Console, *, explain: bool) -> None:
    columns = list(zip(answer.headings, *answer.lines(), strict=True))
    if explain:
        columns.insert(0, ("#", *range(1, len(answer.rows) + 1)))
    kept = _fitting(columns, console.width)
    console.print(_table(kept, console.width))
    if missing := [str(column[0]) for column in columns if column not in kept]:
        console.print(Text(f"No room for: {', '.join(missing)}.", style="dim"))
    if explain:
        _print_sentences(answer, console)


def _fitting(columns: list[tuple[Cell, ...]], width: int) -> list[tuple[Cell, ...]]:
    """The columns without those that a terminal of that width has to do without."""
    kept = list(columns)
    for name in _FIRST_TO_GO:
        if sum(_wanted(column) + _GAP for column in kept) - _GAP <= width:
            break
        kept = [column for column in kept if column[0] != name] or kept
    return kept


def _wanted(column: tuple[Cell, ...]) -> int:
    """The width at which a column reads well: all of a short text, and no word broken in a long one."""
    return min(max(map(cell_len, map(cell_text, column))), max(_longest_word(column), _COMFORT))


def _longest_word(column: tuple[Cell, ...]) -> int:
    return max((cell_len(word) for cell in column for word in cell_text(cell).split()), default=0)


def _table(columns: list[tuple[Cell, ...]], width: int) -> Table:
    whole_words = [min(_longest_word(column), _COMFORT) for column in columns]
    there_is_room = sum(whole_words) + _GAP * (len(columns) - 1) <= width
    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0), header_style="bold")
    for (heading, *cells), needed in zip(columns, whole_words, strict=True):
        table.add_column(
            Text(cell_text(heading)),
            justify="right" if all(map(_is_number, cells)) else "left",
            overflow="fold",
            min_width=needed if there_is_room else None,
        )
    for line in zip(*(cells for _, *cells in columns), strict=True):
        table.add_row(*map(_styled, line))
    return table


def _is_number(cell: Cell) -> bool:
    return cell is None or (isinstance(cell, int | float) and not isinstance(cell, bool))


def _styled(cell: Cell) -> Text:
    text = cell_text(cell)
    return Text(text, style=_STATUS_STYLES.get(text.partition(",")[0], ""))


def _print_sentences(answer: Answer, console: Console) -> None:
    for number, claims in enumerate(answer.claims, start=1):
        for claim in claims:
            grid = Table.grid(padding=(0, 1, 0, 0))
            grid.add_column(min_width=3)
            grid.add_column(overflow="fold")
            grid.add_row(Text(f"[{number}]"), Text(one_line(claim.text)))
            grid.add_row("", Text(source_line(claim), style="dim"))
            console.print()
            console.print(grid)
