"""Raw Cypher reads; what writes, or may, is refused before it is sent."""

import pytest

from kg.errors import UsageError
from kg.query.cypher import run_cypher
from kg.query.script import as_script
from kg.store import Store
from ontology.read import read_yaml
from tests.query.world import CASES

TEXTS = read_yaml(CASES / "cypher.yaml")
_CENSUS = (
    "MATCH (n) OPTIONAL MATCH (n)-[r]->() "
    "RETURN count(DISTINCT n) AS nodes, count(r) AS edges, sum(size(keys(n))) AS properties"
)


@pytest.mark.parametrize("text", TEXTS["refused"])
def test_text_that_writes_is_refused_and_changes_nothing(landscape: Store, text: str) -> None:
    before = landscape.read(_CENSUS)
    with pytest.raises(UsageError):
        run_cypher(landscape, text)
    assert landscape.read(_CENSUS) == before


@pytest.mark.parametrize("text", TEXTS["allowed"])
def test_text_that_reads_is_run(landscape: Store, text: str) -> None:
    before = landscape.read(_CENSUS)
    assert run_cypher(landscape, text).cypher[0].cypher == text
    assert landscape.read(_CENSUS) == before


def test_write_runs_what_changes_the_graph(store: Store) -> None:
    run_cypher(store, "CREATE (n:Entity {id: 'org:x', name: 'X'})", write=True)
    found = run_cypher(
        store, "MATCH (n:Entity) RETURN n.id AS id, n AS node, [1, 2] AS list, date('2025-01-02') AS day"
    )
    assert found.columns == ("id", "node", "list", "day")
    assert found.rows == (("org:x", '{"id": "org:x", "name": "X"}', "[1, 2]", "2025-01-02"),)


def test_limit_holds(landscape: Store) -> None:
    assert run_cypher(landscape, "UNWIND range(1, 50) AS x RETURN x", limit=3).rows == ((1,), (2,), (3,))


def test_script_of_statements_is_one_that_a_browser_runs(landscape: Store) -> None:
    found = run_cypher(landscape, "RETURN 1 AS one")
    assert as_script(found.cypher) == "RETURN 1 AS one;\n"
