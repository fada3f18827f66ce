"""kg same, kg not-same, kg judgements: the user's own word on who is the same."""

import sys
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.options import store_options
from kg.export.writing import writing
from kg.output import FORMATS, format_of, write

if TYPE_CHECKING:
    from kg.config import Settings

_BY = click.option("--by", default="", metavar="NAME", help="Who says so, to be kept with it.")
_QUIET = click.option("-q", "--quiet", is_flag=True, help="No remark.")


@click.command()
@click.argument("one")
@click.argument("other")
@click.option("--force", is_flag=True, help="Even where something speaks against it.")
@_BY
@_QUIET
@store_options
def same(one: str, other: str, force: bool, by: str, quiet: bool, settings: "Settings") -> None:
    """Judge that ONE and OTHER, names in any of the three languages or ids, are one entity.

    Claims stay as they were read; relationships and questions are told of one of the two, by either name.

    \b
    kg same org:kestrel "Kestrel Labs"
    kg judgements --undo org:kestrel "Kestrel Labs"
    """
    _judge(settings, one, other, same=True, force=force, by=by, quiet=quiet)


@click.command("not-same")
@click.argument("one")
@click.argument("other")
@_BY
@_QUIET
@store_options
def not_same(one: str, other: str, by: str, quiet: bool, settings: "Settings") -> None:
    """Judge that ONE and OTHER are two entities: a name that both bear is asked back, and nothing may join them.

    \b
    kg not-same org:kestrel org:kestrel-labs
    """
    _judge(settings, one, other, same=False, force=False, by=by, quiet=quiet)


@click.command()
@click.option("--undo", nargs=2, metavar="ONE OTHER", help="Take back what was judged of these two.")
@click.option("--format", "form", type=click.Choice(FORMATS), help="How to write the list [table].")
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write into a file.")
@_QUIET
@store_options
def judgements(
    undo: tuple[str, str] | None, form: str | None, output: Path | None, quiet: bool, settings: "Settings"
) -> None:
    """List what was judged, the earliest first; kg load --judgements takes the list as JSON Lines.

    \b
    kg judgements
    kg judgements -o judgements.jsonl
    kg judgements --undo org:kestrel "Kestrel Labs"
    """
    from kg.query.judging import judgements as judged
    from kg.query.judging import take_back
    from kg.store import open_store

    chosen = form or (format_of(output) if output else "table")
    with open_store(settings) as store:
        if undo:
            _say(take_back(store, *undo), quiet=quiet)
            return
        answer = judged(store)
    _say(f"{answer.title}: {len(answer.rows)}", quiet=quiet)
    with writing(output) if output else nullcontext(sys.stdout) as file:
        write(answer, file, form=chosen)


def _judge(settings: "Settings", one: str, other: str, *, same: bool, force: bool, by: str, quiet: bool) -> None:
    from kg.query.judging import judge
    from kg.store import open_store

    with open_store(settings) as store:
        _say(judge(store, one, other, same=same, force=force, by=by), quiet=quiet)


def _say(words: str, *, quiet: bool) -> None:
    if not quiet:
        click.echo(words, err=True)
