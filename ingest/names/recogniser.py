"""What a trained recogniser takes for names: spaCy networks trained on the project's annotated sentences."""

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from ingest.names.networks import BLANK
from ingest.text import Sentence
from kg.model import Language

WEIGHTS = Path(__file__).parent / "weights"
_BATCH = 64


@cache
def _trained(lang: Language) -> Any:
    nlp = BLANK[lang]()
    nlp.get_pipe("ner").from_disk(WEIGHTS / lang, exclude=["vocab"])
    return nlp


def recognised(lang: Language, sentences: Iterable[Sentence]) -> Iterator[tuple[Sentence, Any]]:
    """Each sentence and its names: spaCy spans whose labels are types of the ontology."""
    asked = list(sentences)
    docs = _trained(lang).pipe((sentence.text for sentence in asked), batch_size=_BATCH)
    return ((sentence, name) for sentence, doc in zip(asked, docs, strict=True) for name in doc.ents)
