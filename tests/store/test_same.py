"""The contract of judgements, on every server: claims stay as they were read, and what follows is told of one."""

import itertools
from collections.abc import Callable
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.config import Settings
from kg.errors import UsageError
from kg.model import dump_line
from kg.same import Judgement, contradiction, groups
from kg.store import Record, Store, open_store
from kg.store.doctor import examine
from kg.store.properties import claim_record
from tests.store.dump import dump
from tests.store.records import TYPES, article, claim, corpus, mention

TYPES["org:kestrel-ai"] = ("Kestrel AI", "Company")
LABS, AI, GULL = "org:kestrel-labs", "org:kestrel-ai", "org:かもめ計算"
ARTICLES, MENTIONS, CLAIMS = corpus()
MORE = (
    [article("a5", published="2025-05-10"), article("a6", published="2025-06-10")],
    [mention("a5", AI, "Kestrel AI", "Kestrel")],
    [
        claim("a5", AI, "USES_HARDWARE", "chip:h100", said="2025-05-10"),
        claim("a5", AI, "DEVELOPS", "model:tern-2", "denied", said="2025-05-10", sentence=1),
        claim("a5", "org:nvidia", "INVESTED_IN", AI, said="2025-05-10", sentence=2),
        claim("a6", AI, "ACQUIRED", LABS, said="2025-06-10"),
    ],
)
ALL = (ARTICLES + MORE[0], MENTIONS + MORE[1], CLAIMS + MORE[2])


def said(one: str, other: str, *, same: bool = True, at: str = "2025-07-01T00:00:00+00:00") -> Judgement:
    return Judgement.of({"a": one, "b": other, "same": same, "at": at})


def relationships(store: Store, predicate: str) -> list[tuple[str, str, int]]:
    found = store.read(f"MATCH (s)-[r:{predicate}]->(o) RETURN s.id AS s, o.id AS o, r.claims AS n")
    return sorted((row["s"], row["o"], row["n"]) for row in found)


def counted_as(store: Store) -> dict[str, str]:
    return {row["e"]: row["r"] for row in store.read("MATCH (e)-[:SAME_AS]->(r) RETURN e.id AS e, r.id AS r")}


def records(store: Store) -> list[str]:
    """The claims as a load gave them."""
    found = store.read(
        "MATCH (c:Claim)-[:SUBJECT]->(s:Entity) OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity) "
        "RETURN properties(c) AS claim, s.id AS subject, o.id AS object"
    )
    return sorted(dump_line(claim_record(row["claim"], row["subject"], row["object"])) for row in found)


def sound(settings: Settings) -> bool:
    return all(finding.ok for finding in examine(settings))


def test_same_tells_relationships_of_one_and_keeps_claims(store: Store, settings: Settings) -> None:
    store.load(*ALL)
    assert store.judge(said(LABS, AI))
    assert counted_as(store) == {AI: LABS}
    assert relationships(store, "DEVELOPS") == [
        ("org:kestrel-labs", "model:tern-2", 3),
        ("org:openai", "model:tern-2", 1),
    ]
    assert relationships(store, "INVESTED_IN") == [("org:nvidia", LABS, 3)]
    assert relationships(store, "USES_HARDWARE") == [(LABS, "chip:h100", 1), ("org:openai", "chip:h100", 1)]
    assert "SAME_AS" not in store.status().relationships
    assert records(store) == sorted(map(dump_line, ALL[2]))
    assert sound(settings)


def test_nothing_stands_in_a_relation_to_itself(store: Store) -> None:
    store.load(*ALL)
    assert relationships(store, "ACQUIRED") == [(AI, LABS, 1)]
    store.judge(said(LABS, AI))
    assert relationships(store, "ACQUIRED") == []
    assert store.take_back(LABS, AI)
    assert relationships(store, "ACQUIRED") == [(AI, LABS, 1)]


CHANGES: dict[str, list[Judgement]] = {
    "one": [said(AI, LABS)],
    "a chain of three": [said(AI, LABS), said(LABS, GULL, at="2025-07-02")],
    "one that is listed": [said(AI, "org:openai")],
    "listed and unlisted in a chain": [said(AI, "org:openai"), said(AI, LABS), said(LABS, "org:nvidia")],
    "of other types": [said("person:ada-moor", "model:tern-2")],
    "apart": [said(AI, LABS, same=False), said(GULL, LABS)],
    "one that no article names": [said(AI, "org:nobody"), said("org:nobody", LABS)],
}


@pytest.mark.parametrize("case", CHANGES)
def test_taking_back_leaves_the_graph_as_it_was(store: Store, settings: Settings, case: str) -> None:
    store.load(*ALL)
    before = dump(store)
    states = []
    for judgement in CHANGES[case]:
        states.append(dump(store))
        assert store.judge(judgement)
        assert sound(settings)
    for judgement, state in zip(reversed(CHANGES[case]), reversed(states), strict=True):
        assert store.take_back(judgement.b, judgement.a)
        assert dump(store) == state
    assert dump(store) == before
    assert not store.take_back(AI, LABS)


WAYS: dict[str, Callable[[Store, list[Judgement]], object]] = {
    "before the articles": lambda store, told: (judge(store, told), store.load(*ALL)),
    "backwards": lambda store, told: (store.load(*ALL), judge(store, told[::-1])),
    "between articles": lambda store, told: (store.load(*MORE), judge(store, told), store.load(*corpus(), batch=1)),
    "between, the other way": lambda store, told: (store.load(*corpus()), judge(store, told), store.load(*MORE)),
    "with the articles": lambda store, told: store.load(*ALL, [judgement.record() for judgement in told]),
    "twice": lambda store, told: (store.load(*ALL), judge(store, told), judge(store, told), store.load(*ALL)),
    "with articles that go again": lambda store, told: (
        store.load(*ALL),
        store.load([article("a7")], [], [claim("a7", AI, "DEVELOPS", f"model:x{n}", sentence=n) for n in range(9)]),
        judge(store, told),
        store.load([article("a7", "Another text.")]),
        store.write("MATCH (a:Article {id: 'a7'}) DETACH DELETE a"),
    ),
    "rebuilt": lambda store, told: (store.load(*ALL), judge(store, told), store.rebuild()),
    "replaced": lambda store, told: (store.load(*ALL), judge(store, told), store.load(*ALL, replace=True)),
}
TYPES.update({f"model:x{n}": (f"X{n}", "Model") for n in range(9)})


def judge(store: Store, told: list[Judgement]) -> None:
    for judgement in told:
        store.judge(judgement)


@pytest.mark.parametrize("way", WAYS)
def test_order_of_judging_and_loading_does_not_matter(
    store: Store, settings: Settings, new_store: Callable[[], Store], way: str
) -> None:
    told = CHANGES["a chain of three"] + CHANGES["one that no article names"]
    fresh = new_store()
    fresh.load(*ALL)
    judge(fresh, told)
    WAYS[way](store, told)
    assert dump(store) == dump(fresh)
    assert sound(settings)


def test_whoever_has_most_claims_stands_for_all_unless_one_is_listed(store: Store) -> None:
    store.load(*MORE)
    store.judge(said(LABS, AI))
    assert counted_as(store) == {LABS: AI}
    store.load(*corpus())
    assert counted_as(store) == {AI: LABS}
    store.judge(said(AI, "org:nvidia"))
    assert counted_as(store) == {AI: "org:nvidia", LABS: "org:nvidia"}


def test_one_that_goes_with_its_articles_leaves_the_other(store: Store, settings: Settings) -> None:
    store.load(*ALL)
    store.judge(said(LABS, AI))
    store.load([article(name, "Another text.") for name in ("a1", "a2", "a3", "a4", "a6")], [], [])
    assert counted_as(store) == {}
    assert relationships(store, "USES_HARDWARE") == [(AI, "chip:h100", 1)]
    assert sound(settings)


@pytest.mark.parametrize("entity", [AI, LABS])
def test_one_that_gets_another_type_is_still_the_same(store: Store, settings: Settings, entity: str) -> None:
    store.load(*ALL)
    store.judge(said(LABS, AI))
    names = [f"c{number}" for number in range(5)]
    store.load(map(article, names), [{**mention(name, entity), "type": "Lab"} for name in names])
    assert store.read("MATCH (e:Lab) RETURN e.id AS id") == [{"id": entity}]
    assert counted_as(store) == {AI: LABS}
    assert relationships(store, "INVESTED_IN") == [("org:nvidia", LABS, 3)]
    assert sound(settings)


def test_contradictions_are_refused_with_the_chain(store: Store) -> None:
    store.load(*ALL)
    store.judge(said(AI, LABS))
    store.judge(said(AI, GULL, same=False))
    before = dump(store)
    with pytest.raises(UsageError, match=rf"{AI} is {LABS}; {LABS} is {GULL}; {AI} is not {GULL}") as refused:
        store.judge(said(LABS, GULL))
    assert refused.value.exit_code == 2
    with pytest.raises(UsageError, match="--undo"):
        store.judge(said(GULL, LABS))
    assert dump(store) == before


def test_opposite_judgement_takes_the_place_of_the_first(store: Store, settings: Settings) -> None:
    store.load(*ALL)
    store.judge(said(AI, LABS, same=False))
    apart = dump(store)
    assert store.judge(said(AI, LABS))
    assert counted_as(store) == {AI: LABS}
    assert store.judge(said(AI, LABS, same=False))
    assert dump(store) == apart
    assert not store.judge(said(LABS, AI, same=False, at="2026"))
    assert dump(store) == apart


def test_load_keeps_the_later_judgement_and_tells_what_it_does_not(store: Store) -> None:
    store.load(*ALL)
    told = [said(AI, LABS), said(AI, LABS, same=False, at="2025-08"), said(LABS, GULL), said(AI, GULL)]
    report = store.load((), (), (), [judgement.record() for judgement in told])
    assert (report.judgements, len(report.rejected)) == (3, 1)
    assert f"{AI} is not {LABS}" in str(report.rejected[0])
    assert store.load((), (), (), [j.record() for j in store.judgements()]).judgements == 0


@pytest.mark.parametrize(
    ("record", "reason"),
    [
        ({"a": AI, "same": True, "at": ""}, "b is missing"),
        ({"a": AI, "b": AI, "same": True, "at": ""}, "a and b are one id"),
        ({"a": AI, "b": LABS, "same": "yes", "at": ""}, "same is neither true nor false"),
        ({"a": AI, "b": LABS, "same": True}, "at is missing"),
        ({"a": AI, "b": LABS, "same": True, "at": "", "by": 3}, "by is no text"),
    ],
)
def test_load_rejects_a_judgement_that_is_none(store: Store, record: dict[str, object], reason: str) -> None:
    given = Record(record)
    given.where = "judgements.jsonl:3"
    (error,) = store.load((), (), (), [given]).rejected
    assert str(error).startswith(f"judgements.jsonl:3: {reason}")
    assert store.judgements() == []


def test_doctor_finds_and_rebuild_mends_who_counts_as_whom(store: Store, settings: Settings) -> None:
    store.load(*ALL)
    store.judge(said(AI, LABS))
    before = dump(store)
    store.write("MATCH ()-[r:SAME_AS]->() DELETE r")
    store.write("MATCH (a:Entity {id: $a}) MATCH (b:Entity {id: $b}) CREATE (a)-[:SAME_AS]->(b)", a=GULL, b=AI)
    assert [finding.check for finding in examine(settings) if not finding.ok] == ["judgements"]
    store.rebuild()
    assert dump(store) == before


def test_store_of_the_version_before_takes_judgements(store: Store, settings: Settings) -> None:
    store.load(*ALL)
    before = dump(store)
    store.write("MATCH (m:Meta) SET m.version = 1")
    with open_store(settings) as newer:
        assert dump(newer) == before
        assert newer.judge(said(AI, LABS))


IDS = st.sampled_from("abcdefg")
TOLD = st.builds(
    lambda pair, same, at: Judgement(str(at), *sorted(pair), same),
    st.tuples(IDS, IDS).filter(lambda pair: pair[0] != pair[1]),
    st.sampled_from([True, True, False]),
    st.integers(0, 9),
)


def joined(judgements: list[Judgement]) -> set[frozenset[str]]:
    """The groups by brute force: who reaches whom."""
    reach = {i: {i} for i in "abcdefg"}
    for _ in range(8):
        for link in judgements:
            if link.same:
                reach[link.a] |= reach[link.b]
                reach[link.b] |= reach[link.a]
    return {frozenset(found) for found in reach.values() if len(found) > 1}


@given(st.lists(TOLD, max_size=12), st.randoms())
def test_groups_are_what_judgements_that_agree_join(judgements: list[Judgement], order: Random) -> None:
    kept: list[Judgement] = [judgement for judgement in judgements if not judgement.same]
    for judgement in sorted(judgement for judgement in judgements if judgement.same):
        if not torn([*kept, judgement]):
            kept.append(judgement)
    assert set(groups(judgements)) == joined(kept)
    assert groups(order.sample(judgements, len(judgements))) == groups(judgements)


@given(st.lists(TOLD, max_size=12))
def test_contradiction_is_a_chain_between_two_told_apart(judgements: list[Judgement]) -> None:
    chain = contradiction(judgements)
    assert bool(chain) == torn(judgements)
    if chain:
        *links, told = chain
        assert not told.same
        assert all(link.same and link in judgements for link in links)
        ends = [{link.a, link.b} for link in (*links, told)]
        assert all(one & other for one, other in itertools.pairwise((*ends, ends[0])))


def torn(judgements: list[Judgement]) -> bool:
    """Whether two that are told apart are joined."""
    return any({told.a, told.b} <= group for told in judgements if not told.same for group in joined(judgements))
