"""How many names that neither the lexicon nor a training sentence holds are found, by language and type.

python -m bench.unseen ANNOTATED.jsonl... [--texts FOLDER]
"""

import argparse
from collections import Counter
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from ingest.pipeline import extract
from ingest.training.annotated import read_held, read_sentences
from kg.cli.annotated import article_of, read_annotated
from kg.score.names import GoldNames, fold
from ontology.names import Names

TYPES = ("Company", "Model", "Chip", "Person")


@cache
def trained_on(lang: str) -> frozenset[str]:
    """Every name that is marked in a training sentence of a language."""
    passages = (*read_sentences(lang), *read_held(lang))
    return frozenset(fold(passage.words(mark)) for passage in passages for mark in passage.mentions)


def unseen(entity: Mapping[str, Any], lang: str) -> bool:
    """Whether no form of an annotated name is known."""
    forms = (entity["name"], *entity.get("mentions", ()))
    return not any(Names.load().resolve(form) or fold(form) in trained_on(lang) for form in forms)


def count(row: Mapping[str, Any], there: Counter[tuple[str, str]], found: Counter[tuple[str, str]]) -> None:
    """Add one article's unseen names, and those of them that are found."""
    names, lang = GoldNames(row), row["lang"]
    said = (mention.record() for mention in extract(article_of(row)).mentions)
    means = {index for record in said for index in names.entities([record["name"], *record["mentions"]])}
    for index, entity in enumerate(row["entities"]):
        if unseen(entity, lang):
            there[lang, entity["type"]] += 1
            found[lang, entity["type"]] += index in means


def main() -> None:
    """Read the arguments and the articles, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("annotated", nargs="+", type=Path)
    parser.add_argument("--texts", type=Path)
    given = parser.parse_args()
    there: Counter[tuple[str, str]] = Counter()
    found: Counter[tuple[str, str]] = Counter()
    for row in read_annotated(given.annotated, given.texts):
        count(row, there, found)
    print("| language | type | unseen | found |", "| --- " * 4 + "|", sep="\n")
    for (lang, type_), number in sorted(there.items()):
        if type_ in TYPES:
            print(f"| {lang} | {type_} | {number} | {found[lang, type_] / number:.2f} |")


if __name__ == "__main__":
    main()
