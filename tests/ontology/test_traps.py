"""Names that must meet and names that must not, asked alone and found in running text; no error is allowed."""

from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from ingest.context import without_overlap
from ingest.mentions import known_names
from ontology.names import Names
from ontology.read import read_yaml
from ontology.series import Series

TRAPS: dict[str, Any] = read_yaml(Path(__file__).parent / "traps.yaml")
SAME = [pair for row in TRAPS["same"] for pair in combinations(row, 2)]
APART = [pair for row in TRAPS["apart"] for pair in combinations(row, 2)]
NAMES = sorted({str(name) for key in ("same", "apart") for row in TRAPS[key] for name in row})


def _means(name: str) -> str | None:
    found = Names.load().resolve(name)
    return found.id if found else None


def _found(name: str, sentence: str) -> set[str]:
    """The entities found in a sentence where the name or a part of it stands."""
    start = sentence.index("{}")
    end = start + len(name)
    ranked = sorted(known_names(sentence.replace("{}", name)), key=lambda m: (m.start - m.end, m.start))
    found = without_overlap(ranked)
    return {m.entity.id for m in found if m.entity and m.start < end and start < m.end}


def test_set_is_large() -> None:
    assert len(SAME) + len(APART) >= 200


@pytest.mark.parametrize(("one", "other"), SAME)
def test_same(one: str, other: str) -> None:
    assert _means(one) is not None
    assert _means(one) == _means(other)


@pytest.mark.parametrize(("one", "other"), APART)
def test_apart(one: str, other: str) -> None:
    assert _means(one) is None or _means(one) != _means(other)


@pytest.mark.parametrize("name", TRAPS["nobody"])
def test_no_entity(name: str) -> None:
    assert _means(name) is None


@pytest.mark.parametrize("sentence", TRAPS["sentences"])
@pytest.mark.parametrize("name", NAMES)
def test_text_says_the_same_as_the_name(name: str, sentence: str) -> None:
    assert _found(name, sentence) <= {_means(name)}


@pytest.mark.parametrize("name", TRAPS["unseen"])
def test_unseen_version_has_its_family(name: str) -> None:
    match = Series.load().match(name)
    assert match is not None
    assert [match.name, match.family] == TRAPS["unseen"][name]
    assert _found(name, "Yesterday {} was in the news.") == {_means(name)}
