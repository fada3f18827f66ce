"""The `kg` command: a table of commands, each imported when it runs, so that none pays for another's start-up."""

import importlib
import os
import sys

import click

from kg.errors import KGError

COMMANDS = {
    "ingest": ("kg.cli.ingest:ingest", "Read articles and put their claims into the store."),
    "extract": ("kg.cli.extract:extract", "Read articles and write their claims as JSON Lines; no store."),
    "load": ("kg.cli.load:load", "Put claims from JSON Lines into the store."),
    "query": ("kg.cli.query:query", "Ask the graph a question."),
    "ask": ("kg.cli.ask:ask_command", "Ask a plain question in English, Japanese or Chinese."),
    "cypher": ("kg.cli.cypher:cypher", "Print Cypher for Neo4j Browser: favourites, and a style sheet."),
    "export": ("kg.cli.export:export", "Write the graph as HTML, RDF, GraphML, CSV or JSON Lines."),
    "report": ("kg.cli.report:report", "Write one page: what is new, dependence, money, people, rumours."),
    "resolve": ("kg.cli.resolve:resolve", "Say which entity a name is."),
    "same": ("kg.cli.same:same", "Judge that two names mean one entity."),
    "not-same": ("kg.cli.same:not_same", "Judge that two names mean two entities."),
    "judgements": ("kg.cli.same:judgements", "List what was judged, or take a judgement back."),
    "eval": ("kg.cli.evaluate:evaluate", "Score extraction against annotated articles."),
    "rebuild": ("kg.cli.load:rebuild", "Derive every relationship again from its claims."),
    "status": ("kg.cli.admin:status", "Count what is in the store."),
    "doctor": ("kg.cli.admin:doctor", "Check the store and say what is wrong with it."),
}
"""Command → (module:function, help line)."""


class LazyGroup(click.Group):
    """A group whose help needs no command's module."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        module, _, function = COMMANDS[cmd_name][0].partition(":")
        command: click.Command = getattr(importlib.import_module(module), function)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl([(name, help_line) for name, (_, help_line) in COMMANDS.items()])


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="ai-landscape-kg", prog_name="kg")
def cli() -> None:
    """A knowledge graph of the AI industry: who depends on, funds, builds on and leaves whom, and who says so.

    \b
    kg ingest articles/              read a folder of articles
    kg query dependents NVIDIA       ask
    kg export html -o graph.html     look
    """


def main() -> None:
    """Run the command line; an error is one line on stderr and an exit code."""
    try:
        sys.exit(cli.main(standalone_mode=False))
    except BrokenPipeError:
        # Whoever read the output has enough; without this, Python would complain when it flushes at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except click.exceptions.Abort:
        click.echo("Interrupted.", err=True)
        sys.exit(130)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except KGError as error:
        click.echo(f"Error: {error}", err=True)
        sys.exit(error.exit_code)
