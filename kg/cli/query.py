"""`kg query`: each question as a subcommand, and raw Cypher in place of a question's name."""

import re
from typing import TYPE_CHECKING, Any

import click

from kg.cli.answering import LENS, LIMIT, OUTPUT, POSITIVE, answering_command, show
from kg.errors import UsageError
from kg.query import QUESTIONS, Parameter, Question, ask, lens
from kg.query.readonly import check_reads_only

if TYPE_CHECKING:
    from kg.config import Settings

_SEVERAL_WORDS = re.compile(r"\s*\S+[\s({/].*", re.DOTALL)


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
        output = {option.name: rest.pop(option.name) for option in OUTPUT if option.name}
        show(settings, lambda store: ask(store, question.name, rest, through=through), **output)

    words = "\n".join(f"{parameter.name.upper():<10}{parameter.help}" for parameter in question.arguments)
    arguments = f"\n\n\b\n{words}" if words else ""
    return answering_command(
        question.name,
        run,
        [
            *(click.Argument([parameter.name], required=not parameter.optional) for parameter in question.arguments),
            *map(_option, question.options),
            *LENS,
        ],
        f"{question.help}{arguments}\n\nExample: kg query {question.example}",
    )


def _cypher_command(text: str) -> click.Command:
    def run(*, settings: "Settings", may_write: bool, limit: int | None, **output: Any) -> None:
        from kg.query.cypher import run_cypher

        if not may_write:
            check_reads_only(text)
        show(settings, lambda store: run_cypher(store, text, write=may_write, limit=limit), **output)

    write_flag = click.Option(["--write", "may_write"], is_flag=True, help="Let the statement change the graph.")
    return answering_command("cypher", run, [write_flag, LIMIT], "Run a Cypher statement.")


def _option(parameter: Parameter) -> click.Option:
    names = [f"--{parameter.name.replace('_', '-')}", parameter.name]
    match parameter.kind:
        case "flag":
            return click.Option(names, is_flag=True, help=parameter.help)
        case "number":
            return click.Option(names, type=POSITIVE, default=parameter.default, show_default=True, help=parameter.help)
        case "choice":
            choice = click.Choice(parameter.choices, case_sensitive=False)
            if len("|".join(parameter.choices)) <= 60:
                return click.Option(names, type=choice, help=parameter.help)
            example = f"{parameter.help.removesuffix('.')}, e.g. {parameter.choices[0]}."
            return click.Option(names, type=choice, metavar=parameter.name.upper(), help=example)
        case "date":
            return click.Option(names, metavar="DATE", required=parameter.required, help=parameter.help)
        case "entities":
            return click.Option(names, metavar="NAME,…", required=parameter.required, help=parameter.help)
        case _:
            return click.Option(names, metavar="NAME", required=parameter.required, help=parameter.help)
