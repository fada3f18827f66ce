"""Options that several commands share."""

import functools
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click


def store_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add where the store is, and pass it on as one `settings: kg.config.Settings`.

    A password is never an option: it comes from NEO4J_PASSWORD or the configuration file.
    """

    @click.option("--home", type=click.Path(path_type=Path), help="Folder of the embedded store [KG_HOME, ./kg-data].")
    @click.option("--uri", help="A Neo4j server instead, e.g. bolt://localhost:7687 [NEO4J_URI].")
    @click.option("--user", help="Its user [NEO4J_USERNAME].")
    @click.option("--database", help="Its database [NEO4J_DATABASE].")
    @functools.wraps(command)
    def wrapped(
        *args: Any, home: Path | None, uri: str | None, user: str | None, database: str | None, **kwargs: Any
    ) -> Any:
        from kg.config import load_settings

        return command(*args, settings=load_settings(home=home, uri=uri, user=user, database=database), **kwargs)

    return wrapped
