"""The lexicon is broad, its links hold, and a bad entry is named with file and line."""

from collections import Counter, defaultdict
from pathlib import Path

import pytest

from ontology.errors import OntologyError
from ontology.fold import fold
from ontology.lexicon import load_lexicon

LEAST = {"org": 500, "model": 400, "chip": 200, "place": 250, "person": 150, "product": 150}
GOOD = "- {id: org:tarnbeck, name: Tarnbeck, type: Company}\n"
BAD = {
    "[": "not valid YAML",
    GOOD + GOOD: "companies.yaml:2: org:tarnbeck is listed twice",
    GOOD + "- {id: org:x, name: X, type: Wizard}\n": "companies.yaml:2: org:x: unknown type Wizard",
    GOOD + "- {id: org:x, type: Company}\n": "companies.yaml:2: an entry needs",
    GOOD + "- {id: org:x, name: X, type: Model}\n": "companies.yaml:2: org:x: a Model has an id",
    GOOD + "- {id: org:x, name: X, type: Company, colour: red}\n": "companies.yaml:2: org:x: unknown key colour",
    "a: b\n": "companies.yaml:1: expected a list",
}


@pytest.mark.parametrize(("text", "message"), BAD.items())
def test_bad_entry_is_named_with_file_and_line(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "companies.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(OntologyError, match=message):
        load_lexicon(tmp_path)


def test_breadth() -> None:
    counts = Counter(entry.id.partition(":")[0] for entry in load_lexicon())
    assert {group: counts[group] >= least for group, least in LEAST.items()} == dict.fromkeys(LEAST, True)


def test_links_point_at_entries() -> None:
    lexicon = load_lexicon()
    lost = [(entry.id, to) for entry in lexicon for to in entry.links.values() if lexicon.get(to) is None]
    assert lost == []


def test_no_version_is_an_alias_of_its_family() -> None:
    lexicon = load_lexicon()
    shared = [
        entry.id
        for entry in lexicon
        if (family := lexicon.get(entry.links.get("family", "")))
        and {fold(name) for name in entry.names} & {fold(name) for name in family.names}
    ]
    assert shared == []


def test_a_name_means_one_entity_of_its_group() -> None:
    owners: dict[tuple[str, str], set[str]] = defaultdict(set)
    for entry in load_lexicon():
        for name in entry.names:
            owners[entry.id.partition(":")[0], fold(name)].add(entry.id)
    assert [ids for ids in owners.values() if len(ids) > 1] == []
