"""Judgements of identity, as questions, exports and names see them: either name, the claims of both."""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kg.config import Settings
from kg.errors import UnknownEntityError, UsageError
from kg.export.graph import Landscape, read_landscape, triple_of
from kg.export.jsonl import jsonl
from kg.model import dump_line
from kg.query import View, ask, lens
from kg.query.entities import find_entity, resolve_name
from kg.query.judging import judge, judgements, take_back
from kg.query.plain import understand
from kg.same import Judgement
from kg.store import Store, open_store
from tests.query.test_questions import GOLDEN, answer
from tests.query.world import records
from tests.store.dump import dump
from tests.store.records import TYPES, article, claim, mention

Records = tuple[list[dict[str, Any]], list[dict[str, Any]], list[dict[str, Any]]]


def split() -> Records:
    """The world as if every second time an entity were taken for another one of its name."""
    articles, _, claims = records()
    seen: Counter[str] = Counter()

    def halve(end: Any) -> Any:
        if not isinstance(end, dict) or "id" not in end:
            return end
        seen[end["id"]] += 1
        return end if seen[end["id"]] % 2 else {**end, "id": f"{end['id']}-2"}

    halved = []
    for record in claims:
        qualifiers = {key: halve(value) for key, value in record["qualifiers"].items()}
        halved.append(
            {**record, "subject": halve(record["subject"]), "object": halve(record["object"]), "qualifiers": qualifiers}
        )
    return articles, [], halved


@pytest.fixture(scope="module")
def rejoined(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store with the split world, its entities judged to be one again."""
    with open_store(Settings(home=tmp_path_factory.mktemp("split") / "kg-data")) as store:
        store.load(*split())
        for row in store.read("MATCH (e:Entity) WHERE e.id ENDS WITH '-2' RETURN e.id AS id"):
            store.judge(Judgement.of({"a": row["id"], "b": row["id"].removesuffix("-2"), "same": True, "at": "2026"}))
        yield store


@pytest.mark.parametrize("case", GOLDEN, ids=lambda case: f"{case['question']}: {case['why']}")
def test_answer_of_entities_judged_the_same_is_that_of_one(rejoined: Store, case: dict[str, Any]) -> None:
    found = [
        [len(record["claims"]) if column == "claims" else record[column] for column in case["columns"]]
        for record in answer(rejoined, case).row_records()
    ]
    assert found == case["rows"]


@pytest.mark.parametrize("case", GOLDEN, ids=lambda case: f"{case['question']}: {case['why']}")
def test_answer_seen_from_a_later_day_is_the_answer_now(rejoined: Store, case: dict[str, Any]) -> None:
    everything = ["rumoured", "speculative", "denied"]
    now = answer(rejoined, case, as_of="", include=everything)
    assert answer(rejoined, case, as_of="2999", include=everything).rows == now.rows


def drawn(landscape: Landscape) -> tuple[list[str], list[tuple[Any, ...]]]:
    """Entities and edges, whichever of two of one name stands for both."""
    behind = landscape.claims_of()
    edges = []
    for edge in landscape.edges:
        ends = sorted(edge[end].removesuffix("-2") for end in ("subject", "object"))
        edges.append((ends, edge["predicate"], edge["status"], edge["claims"], len(behind[triple_of(edge)])))
    return sorted(entity.removesuffix("-2") for entity in landscape.entities), sorted(edges)


def test_export_draws_one_and_gives_claims_as_they_were_read(rejoined: Store, landscape: Store) -> None:
    found = read_landscape(rejoined)
    assert drawn(found) == drawn(read_landscape(landscape))
    assert sorted(jsonl(found)) == sorted(map(dump_line, split()[2]))


TYPES |= {
    "org:osprey": ("Osprey", "Company"),
    "org:osprey-compute": ("Osprey Compute", "Company"),
    "org:misago": ("ミサゴ計算", "Company"),
    "org:yuying": ("鱼鹰计算", "Company"),
    "model:osprey": ("Osprey", "Model"),
    "model:osprey-2": ("Osprey 2", "Model"),
}


@pytest.fixture
def ospreys(store: Store) -> Store:
    """A firm with names in three languages, its unit, and its models."""
    store.load(
        [article("o1"), article("o2")],
        [mention("o1", "org:osprey-compute", "Osprey Compute", "Osprey")],
        [
            claim("o1", "org:osprey", "USES_HARDWARE", "chip:h100"),
            claim("o1", "org:osprey-compute", "DEVELOPS", "model:osprey", sentence=1),
            claim("o1", "org:osprey-compute", "SUBSIDIARY_OF", "org:osprey", sentence=2),
            claim("o2", "org:misago", "USES_CLOUD", "org:nvidia"),
            claim("o2", "org:yuying", "DEVELOPS", "model:osprey-2", sentence=1),
        ],
    )
    return store


def meant(store: Store, name: str) -> str:
    return find_entity(View(store, lens()), name)[0].id


def test_either_name_in_any_language_gets_the_one(ospreys: Store) -> None:
    judge(ospreys, "ミサゴ計算", "org:osprey", same=True)
    judge(ospreys, "鱼鹰计算", "ミサゴ計算", same=True)
    assert {meant(ospreys, name) for name in ("ミサゴ計算", "鱼鹰计算", "org:misago", "org:osprey")} == {"org:osprey"}
    assert [node.id for node in resolve_name("鱼鹰计算", View(ospreys, lens()))] == ["org:osprey"]
    understood = understand(View(ospreys, lens()), "鱼鹰计算依赖谁？")
    assert ask(ospreys, understood.question, understood.values).title == "What Osprey depends on"
    told = {
        row["claims"] for row in ospreys.read("MATCH (:Entity {id: 'org:osprey'})-[r]->() RETURN r.claims AS claims")
    }
    assert told == {1}
    found = ask(ospreys, "claims", {"about": "ミサゴ計算"})
    assert {claim.subject.id for claim in found.evidence.values()} == {"org:osprey", "org:osprey-compute"}
    assert len(found.rows) == 4


def test_name_of_two_that_are_not_the_same_is_asked_back(ospreys: Store) -> None:
    assert meant(ospreys, "org:osprey") == "org:osprey"
    judge(ospreys, "org:osprey", "org:osprey-compute", same=False)
    with pytest.raises(UnknownEntityError) as refused:
        find_entity(View(ospreys, lens()), "Osprey", ["Organization"])
    assert refused.value.suggestions == ("org:osprey (Osprey)", "org:osprey-compute (Osprey Compute)")
    assert meant(ospreys, "org:osprey") == "org:osprey"
    assert meant(ospreys, "Osprey Compute") == "org:osprey-compute"
    told = [node.id for node in resolve_name("Osprey", View(ospreys, lens()))]
    assert told == ["model:osprey", "org:osprey", "org:osprey-compute"]
    assert find_entity(View(ospreys, lens()), "Osprey", ["Model"])[0].id == "model:osprey"


DOUBTS = {
    "kinds": ("org:osprey", "model:osprey", "Osprey is a Company, Osprey a Model."),
    "versions of one family": ("model:osprey", "Osprey 2", "told apart by version or number"),
    "listed": ("GPT-4", "GPT-5", "The lexicon knows GPT-4 (model:gpt-4) and GPT-5 (model:gpt-5) as two."),
    "sizes that no dictionary lists": ("Qwen9-4B", "Qwen9-40B", "told apart by version or number"),
    "a parent and its unit": ("Alibaba", "阿里云", "The lexicon knows Alibaba"),
    "a parent and its unit, as articles tell": (
        "org:osprey",
        "Osprey Compute",
        "Osprey Compute is told to be a subsidiary of Osprey",
    ),
    "a place and a firm of its name": ("China", "China Mobile", "is a Place"),
}


@pytest.mark.parametrize("case", DOUBTS)
def test_what_speaks_against_a_judgement_wants_force(ospreys: Store, case: str) -> None:
    one, other, reason = DOUBTS[case]
    before = dump(ospreys)
    with pytest.raises(UsageError, match="--force") as refused:
        judge(ospreys, one, other, same=True)
    assert reason in str(refused.value)
    assert dump(ospreys) == before
    assert reason in judge(ospreys, one, other, same=True, force=True)
    take_back(ospreys, one, other)
    assert dump(ospreys) == before


def test_judgement_of_one_or_of_nobody_is_refused(ospreys: Store) -> None:
    with pytest.raises(UsageError, match="both mean NVIDIA"):
        judge(ospreys, "英伟达", "エヌビディア", same=True)
    with pytest.raises(UnknownEntityError):
        judge(ospreys, "org:osprey", "Ospray Cloud Nine", same=True)
    with pytest.raises(UnknownEntityError, match="give an id"):
        judge(ospreys, "Osprey", "ミサゴ計算", same=True)
    with pytest.raises(UsageError, match="Nothing is judged"):
        take_back(ospreys, "org:osprey", "ミサゴ計算")


def test_list_is_what_a_load_takes(ospreys: Store, new_store: Any, tmp_path: Path) -> None:
    judge(ospreys, "ミサゴ計算", "org:osprey", same=True, by="Aya")
    judge(ospreys, "鱼鹰计算", "org:osprey", same=False)
    rows = list(judgements(ospreys).row_records())
    assert [(row["a_name"], row["same"], row["b_name"], row["by"]) for row in rows] == [
        ("ミサゴ計算", True, "Osprey", "Aya"),
        ("Osprey", False, "鱼鹰计算", ""),
    ]
    fresh = new_store()
    assert fresh.load((), (), (), json.loads(json.dumps(rows))).judgements == 2
    assert fresh.judgements() == ospreys.judgements()
