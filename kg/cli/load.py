"""kg load and kg rebuild: claims from files into the store, and what follows from them made again."""

from pathlib import Path

import click

from kg.cli.options import store_options
from kg.config import Settings
from kg.store import open_store
from kg.store.lines import read_lines

_FILE = click.Path(path_type=Path)


@click.command()
@click.argument("claims", type=_FILE)
@click.option("--mentions", type=_FILE, help="The entities that each article names, as kg extract writes them.")
@click.option("--articles", type=_FILE, help="Title, date and publisher of each article, as kg extract writes them.")
@click.option("--judgements", type=_FILE, help="Judgements of identity, as kg judgements --format jsonl writes them.")
@store_options
@click.option("-q", "--quiet", is_flag=True, help="No summary.")
def load(
    claims: Path,
    mentions: Path | None,
    articles: Path | None,
    judgements: Path | None,
    settings: Settings,
    quiet: bool,
) -> None:
    """Put CLAIMS, a file of JSON Lines or - for standard input, into the store; what is already in stays as it is.

    \b
    kg load claims.jsonl
    kg load claims.jsonl --mentions mentions.jsonl --articles articles.jsonl
    """
    with open_store(settings) as store:
        report = store.load(
            articles=read_lines(articles) if articles else (),
            mentions=read_lines(mentions) if mentions else (),
            claims=read_lines(claims),
            judgements=read_lines(judgements) if judgements else (),
        )
    for error in report.rejected:
        click.echo(f"Rejected: {error}", err=True)
    if not quiet:
        judged = f" and {report.judgements} judgements" if judgements else ""
        click.echo(
            f"{report.loaded} articles loaded, {report.unchanged} unchanged, {report.replaced} replaced; "
            f"{report.claims} claims{judged} written, {len(report.rejected)} records rejected.",
            err=True,
        )
    if report.rejected:
        raise click.exceptions.Exit(1)


@click.command()
@store_options
@click.option("-q", "--quiet", is_flag=True, help="No summary.")
def rebuild(settings: Settings, quiet: bool) -> None:
    """Make names, dollar amounts and derived relationships again from articles, mentions and claims.

    \b
    kg rebuild
    """
    with open_store(settings) as store:
        report = store.rebuild()
    if not quiet:
        click.echo(
            f"{report.entities} entities, {report.claims} claims and {report.relationships} relationships made again.",
            err=True,
        )
