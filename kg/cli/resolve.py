"""kg resolve: which entity a name is."""

import click

from kg.model import dump_line


@click.command()
@click.argument("names", nargs=-1, required=True)
@click.option("--format", "format_", type=click.Choice(["table", "jsonl"]), default="table", show_default=True)
def resolve(names: tuple[str, ...], format_: str) -> None:
    """Say which entity each of NAMES is, in any of the three languages; nothing where it is unknown.

    \b
    kg resolve エヌビディア 英伟达 "GPT 4o" GPT-4 --format jsonl
    """
    from ontology.names import Names

    known = Names.load()
    for name in names:
        found = known.resolve(name)
        if format_ == "jsonl":
            record = {"query": name, "id": None, "name": None, "type": None}
            if found:
                record.update(id=found.id, name=found.name, type=found.type)
            click.echo(dump_line(record), nl=False)
        elif found:
            click.echo(f"{name}\t{found.id}\t{found.name}\t{found.type}")
        else:
            near = ", ".join(known.suggest(name))
            click.echo(f"{name}\tunknown" + (f" (spelt alike: {near})" if near else ""))
