"""kg status and kg doctor: what is in the store, and whether it is sound."""

from collections.abc import Mapping

import click

from kg.cli.options import store_options
from kg.config import Settings
from kg.store import open_store
from kg.store.doctor import examine


@click.command()
@store_options
def status(settings: Settings) -> None:
    """Count what is in the store.

    \b
    kg status
    kg status --uri bolt://localhost:7687
    """
    with open_store(settings) as store:
        found = store.status()
    click.echo(f"{found.location} (schema {found.version})")
    if not found.labels:
        click.echo("It is empty; kg ingest or kg load fills it.")
        return
    for title, counts in (
        ("nodes", found.labels),
        ("claims by relation", found.predicates),
        ("claims by modality", found.modalities),
        ("derived relationships", found.relationships),
    ):
        _table(title, counts)


@click.command()
@store_options
def doctor(settings: Settings) -> None:
    """Check the store and say what is wrong with it; exit code 1 where something is.

    \b
    kg doctor
    """
    sound = True
    for finding in examine(settings):
        sound &= finding.ok
        click.echo(f"{'ok  ' if finding.ok else 'FAIL'} {finding.check}: {finding.result}")
    if not sound:
        raise click.exceptions.Exit(1)


def _table(title: str, counts: Mapping[str, int]) -> None:
    click.echo(f"\n{title}" if counts else f"\n{title}: none")
    width = max(map(len, counts), default=0)
    for name, count in counts.items():
        click.echo(f"  {name:<{width}} {count:>9,}")
