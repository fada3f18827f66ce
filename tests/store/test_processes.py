"""Loads that are killed, and loads that run beside others: the graph is that of a load that ran alone and in peace."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kg.config import Settings
from kg.store import Store, open_store
from kg.store.doctor import examine
from tests.store.dump import dump
from tests.store.records import busy

ROOT = Path(__file__).parent.parent.parent
STATEMENTS = (1, 4, 9, 16, 23, 40, 77, 120, 180)
"""Points of a load at which it is killed, counted in statements sent."""


def child(settings: Settings, *words: str) -> "subprocess.Popen[str]":
    told = {"NEO4J_URI": settings.uri, "NEO4J_USERNAME": settings.user, "NEO4J_PASSWORD": settings.password}
    variables = {key: value for key, value in told.items() if value} or {"KG_HOME": str(settings.home)}
    return subprocess.Popen(
        [sys.executable, "-m", "tests.store.child", *words],
        cwd=ROOT, env={**os.environ, **variables}, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> str:
    with open_store(Settings(home=tmp_path_factory.mktemp("expected") / "kg-data")) as store:
        store.load(*busy())
        return dump(store)


@pytest.mark.parametrize("statement", STATEMENTS)
def test_load_killed_and_repeated_gives_the_same_graph(settings: Settings, expected: str, statement: int) -> None:
    killed = child(settings, "1/1", str(statement))
    assert killed.wait(60) == -signal.SIGKILL
    killed.stderr.close()
    assert [finding for finding in examine(settings) if not finding.ok] == []
    with open_store(settings) as store:
        assert dump(store) != expected
        store.load(*busy(), batch=2)
        assert dump(store) == expected


def test_loads_at_the_same_time_give_the_same_graph(settings: Settings, expected: str) -> None:
    writers = [child(settings, f"{part}/3") for part in (1, 2, 3)]
    told = [writer.communicate(timeout=120)[1] for writer in writers]
    assert [writer.returncode for writer in writers] == [0, 0, 0], told
    with open_store(settings) as store:
        assert dump(store) == expected


def test_load_of_another_process_is_seen(store: Store, settings: Settings, expected: str) -> None:
    writer = child(settings, "1/1")
    _, told = writer.communicate(timeout=60)
    assert writer.returncode == 0, told
    assert dump(store) == expected
