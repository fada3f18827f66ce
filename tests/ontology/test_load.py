"""The ontology's own data loads, and a bad file is named with file and line."""

from pathlib import Path

import pytest

from ontology.errors import OntologyError
from ontology.load import load_ontology

LABEL = "{en: a, ja: b, zh: c}"
BAD = {
    "A: [": "entities.yaml.*not valid YAML",
    "- A": "entities.yaml:1: expected a mapping",
    f"A: {{group: a, label: {LABEL}}}\nB: 3": "entities.yaml:2: B: expected a mapping",
    f"A: {{group: a, label: {LABEL}}}\nB: {{group: b}}": "entities.yaml:2: B: label is missing",
    "A: {group: a, label: {en: a}}": "entities.yaml:1: A: label must have exactly",
    f"A: {{parent: B, label: {LABEL}}}": "entities.yaml:1: A: parent B must be defined",
    f"A: {{label: {LABEL}}}": "entities.yaml:1: A: needs a group or a parent",
    f"A: {{size: 1, group: a, label: {LABEL}}}": "entities.yaml:1: A: unknown property size",
}


def test_own_data_loads() -> None:
    assert len(load_ontology().relations) > 20


@pytest.mark.parametrize(("text", "message"), BAD.items())
def test_bad_type_is_named_with_file_and_line(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "types").mkdir()
    (tmp_path / "types" / "entities.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(OntologyError, match=message):
        load_ontology(tmp_path)
