"""python -m tests.neo4j start|stop [lts|current], or: test [pytest arguments].

`test` runs all that meets a store on a new server of each line, and stops them; what `start` started is left alone.
"""

import contextlib
import os
import signal
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.neo4j.server import LINES, ROOT, Line, Running, ServerError, start, stop

TESTS = ("tests/store", "tests/query", "tests/export", "tests/cli", "tests/neo4j")


def main(verb: str, *words: str) -> int:
    """Run one verb; returns the exit code."""
    if verb == "test":
        return test(*words)
    for line in [LINES[word] for word in words] or [LINES["lts"]]:
        if verb == "stop":
            stop(ROOT / line.name)
        else:
            tell(line, start(line, ROOT / line.name))
    return 0


def test(*words: str) -> int:
    """Run the tests marked neo4j; returns pytest's exit code. The servers end with this process."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    with TemporaryDirectory() as folder, contextlib.ExitStack() as stack:
        servers = []
        for line in LINES.values():
            home = Path(folder) / line.name
            stack.callback(stop, home)
            servers.append(f"{line.name}={start(line, home).uri}")
        command = [sys.executable, "-m", "pytest", "-m", "neo4j", *(words or TESTS)]
        return subprocess.run(command, env={**os.environ, "KG_TEST_NEO4J": ",".join(servers)}, check=False).returncode


def tell(line: Line, up: Running) -> None:
    """How to use a server."""
    print(f"Neo4j ({line.name}) is up; Browser at http://127.0.0.1:{up.http}/browser/, user neo4j. To use it:")  # noqa: T201
    print(f"export NEO4J_URI=bolt://127.0.0.1:{up.bolt} NEO4J_USERNAME=neo4j NEO4J_PASSWORD=$(cat {up.password_file})")  # noqa: T201


if __name__ == "__main__":
    if (
        len(sys.argv) < 2
        or sys.argv[1] not in {"start", "stop", "test"}
        or (sys.argv[1] != "test" and not set(sys.argv[2:]) <= set(LINES))
    ):
        sys.exit(__doc__)
    try:
        sys.exit(main(*sys.argv[1:]))
    except ServerError as error:
        sys.exit(str(error))
