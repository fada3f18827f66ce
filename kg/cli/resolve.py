"""kg resolve: which entity a name is."""

from collections.abc import Iterator

import click

from kg.model import dump_line


@click.command()
@click.argument("names", nargs=-1, required=True)
@click.option("--format", "format_", type=click.Choice(["table", "jsonl"]), default="table", show_default=True)
def resolve(names: tuple[str, ...], format_: str) -> None:
    """Say which entity each of NAMES is, in any of the three languages; nothing where it is unknown.

    A NAME of - stands for the names on standard input, one a line.

    \b
    kg resolve エヌビディア 英伟达 "GPT 4o" GPT-4 --format jsonl
    """
    from ontology.names import Names

    known = Names.load()
    for name in _asked(names):
        found = known.resolve(name)
        row = (found.id, found.name, found.type) if found else (None, None, None)
        if format_ == "jsonl":
            click.echo(dump_line({"query": name, **dict(zip(("id", "name", "type"), row, strict=True))}), nl=False)
            continue
        click.echo("\t".join((name, *filter(None, row))) if found else f"{name}\tunknown")
        if not found and (near := known.suggest(name)):
            click.echo(f"{name}: spelt alike are {', '.join(near)}", err=True)


def _asked(names: tuple[str, ...]) -> Iterator[str]:
    for name in names:
        if name == "-":
            with click.open_file("-", encoding="utf-8") as lines:
                yield from filter(None, map(str.strip, lines))
        else:
            yield name
