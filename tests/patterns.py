"""The examples that stand beside every rule, as test cases."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import regex

from ingest.context import new_mention, without_overlap
from ingest.stated import stated_values
from ingest.terms import find_terms
from ingest.text import Mention, Sentence
from ingest.training.annotated import read_marks
from ontology.read import ROOT, read_yaml

TODAY = "2025-06-15"
"""The day on which examples are said."""
_CLAIM = regex.compile(r"^(?P<s>.+?) > (?P<o>.+?)(?: \((?P<modality>\w+)\))?$")


@dataclass(frozen=True)
class Example:
    """One example of one rule: a sentence with its marked mentions, and what the rule must give for it."""

    lang: str
    file: str
    rule: str
    wanted: bool
    text: str
    expected: tuple[str, ...]
    mentions: tuple[Mention, ...]

    @property
    def sentence(self) -> Sentence:
        return Sentence(0, 0, len(self.text), self.text, self.mentions)

    def __str__(self) -> str:
        return f"{self.lang}-{self.file}-{self.rule}-{'yes' if self.wanted else 'no'}-{self.text[:40]}"


def read_example(lang: str, file: str, rule: str, wanted: bool, line: str) -> Example:
    marked, _, claims = line.partition("=>")
    text, marks = read_marks(marked.strip())
    names = [new_mention(m.start, m.end, text[m.start : m.end], m.type, "marked") for m in marks]
    others = [*stated_values(text, lang, TODAY), *find_terms(text, lang)]
    expected = tuple(part.strip() for part in claims.split(";") if part.strip())
    return Example(lang, file, rule, wanted, text, expected, without_overlap([*names, *others]))


def relation_examples(lang: str) -> Iterator[Example]:
    """Examples of every rule of a language's `relations/` files; a rule without both kinds is an error."""
    for path in sorted((ROOT / "patterns" / lang / "relations").glob("*.yaml")):
        for kind, rows in (read_yaml(path) or {}).items():
            for row in rows:
                yield from _of(lang, path, f"{kind}.{row['id']}", row)


def row_examples(lang: str, name: str) -> Iterator[tuple[int, dict[str, Any], Example]]:
    """Examples of names.yaml, nominals.yaml, modality.yaml or speakers.yaml with the row they stand in."""
    path = ROOT / "patterns" / lang / f"{name}.yaml"
    for index, row in enumerate(read_yaml(path) or ()):
        for example in _of(lang, path, str(row.get("id", index)), row):
            yield index, row, example


def _of(lang: str, path: Path, rule: str, row: dict[str, Any]) -> Iterator[Example]:
    assert row.get("yes"), f"{path.name} {rule}: needs at least one yes example"
    assert row.get("no"), f"{path.name} {rule}: needs at least one no example"
    for wanted, key in ((True, "yes"), (False, "no")):
        for line in row[key]:
            yield read_example(lang, path.stem, rule, wanted, str(line))


def parse_claim(text: str) -> tuple[str, str, str]:
    """(subject words, object words, modality) of an expected claim."""
    match = _CLAIM.match(text)
    assert match, f"an expected claim reads 'subject > object (modality)', not {text!r}"
    return match["s"], match["o"], match["modality"] or "asserted"
