"""kg resolve: which entity a name is."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING

import click

from kg.cli.options import store_options
from kg.model import dump_line

if TYPE_CHECKING:
    from kg.answer import Node
    from kg.config import Settings
    from kg.store import Store

_FORMAT = "tsv: name, id, canonical name, type, with tabs between; jsonl: the same as objects, null where unknown."


@click.command()
@click.argument("names", nargs=-1, required=True)
@click.option(
    "--format", "format_", type=click.Choice(["tsv", "jsonl"]), default="tsv", show_default=True, help=_FORMAT
)
@store_options
def resolve(names: tuple[str, ...], format_: str, settings: "Settings") -> None:
    """Say which entity each of NAMES is, in any of the three languages, or that it is unknown.

    Where there is a store, its entities and judgements count too; a name of two that are judged not to be the same
    has a line for each. A NAME of - stands for the names on standard input, one a line.

    \b
    kg resolve エヌビディア 英伟达 "GPT 4o" GPT-4 --format jsonl
    """
    from kg.query.entities import resolve_name
    from kg.query.lens import Lens
    from kg.query.view import View
    from ontology.names import Names

    with _store(settings) as store:
        view = View(store, Lens()) if store else None
        for name in _asked(names):
            found = resolve_name(name, view)
            for node in found or (None,):
                click.echo(_line(name, node, format_), nl=False)
            if format_ == "tsv" and not found and (near := Names.load().suggest(name)):
                click.echo(f"{name}: spelt alike are {', '.join(near)}", err=True)


def _line(name: str, node: "Node | None", format_: str) -> str:
    if format_ == "jsonl":
        return dump_line({"query": name, **{key: getattr(node, key, None) for key in ("id", "name", "type")}})
    return "\t".join((name, node.id, node.name, node.type) if node else (name, "unknown")) + "\n"


def _store(settings: "Settings") -> "AbstractContextManager[Store | None]":
    """The store, if there is one: a name can be asked for without."""
    if settings.uri is None and not settings.home.is_dir():
        return nullcontext()
    from kg.store import open_store

    return open_store(settings)


def _asked(names: tuple[str, ...]) -> Iterator[str]:
    for name in names:
        if name == "-":
            with click.open_file("-", encoding="utf-8") as lines:
                yield from filter(None, map(str.strip, lines))
        else:
            yield name
