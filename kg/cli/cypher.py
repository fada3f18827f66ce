"""kg cypher: favourites and a style sheet for Neo4j Browser."""

import click

from kg.errors import UsageError
from kg.export.grass import grass
from kg.query.favourites import favourites


@click.command()
@click.argument("name", required=False)
@click.option("--list", "listed", is_flag=True, help="List the favourites with what each answers.")
@click.option("--style", is_flag=True, help="Print a GraSS style sheet with the ontology's colours.")
def cypher(name: str | None, listed: bool, style: bool) -> None:
    """Print the Cypher NAME, to paste into Neo4j Browser or to hand to kg query.

    \b
    kg cypher --list
    kg cypher hardware-users
    kg query "$(kg cypher single-sourced)"
    kg cypher --style > kg.grass
    """
    if sum(map(bool, (name, listed, style))) > 1:
        raise UsageError("Give only one of NAME, --list and --style.")
    if style:
        click.echo(grass(), nl=False)
    elif listed or name is None:
        width = max(map(len, favourites()))
        for favourite in favourites().values():
            click.echo(f"{favourite.name:<{width}}  {favourite.answers}")
    elif name in favourites():
        click.echo(favourites()[name].text, nl=False)
    else:
        raise UsageError(f"No favourite is called {name!r}; kg cypher --list shows all.")
