"""Reading inputs for a command: progress while it goes on, rejections told at once and counted."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from ingest.sources import read_inputs
from kg.errors import SourceError
from kg.model import Article


@dataclass
class Rejections:
    """The inputs that could not be read; the command's exit code tells of them."""

    errors: list[SourceError] = field(default_factory=list)

    def add(self, error: SourceError) -> None:
        self.errors.append(error)
        click.echo(f"Rejected: {error}", err=True)

    def exit(self) -> None:
        """Leave with 1 where something was rejected."""
        if self.errors:
            raise click.exceptions.Exit(1)


def reading(inputs: Sequence[str], rejections: Rejections, *, quiet: bool) -> Iterator[Article]:
    """The articles of the inputs, with a line of progress on a terminal."""
    console = Console(stderr=True, quiet=quiet)
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console, transient=True, disable=quiet or not console.is_terminal) as progress:
        task = progress.add_task("reading", total=None)
        for article in read_inputs(inputs, on_reject=rejections.add):
            progress.update(task, advance=1, description=article.id[:40])
            yield article


def jobs_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """How many processes read articles."""
    return click.option("-j", "--jobs", default=1, show_default=True, type=click.IntRange(1, 64), help="Processes.")(
        command
    )
