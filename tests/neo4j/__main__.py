"""python -m tests.neo4j start|stop [lts|current], or: test [pytest arguments], the store's contract on both lines."""

import os
import subprocess
import sys

from tests.neo4j.server import LINES, Running, start, stop


def main(verb: str, *words: str) -> int:
    """Run one verb; returns the exit code."""
    if verb == "test":
        return test(*words)
    lines = [LINES[word] for word in words] or [LINES["lts"]]
    for line in lines:
        if verb == "stop":
            stop(line)
        else:
            tell(start(line))
    return 0


def test(*words: str) -> int:
    """Start both lines, run the tests of everything that meets a store on them, and stop them."""
    try:
        servers = ",".join(f"{line.name}={start(line).uri}" for line in LINES.values())
        command = [
            sys.executable,
            "-m",
            "pytest",
            "-m",
            "neo4j",
            *(words or ("tests/store", "tests/query", "tests/export")),
        ]
        return subprocess.run(command, env={**os.environ, "KG_TEST_NEO4J": servers}, check=False).returncode
    finally:
        for line in LINES.values():
            stop(line)


def tell(up: Running) -> None:
    """How to use a server."""
    print(f"Neo4j ({up.line}) is up; Browser at http://127.0.0.1:{up.http}/browser/, user neo4j. To use it:")  # noqa: T201
    print(f"export NEO4J_URI=bolt://127.0.0.1:{up.bolt} NEO4J_USERNAME=neo4j NEO4J_PASSWORD=$(cat {up.password_file})")  # noqa: T201


if __name__ == "__main__":
    if len(sys.argv) < 2 or sys.argv[1] not in {"start", "stop", "test"}:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
