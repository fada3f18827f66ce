"""Where the store is: flag, else environment, else configuration file, else default."""

import os
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import platformdirs

from kg.errors import UsageError

DEFAULT_HOME = Path("kg-data")
_VARIABLES = {
    "home": "KG_HOME",
    "uri": "NEO4J_URI",
    "user": "NEO4J_USERNAME",
    "password": "NEO4J_PASSWORD",
    "database": "NEO4J_DATABASE",
}


@dataclass(frozen=True)
class Settings:
    """A Neo4j server at `uri`, or without one the embedded store in the folder `home`.

    `database` None is the server's default. `timeout` limits one transaction, in seconds; None leaves it to the server.
    """

    home: Path = DEFAULT_HOME
    uri: str | None = None
    user: str | None = None
    password: str | None = field(default=None, repr=False)
    database: str | None = None
    timeout: float | None = None


def config_path() -> Path:
    """The configuration file, which need not exist: `config.toml` in the platform's folder, with a table [store]."""
    return platformdirs.user_config_path("kg", appauthor=False) / "config.toml"


def load_settings(
    *, home: Path | None = None, uri: str | None = None, user: str | None = None, database: str | None = None
) -> Settings:
    """Settings from flags (None where not given), environment and file; raises `UsageError` for a file that is wrong.

    A server named by one level hides a folder named by a lower one, and the other way round.
    """
    flags = {"home": home, "uri": uri, "user": user, "database": database}
    environment = {key: os.environ.get(variable) for key, variable in _VARIABLES.items()}
    merged: dict[str, Any] = {}
    for level in (flags, environment, _file(config_path())):
        given = {key: value for key, value in level.items() if value}
        if "home" in merged or "uri" in merged:
            given = {key: value for key, value in given.items() if key not in {"home", "uri"}}
        merged = {**given, **merged}
    if "home" in merged:
        merged["home"] = Path(merged["home"]).expanduser()
    return Settings(**merged)


def _file(path: Path) -> dict[str, str]:
    try:
        text = path.read_text(encoding="utf-8")
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} can't be read ({error}); make it readable UTF-8 or remove it.") from error
    try:
        table = tomllib.loads(text).get("store", {})
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{path} is no TOML: {error}.") from error
    if not isinstance(table, dict) or (unknown := sorted(set(table) - set(_VARIABLES))):
        wrong = ", ".join(unknown) if isinstance(table, dict) else "store"
        raise UsageError(f"{path}: {wrong} is unknown; [store] takes {', '.join(_VARIABLES)}.")
    return {key: str(value) for key, value in table.items()}
