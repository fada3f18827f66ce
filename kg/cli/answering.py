"""What every command that answers a question shares: its options, and how the answer is shown."""

import sys
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.answer import Answer
from kg.cli.options import store_options
from kg.export.writing import writing
from kg.output import FORMATS, format_of, write
from kg.query.deadline import within
from kg.query.script import as_script

if TYPE_CHECKING:
    from kg.config import Settings
    from kg.store import Store

POSITIVE = click.IntRange(min=1)
LIMIT = click.Option(["--limit"], type=POSITIVE, help="At most so many rows.")
LENS = (
    click.Option(
        ["--include"], metavar="MODALITY,…", default="", help="Show rumoured, speculative or denied ones too."
    ),
    click.Option(
        ["--as-of"], metavar="DATE", default="", help="As known then: only claims said on or before that date."
    ),
    click.Option(["--min-confidence"], type=click.FloatRange(0, 1), default=0.0, help="Only what is at least so sure."),
    LIMIT,
)
OUTPUT = (
    click.Option(["--explain"], is_flag=True, help="Show the sentences behind every row."),
    click.Option(["--cypher"], is_flag=True, help="Print the Cypher that was run, with its parameters, instead."),
    click.Option(["--format", "form"], type=click.Choice(FORMATS), help="How to write the answer [table]."),
    click.Option(
        ["-o", "--output"],
        type=click.Path(dir_okay=False, path_type=Path),
        help="Write into a file; its extension gives the format, .html a page.",
    ),
    click.Option(["--quiet", "-q"], is_flag=True, help="No remarks on stderr."),
    click.Option(["--timeout"], type=click.FloatRange(min=0, min_open=True), help="Give up after so many seconds."),
)


def answering_command(name: str, run: Callable[..., None], params: list[click.Parameter], text: str) -> click.Command:
    """A command whose `run` gets the settings of the store and the output options, which it hands to `show`."""
    callback = store_options(run)
    where = reversed(getattr(callback, "__click_params__"))  # noqa: B009 - click's own attribute, unknown to mypy
    return click.Command(name, callback=callback, params=[*params, *OUTPUT, *where], help=text)


def show(
    settings: "Settings",
    question: Callable[["Store"], Answer],
    *,
    explain: bool,
    cypher: bool,
    form: str | None,
    output: Path | None,
    quiet: bool,
    timeout: float | None,
) -> None:
    """Open the store, ask, and write the answer; remarks go to stderr."""
    from kg.store import open_store
    from kg.store.doctor import emptiness

    is_page = output is not None and form is None and output.suffix.lower() in {".html", ".htm"}
    chosen = form or (format_of(output) if output and not is_page and not cypher else "table")
    with open_store(replace(settings, timeout=timeout)) as store:
        answer = within(timeout, lambda: question(store))
        empty = "" if answer.rows else emptiness(store)
    if not quiet:
        rows = f"{len(answer.rows)} row{'' if len(answer.rows) == 1 else 's'}"
        click.echo("\n".join(filter(None, (f"{answer.title}: {rows}", *answer.notes, empty))), err=True)
    if is_page and output and not cypher:
        from kg.export.html import write_answer

        write_answer(answer, output)
        return
    with writing(output) if output else nullcontext(sys.stdout) as file:
        _write(answer, file, chosen, explain=explain, cypher=cypher)


def _write(answer: Answer, out: Any, form: str, *, explain: bool, cypher: bool) -> None:
    if cypher:
        out.write(as_script(answer.cypher))
    else:
        write(answer, out, form=form, explain=explain)
