"""Imports go one way, and the command line stays light."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MAY_IMPORT = {
    "ontology": {"ontology"},
    "kg.model": {"ontology"},
    "kg.errors": set(),
    "ingest": {"ontology", "kg.model", "kg.errors", "ingest"},
    "kg.store": {"ontology", "kg.model", "kg.errors", "kg.derive", "kg.money", "kg.same", "kg.config", "kg.store"},
    "kg.score": {"kg.model", "kg.score"},
    "kg.same": {"kg.derive"},
    "kg.query": {
        "ontology",
        "kg.model",
        "kg.errors",
        "kg.derive",
        "kg.same",
        "kg.money",
        "kg.store",
        "kg.answer",
        "kg.query",
    },
    "kg.answer": {"ontology", "kg.model", "kg.errors"},
    "kg.output": {"ontology", "kg.model", "kg.errors", "kg.answer", "kg.output"},
    "kg.export": {
        "ontology",
        "kg.model",
        "kg.errors",
        "kg.store",
        "kg.answer",
        "kg.derive",
        "kg.same",
        "kg.output",
        "kg.export",
    },
}
"""Part → the parts it may import; what is not listed (kg.cli) may import all."""


def _module(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def _imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found |= {f"{node.module}.{alias.name}" for alias in node.names} | {node.module}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return {name for name in found if name.split(".")[0] in {"kg", "ontology", "ingest"}}


def _within(name: str, part: str) -> bool:
    return name == part or name.startswith(part + ".")


FILES = sorted(p for top in ("kg", "ontology", "ingest") for p in (ROOT / top).rglob("*.py"))


@pytest.mark.parametrize("path", FILES, ids=_module)
def test_imports_go_one_way(path: Path) -> None:
    part = next((p for p in MAY_IMPORT if _within(_module(path), p)), None)
    if part is None:
        return
    own_tops = {name for name in _imports(path) if name not in {"kg", "ontology", "ingest"} or part != name}
    stray = {n for n in own_tops if n != "kg" and not any(_within(n, ok) for ok in (*MAY_IMPORT[part], part))}
    assert not stray, f"{_module(path)} may not import {', '.join(sorted(stray))}"


@pytest.mark.parametrize("words", [["--help"], ["query", "--help"], ["query", "--list"], ["resolve", "エヌビディア"]])
def test_command_line_never_imports_the_language_models(words: list[str]) -> None:
    code = (
        "import sys; from kg.cli import cli; cli(sys.argv[1:], standalone_mode=False); "
        "heavy = {'spacy', 'ginza', 'onnxruntime', 'ingest'} & set(sys.modules); sys.exit(repr(heavy) if heavy else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code, *words], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
