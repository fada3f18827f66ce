"""The Makefile: what it refuses and what it leaves alone."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.command import ROOT

PYTHON = """\
#!/bin/sh
test "$1" = -c || { echo "goes on" >&2; exit 1; }
shift
exec %s -c 'import sys; sys.version_info = %s; exec(sys.argv.pop(1))' "$@"
"""
"""A Python of another version, which goes as far as the making of the environment."""

pytestmark = pytest.mark.skipif(shutil.which("make") is None, reason="needs make")


def make(*words: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["make", "--no-print-directory", *map(str, words)], cwd=ROOT, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize(
    ("version", "fits"), [((3, 10, 9), False), ((3, 11, 0), True), ((3, 13, 5), True), ((3, 14, 0), False)], ids=str
)
def test_python_that_does_not_fit_is_told(tmp_path: Path, version: tuple[int, ...], fits: bool) -> None:
    python = tmp_path / "python"
    python.write_text(PYTHON % (sys.executable, version))
    python.chmod(0o755)
    told = make(tmp_path / ".installed", f"VENV={tmp_path}", f"PYTHON={python}").stderr.splitlines()[0]
    assert told == ("goes on" if fits else "Python 3.11 or later, before 3.14, is needed: make demo PYTHON=python3.12")


def test_clean_leaves_the_store() -> None:
    assert make("--dry-run", "clean").stdout == "rm -rf .venv demo\n"
