"""The contract of loading, on every server: the graph depends on what was loaded, not on how or how often."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from kg.config import Settings
from kg.model import dump_line
from kg.store import LoadReport, Record, Store, open_store
from kg.store.properties import claim_record
from tests.store.dump import dump
from tests.store.records import Records, article, claim, corpus, mention, of, shuffled

Load = Callable[[Store], object]


def whole(records: Records, **options: Any) -> Load:
    return lambda store: store.load(*records, **options)


def in_parts(*parts: Records) -> Load:
    return lambda store: [store.load(*part) for part in parts]


ARTICLES, MENTIONS, CLAIMS = corpus()
EACH = [of(corpus(), name) for name in ("a1", "a2", "a3", "a4", "lone")]
WAYS: dict[str, Load] = {
    "again": in_parts(corpus(), corpus()),
    "batches of one article": whole(corpus(), batch=1),
    "batches of two articles": whole(corpus(), batch=2),
    "shuffled": whole(shuffled(corpus(), 1)),
    "shuffled otherwise, in batches of three": whole(shuffled(corpus(), 2), batch=3),
    "each record twice": whole(tuple(part + part for part in corpus())),  # type: ignore[arg-type]
    "an article at a time": in_parts(*EACH),
    "an article at a time, backwards": in_parts(*reversed(EACH)),
    "claims first": in_parts(([], [], CLAIMS), (ARTICLES, MENTIONS, [])),
    "claims last": in_parts((ARTICLES, MENTIONS, []), ([], [], CLAIMS)),
    "a claim at a time": in_parts(*(([], [], [one]) for one in CLAIMS), corpus()),
    "mentions last": in_parts((ARTICLES, [], CLAIMS), ([], MENTIONS, [])),
    "replacing what is there": lambda store: (store.load(*corpus()), store.load(*corpus(), replace=True)),
    "rebuilt": lambda store: (store.load(*corpus()), store.rebuild()),
}


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> str:
    with open_store(Settings(home=tmp_path_factory.mktemp("expected") / "kg-data")) as store:
        store.load(*corpus())
        return dump(store)


@pytest.mark.parametrize("way", WAYS)
def test_load_in_any_way_gives_the_same_graph(store: Store, expected: str, way: str) -> None:
    WAYS[way](store)
    assert dump(store) == expected


def test_load_again_changes_nothing_and_says_so(store: Store) -> None:
    assert store.load(*corpus()) == LoadReport(loaded=5, claims=13)
    before = dump(store)
    assert store.load(*corpus()) == LoadReport(unchanged=5)
    assert dump(store) == before


def test_load_gives_every_record_back(store: Store) -> None:
    store.load(*corpus())
    found = store.read(
        "MATCH (c:Claim)-[:SUBJECT]->(s:Entity) OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity) "
        "RETURN properties(c) AS claim, s.id AS subject, o.id AS object"
    )
    back = [claim_record(row["claim"], row["subject"], row["object"]) for row in found]
    assert sorted(map(dump_line, back)) == sorted(map(dump_line, CLAIMS))


def test_load_with_another_text_replaces_the_article(store: Store, new_store: Callable[[], Store]) -> None:
    changed = article("a1", "Another text.", "2025-04-01")
    now = [claim("a1", "org:nvidia", "PARTNERS_WITH", "org:かもめ計算", said="2025-04-01")]
    store.load(*corpus())
    report = store.load([changed], [mention("a1", "org:かもめ計算", "かもめ")], now)
    assert report == LoadReport(replaced=1, claims=1)
    fresh = new_store()
    fresh.load(*of(corpus(), "a2", "a3", "a4", "lone"))
    fresh.load([changed], [mention("a1", "org:かもめ計算", "かもめ")], now)
    assert dump(store) == dump(fresh)


def test_load_with_another_text_and_no_claims_leaves_nothing_of_the_old(store: Store) -> None:
    records = of(corpus(), "a1")
    store.load(*records)
    store.load([article("a1", "Another text.")])
    found = store.status()
    assert (found.labels, found.relationships) == ({"Article": 1}, {})


def test_load_of_the_same_text_adds_claims(store: Store, expected: str) -> None:
    store.load(ARTICLES, MENTIONS, CLAIMS[::2])
    report = store.load(ARTICLES, (), CLAIMS[1::2])
    assert (report.replaced, report.claims) == (0, len(CLAIMS[1::2]))
    assert dump(store) == expected


def test_load_with_replace_forgets_claims_of_the_same_text(store: Store, new_store: Callable[[], Store]) -> None:
    store.load(*corpus())
    store.load(ARTICLES, (), CLAIMS[:1], replace=True)
    fresh = new_store()
    fresh.load(ARTICLES, (), CLAIMS[:1])
    fresh.load((), (), CLAIMS[-1:])
    assert dump(store) == dump(fresh)


def test_load_of_a_surer_reading_of_a_claim_takes_its_place(store: Store) -> None:
    store.load([], [], [claim("a", "org:openai", "USES_HARDWARE", "chip:h100", confidence=0.5)])
    store.load([], [], [claim("a", "org:openai", "USES_HARDWARE", "chip:h100", confidence=0.9)])
    assert store.read("MATCH (c:Claim) RETURN c.confidence AS c") == [{"c": 0.9}]
    assert store.read("MATCH ()-[r:USES_HARDWARE]->() RETURN r.confidence AS c, r.claims AS n") == [{"c": 0.9, "n": 1}]


def test_load_keeps_rival_claims_side_by_side(store: Store) -> None:
    store.load(*corpus())
    found = store.read(
        "MATCH (s:Entity)-[r:COMPETES_WITH]->(o:Entity) "
        "RETURN s.id AS s, o.id AS o, r.status AS status, r.contested AS contested, r.claims AS claims, "
        "r.sources AS sources"
    )
    assert found == [
        {
            "s": "org:kestrel-labs",
            "o": "org:かもめ計算",
            "status": "asserted",
            "contested": True,
            "claims": 2,
            "sources": 2,
        }
    ]
    said = store.read("MATCH (c:Claim {predicate: 'COMPETES_WITH'}) RETURN c.modality AS m ORDER BY m")
    assert [row["m"] for row in said] == ["asserted", "denied"]


LISTED = {"name": "NVIDIA", "type": "Company", "labels": ["Company", "Entity", "Organization"]}
UNLISTED = {"name": "Kestrel Labs", "type": "Company", "labels": ["Company", "Entity", "Organization"]}
NODES: dict[str, dict[str, Any]] = {
    "org:nvidia": LISTED,
    "org:kestrel-labs": UNLISTED,
    "model:tern-2": {"name": "Tern 2", "type": "Model", "labels": ["Entity", "Model"]},
}


@pytest.mark.parametrize("entity", NODES)
def test_load_gives_entities_the_labels_of_their_type(store: Store, entity: str) -> None:
    store.load(*corpus())
    found = store.read(
        "MATCH (e:Entity {id: $id}) RETURN e.name AS name, e.type AS type, labels(e) AS labels", id=entity
    )
    assert [row | {"labels": sorted(row["labels"])} for row in found] == [NODES[entity]]


def test_load_takes_the_lexicons_word_for_what_it_lists(store: Store) -> None:
    store.load([], [], [claim("a", "org:openai", "USES_HARDWARE", "chip:h100")])
    (nvidia,) = store.read("MATCH (e:Entity {id: 'chip:h100'}) RETURN e.designer AS designer, e.family AS family")
    assert nvidia == {"designer": "org:nvidia", "family": "chip:hopper"}


def test_load_gathers_what_articles_call_an_unlisted_entity(store: Store) -> None:
    store.load(*corpus())
    (found,) = store.read("MATCH (e:Entity {id: 'org:kestrel-labs'}) RETURN e.aliases AS aliases")
    assert found["aliases"] == ["Kestrel", "Kestrel Laboratories", "Kestrel Labs", "the Kestrel lab"]


def test_load_keeps_values_as_properties_with_dollars_of_their_day(store: Store) -> None:
    store.load(*corpus())
    (raised,) = store.read(
        "MATCH (c:Claim {predicate: 'RAISED'}) WHERE NOT (c)-[:OBJECT]->() "
        "RETURN c.object_value AS value, c.object_unit AS unit, c.object_kind AS kind, c.object_usd AS usd, "
        "c.round AS round"
    )
    assert 21_000_000 < raised.pop("usd") < 21_500_000
    assert raised == {"value": "20000000", "unit": "EUR", "kind": "Money", "round": "Series A"}


def test_load_takes_the_largest_single_amount(store: Store) -> None:
    store.load(*corpus())
    (found,) = store.read("MATCH ()-[r:INVESTED_IN]->() RETURN r.amount_usd AS usd")
    assert 30_000_000 < found["usd"] < 33_000_000


HOSTILE = {
    "quotes": "' OR '1'='1\" \\' \\",
    "backticks": "`) DETACH DELETE (n) //",
    "cypher": "x'}) MATCH (n) DETACH DELETE n WITH 1 AS a MATCH ({id: '",
    "parameter": "$ids {id: $id} ${HOME} {{x}}",
    "newlines": "one\r\ntwo\tthree\u2028four\u0085five",
    "right to left": "\u202eevil\u202c \u2066עברית\u2069 \u200b\ufeff",
    "other planes": "𠮷野家 👩‍👩‍👧 \U0010ffff",
    "control": "a\x01b\x7f",
    "long": "長い文。" * 25_000,
}


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE)
def test_load_takes_any_text_as_data(store: Store, words: str) -> None:
    short = words[:200]
    hostile = claim(
        short, "org:kestrel-labs", "DEVELOPS", "model:tern-2", text=words, role=words, speaker={"name": words}
    )
    hostile["subject"] |= {"id": f"org:{short}", "name": short, "mention": words}
    hostile["extractor"] = words
    bystanders = corpus()
    store.load(*bystanders)
    report = store.load([article(short) | {"title": words}], [], [hostile])
    assert (report.loaded, report.rejected) == (1, ())
    assert store.load([article(short) | {"title": words}], [], [hostile]).unchanged == 1
    (row,) = store.read(
        "MATCH (a:Article {id: $id})<-[:IN]-(c:Claim)-[:SUBJECT]->(s:Entity)-[r:DEVELOPS]->(:Entity) "
        "RETURN properties(c) AS claim, s.id AS subject, 'model:tern-2' AS object, a.title AS title, "
        "s.name AS name, r.speakers AS s",
        id=short,
    )
    assert (row["title"], row["name"], row["s"]) == (words, short, [words])
    assert dump_line(claim_record(row["claim"], row["subject"], row["object"])) == dump_line(hostile)
    assert store.status().predicates["COMPETES_WITH"] == 2


def changed(**changes: Any) -> Record:
    """A good claim with some places changed, None for taken away; a double underscore goes one level down."""
    record: dict[str, Any] = json.loads(json.dumps(CLAIMS[1]))
    for path, value in changes.items():
        *above, last = path.split("__")
        inner = record
        for key in above:
            inner = inner[key]
        if value is None:
            del inner[last]
        else:
            inner[last] = value
    return Record(record)


WEIGHT = {"value": "1", "kind": "Weight", "mention": "x", "span": [0, 1]}
REJECTED: dict[str, tuple[Record, str]] = {
    "no id": (changed(id=None), "id is missing"),
    "empty id": (changed(id=" "), "id is missing"),
    "long id": (changed(id="x" * 2000), "id is longer than 1000 bytes"),
    "long name": (changed(subject__name="名" * 400), "subject: name is longer than 1000 bytes"),
    "no article": (changed(article=None), "article is missing"),
    "no subject": (changed(subject=None), "subject is missing"),
    "subject as text": (changed(subject="OpenAI"), "subject is no object"),
    "subject without id": (changed(subject__id=None), "id is missing"),
    "subject without span": (changed(subject__span=None), "subject.span is no pair of offsets"),
    "unknown subject type": (changed(subject__type="Robot"), "unknown type of subject: 'Robot'"),
    "type as code": (changed(subject__type="Company) DETACH DELETE (n"), "unknown type of subject"),
    "unknown predicate": (changed(predicate="LIKES"), "unknown predicate: 'LIKES'"),
    "predicate as code": (changed(predicate="X]->() DETACH DELETE a //"), "unknown predicate"),
    "predicate as list": (changed(predicate=["DEVELOPS"]), "unknown predicate"),
    "unknown modality": (changed(modality="perhaps"), "unknown modality: 'perhaps'"),
    "object without id and kind": (changed(object={"mention": "x", "span": [0, 1]}), "unknown kind of object"),
    "unknown value kind": (changed(object=WEIGHT), "unknown kind of object"),
    "money that is no number": (
        changed(object=WEIGHT | {"value": "much", "kind": "Money"}),
        "object.value is no number",
    ),
    "no evidence": (changed(evidence=None), "evidence is missing"),
    "no sentence": (changed(evidence__text=None), "evidence.text is missing"),
    "negative offset": (changed(evidence__start=-1), "evidence.start is no whole number"),
    "huge offset": (changed(evidence__end=2**70), "evidence.end is no whole number"),
    "no qualifiers": (changed(qualifiers=None), "qualifiers is no object"),
    "round as number": (changed(qualifiers__round=3), "qualifiers.round is no text"),
    "amount without unit": (changed(qualifiers__amount__unit=None), "qualifiers.amount.unit is missing"),
    "endless amount": (changed(qualifiers__amount__value=1e999), "qualifiers.amount.value is no number"),
    "huge amount": (changed(qualifiers__amount__value=10**400), "qualifiers.amount.value is no number"),
    "speaker of unknown type": (
        changed(qualifiers__speaker={"id": "x:y", "name": "Y", "type": "Ghost"}),
        "unknown type of qualifiers.speaker",
    ),
    "no confidence": (changed(confidence=None), "confidence is no number"),
    "confidence over one": (changed(confidence=1.5), "confidence is no number from 0 to 1"),
    "confidence that is none": (changed(confidence=float("nan")), "confidence is no number"),
    "half a character": (changed(evidence__text="\ud83d"), "it can't be written as JSON in UTF-8"),
}


@pytest.mark.parametrize("case", REJECTED)
def test_load_rejects_one_record_and_keeps_the_rest(store: Store, expected: str, case: str) -> None:
    record, reason = REJECTED[case]
    record.where = "claims.jsonl:7"
    articles, mentions, claims = corpus()
    report = store.load(articles, mentions, [*claims[:6], record, *claims[6:]])
    (error,) = report.rejected
    assert str(error).startswith(f"claims.jsonl:7: {reason}")
    assert dump(store) == expected


def test_load_rejects_a_claim_whose_id_is_another_articles(store: Store, expected: str) -> None:
    store.load(*corpus())
    stranger = claim("a9", "org:openai", "USES_HARDWARE", "chip:h100") | {"id": CLAIMS[0]["id"]}
    report = store.load([], [], [stranger])
    assert "belongs to a claim of article a1" in str(report.rejected[0])
    assert store.read("MATCH (c:Claim {id: $id}) RETURN c.article AS a", id=CLAIMS[0]["id"]) == [{"a": "a1"}]


@pytest.mark.parametrize(
    ("kind", "record", "reason"),
    [
        (0, {"title": "x"}, "article record 1: id is missing"),
        (0, {"id": "x", "title": 3}, "article record 1: title is no text"),
        (
            1,
            {"article": "x", "id": "org:x", "name": "X", "type": "Company", "mentions": "X", "spans": []},
            "mentions is no list",
        ),
        (
            1,
            {"article": "x", "id": "org:x", "name": "X", "type": "Firm", "mentions": [], "spans": []},
            "unknown type of entity: 'Firm'",
        ),
    ],
)
def test_load_rejects_articles_and_mentions_too(store: Store, kind: int, record: dict[str, Any], reason: str) -> None:
    records: list[list[dict[str, Any]]] = [[], [], []]
    records[kind].append(record)
    (error,) = store.load(*records).rejected
    assert reason in str(error)
    assert store.status().labels == {}


def test_articles_are_known_by_their_text(store: Store) -> None:
    store.load(*corpus())
    sha = article("a1")["sha256"]
    assert store.has_article("a1", sha)
    assert not store.has_article("a1", "0" * 64)
    assert not store.has_article("lone", "")
    ids = {row["id"] for row in store.read("MATCH (a:Article) RETURN a.id AS id")}
    assert ids >= {"a1", "lone"}
