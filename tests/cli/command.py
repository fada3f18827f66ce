"""Runs `kg` as a person does: in a process of its own, against a store that is told by the environment."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from kg.config import Settings

ROOT = Path(__file__).parent.parent.parent
CHINESE = sorted((ROOT / "examples" / "articles").glob("zh-*"))
"""Articles whose language needs no large model."""


@dataclass(frozen=True)
class Done:
    """What a command left behind."""

    code: int
    out: str
    lines: list[str]


def kg(*words: object, store: Settings | None = None, program: tuple[str, ...] = ("kg",), given: bytes = b"") -> Done:
    """Run `kg` with these words to its end."""
    command = [sys.executable, "-m", *program, *map(str, words)]
    done = subprocess.run(
        command, cwd=ROOT, env={**os.environ, **variables(store)}, input=given, capture_output=True, check=False
    )
    return Done(done.returncode, done.stdout.decode(), done.stderr.decode().splitlines())


def variables(store: Settings | None) -> dict[str, str]:
    """The environment that names a store."""
    if store is None:
        return {}
    told = {"NEO4J_URI": store.uri, "NEO4J_USERNAME": store.user, "NEO4J_PASSWORD": store.password}
    return {key: value for key, value in told.items() if value} or {"KG_HOME": str(store.home)}
