"""`kg query`: each question as a subcommand, and raw Cypher in place of a question's name."""

import re
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.answer import Answer
from kg.cli.options import store_options
from kg.errors import UsageError
from kg.output import FORMATS, format_of, write
from kg.query import QUESTIONS, Parameter, Question, ask, lens
from kg.query.deadline import within
from kg.query.readonly import check_reads_only
from kg.query.script import as_script

if TYPE_CHECKING:
    from kg.config import Settings
    from kg.store import Store

_SEVERAL_WORDS = re.compile(r"\s*\S+[\s({/].*", re.DOTALL)
_POSITIVE = click.IntRange(min=1)
_LIMIT = click.Option(["--limit"], type=_POSITIVE, help="At most so many rows.")
_LENS = (
    click.Option(
        ["--include"], metavar="MODALITY,…", default="", help="Show rumoured, speculative or denied ones too."
    ),
    click.Option(
        ["--as-of"], metavar="DATE", default="", help="As known then: only claims said on or before that date."
    ),
    click.Option(["--min-confidence"], type=click.FloatRange(0, 1), default=0.0, help="Only what is at least so sure."),
    _LIMIT,
)
_OUTPUT = (
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


class QuestionGroup(click.Group):
    """Subcommands from the table of questions; a first word of several words is run as Cypher."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(QUESTIONS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name in QUESTIONS:
            return _question_command(QUESTIONS[cmd_name])
        return _cypher_command(cmd_name) if _SEVERAL_WORDS.fullmatch(cmd_name) else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if (command := self.get_command(ctx, args[0])) is None:
            raise UsageError(f"No question is called {args[0]!r}; there are {', '.join(QUESTIONS)}, or give Cypher.")
        return command.name, command, args[1:]


@click.group(cls=QuestionGroup, invoke_without_command=True)
@click.option("--list", "listed", is_flag=True, help="List the questions, each with an example.")
@click.pass_context
def query(ctx: click.Context, *, listed: bool) -> None:
    """Ask the graph a question, or give Cypher in its place.

    \b
    kg query dependents NVIDIA --explain
    kg query funding --of Anthropic --format csv
    kg query "MATCH (c:Company) RETURN c.name LIMIT 5"
    """
    if listed:
        for question in QUESTIONS.values():
            click.echo(f"{question.name:<14}{question.help}\n{'':<14}kg query {question.example}")
    elif ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


def _question_command(question: Question) -> click.Command:
    def run(
        *, settings: "Settings", include: str, as_of: str, min_confidence: float, limit: int | None, **rest: Any
    ) -> None:
        through = lens(include.split(","), as_of, min_confidence, limit)
        output = {option.name: rest.pop(option.name) for option in _OUTPUT if option.name}
        _show(settings, lambda store: ask(store, question.name, rest, through=through), **output)

    words = "\n".join(f"{parameter.name.upper():<10}{parameter.help}" for parameter in question.arguments)
    arguments = f"\n\n\b\n{words}" if words else ""
    return _command(
        question.name,
        run,
        [
            *(click.Argument([parameter.name]) for parameter in question.arguments),
            *map(_option, question.options),
            *_LENS,
        ],
        f"{question.help}{arguments}\n\nExample: kg query {question.example}",
    )


def _cypher_command(text: str) -> click.Command:
    def run(*, settings: "Settings", may_write: bool, limit: int | None, **output: Any) -> None:
        from kg.query.cypher import run_cypher

        if not may_write:
            check_reads_only(text)
        _show(settings, lambda store: run_cypher(store, text, write=may_write, limit=limit), **output)

    write_flag = click.Option(["--write", "may_write"], is_flag=True, help="Let the statement change the graph.")
    return _command("cypher", run, [write_flag, _LIMIT], "Run a Cypher statement.")


def _command(name: str, run: Callable[..., None], params: list[click.Parameter], text: str) -> click.Command:
    callback = store_options(run)
    where = reversed(getattr(callback, "__click_params__"))  # noqa: B009 - click's own attribute, unknown to mypy
    return click.Command(name, callback=callback, params=[*params, *_OUTPUT, *where], help=text)


def _option(parameter: Parameter) -> click.Option:
    names = [f"--{parameter.name.replace('_', '-')}", parameter.name]
    match parameter.kind:
        case "flag":
            return click.Option(names, is_flag=True, help=parameter.help)
        case "number":
            return click.Option(
                names, type=_POSITIVE, default=parameter.default, show_default=True, help=parameter.help
            )
        case "choice":
            choice = click.Choice(parameter.choices, case_sensitive=False)
            many = len("|".join(parameter.choices)) > 60
            return click.Option(
                names, type=choice, metavar=parameter.name.upper() if many else None, help=parameter.help
            )
        case "date":
            return click.Option(names, metavar="DATE", required=parameter.required, help=parameter.help)
        case "entities":
            return click.Option(names, metavar="NAME,…", required=parameter.required, help=parameter.help)
        case _:
            return click.Option(names, metavar="NAME", required=parameter.required, help=parameter.help)


def _show(
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

    is_page = output is not None and form is None and output.suffix.lower() in {".html", ".htm"}
    chosen = form or (format_of(output) if output and not is_page and not cypher else "table")
    with open_store(replace(settings, timeout=timeout)) as store:
        answer = within(timeout, lambda: question(store))
    if not quiet:
        rows = f"{len(answer.rows)} row{'' if len(answer.rows) == 1 else 's'}"
        click.echo("\n".join((f"{answer.title}: {rows}", *answer.notes)), err=True)
    if is_page and output and not cypher:
        from kg.export.html import write_answer

        write_answer(answer, output)
    elif output:
        with output.open("w", encoding="utf-8", newline="") as file:
            _write(answer, file, chosen, explain=explain, cypher=cypher)
    else:
        _write(answer, sys.stdout, chosen, explain=explain, cypher=cypher)


def _write(answer: Answer, out: Any, form: str, *, explain: bool, cypher: bool) -> None:
    if cypher:
        out.write(as_script(answer.cypher))
    else:
        write(answer, out, form=form, explain=explain)
