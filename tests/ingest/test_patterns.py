"""Every rule of every language gives what its own examples say."""

from pathlib import Path

import pytest

from ingest.context import clues, without_overlap
from ingest.coref import resolve_nominals
from ingest.languages import analyse
from ingest.modality.cues import heard, matches, strongest
from ingest.relate import propose
from ingest.rules import load_rules
from ingest.sentences import split_sentences
from ingest.slots import encode
from ingest.speaker import speaker_of
from ingest.text import VALUE_TYPES
from ontology.errors import OntologyError
from tests.patterns import TODAY, Example, parse_claim, relation_examples, row_examples

LANGUAGES = ("en", "ja", "zh")


def _cases(name: str) -> list[object]:
    return [
        pytest.param(index, row, example, id=str(example))
        for lang in LANGUAGES
        for index, row, example in row_examples(lang, name)
    ]


@pytest.mark.parametrize("example", [pytest.param(e, id=str(e)) for lang in LANGUAGES for e in relation_examples(lang)])
def test_relation_rule_gives_its_examples(example: Example) -> None:
    rules = load_rules(example.lang)
    sentence = example.sentence
    encoded = encode(sentence)
    predications = next(analyse(example.lang).predications([sentence]))
    rule = example.rule.partition(".")[2]
    given = {
        (p.subject.text, p.object.text, strongest(heard(p, encoded, rules, TODAY)))
        for p in propose(sentence, encoded, predications, rules)
        if p.relation == example.file and p.rule == rule and p.subject.entity != p.object.entity
    }
    assert given == {parse_claim(claim) for claim in example.expected}


@pytest.mark.parametrize(("index", "row", "example"), _cases("names"))
def test_name_rule_finds_the_name(index: int, row: dict[str, object], example: Example) -> None:
    rules = load_rules(example.lang)
    known = tuple(m for m in example.mentions if m.how == "marked" or m.type in VALUE_TYPES)
    found = without_overlap(m for m in clues(example.sentence.within(known), rules) if m.how == f"context:{row['id']}")
    assert {m.text for m in found} == set(example.expected)


@pytest.mark.parametrize(("index", "row", "example"), _cases("nominals"))
def test_nominal_refers_back(index: int, row: dict[str, object], example: Example) -> None:
    rules = load_rules(example.lang)
    sentences = tuple(s.within(example.mentions) for s in split_sentences(example.text))
    found = resolve_nominals(sentences, rules)
    given = {f"{m.text} > {e.name}" for m in found for e in m.entities}
    assert given == set(example.expected)


@pytest.mark.parametrize(("index", "row", "example"), _cases("modality"))
def test_modality_cue_matches(index: int, row: dict[str, object], example: Example) -> None:
    cue = load_rules(example.lang).cues.items[index]
    found = list(matches(cue, encode(example.sentence), TODAY))
    assert bool(found) == example.wanted


@pytest.mark.parametrize(("index", "row", "example"), _cases("speakers"))
def test_speaker_pattern_names_the_speaker(index: int, row: dict[str, object], example: Example) -> None:
    rules = load_rules(example.lang)
    speaker = speaker_of(encode(example.sentence), rules)
    assert ({speaker.text} if speaker else set()) == set(example.expected)


@pytest.mark.parametrize(
    ("file", "row", "key"),
    [
        ("names.yaml", "{id: a, type: Company, match: x, wieght: 3}", "wieght"),
        ("nominals.yaml", "{id: a, types: [Company], match: x, own_claus: true}", "own_claus"),
        ("relations/ACQUIRED.yaml", "phrases: [{id: a, match: '{s:Company}{o:Company}', modalty: planned}]", "modalty"),
    ],
)
def test_a_key_that_is_never_read_is_named(tmp_path: Path, file: str, row: str, key: str) -> None:
    path = tmp_path / "en" / file
    path.parent.mkdir(parents=True)
    path.write_text(row if row.startswith("phrases") else f"- {row}\n", encoding="utf-8")
    with pytest.raises(OntologyError, match=f"{path.name}.*unknown key {key}"):
        load_rules("en", tmp_path)
