"""A small network that sees names in Chinese: a spaCy recogniser trained on the project's annotated sentences."""

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from ingest.context import new_mention
from ingest.names.characters import tokenizer
from ingest.text import Mention, Sentence

WEIGHTS = Path(__file__).parent / "weights"
_BATCH = 64
_MODEL: dict[str, Any] = {
    "@architectures": "spacy.TransitionBasedParser.v2",
    "state_type": "ner",
    "extra_state_tokens": False,
    "hidden_width": 64,
    "maxout_pieces": 2,
    "use_upper": True,
    "nO": None,
    "tok2vec": {
        "@architectures": "spacy.Tok2Vec.v2",
        "embed": {
            "@architectures": "spacy.MultiHashEmbed.v2",
            "width": 96,
            "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE", "TAG", "LEMMA"],
            "rows": [4000, 1000, 2000, 1000, 200, 4000],
            "include_static_vectors": False,
        },
        "encode": {
            "@architectures": "spacy.MaxoutWindowEncoder.v2",
            "width": 96,
            "window_size": 1,
            "maxout_pieces": 3,
            "depth": 6,
        },
    },
}


def blank() -> Any:
    """An untrained recogniser over characters."""
    import spacy

    nlp = spacy.blank("xx")
    nlp.tokenizer = tokenizer(nlp.vocab)
    nlp.add_pipe("ner", config={"model": _MODEL})
    return nlp


@cache
def _trained() -> Any:
    nlp = blank()
    nlp.get_pipe("ner").from_disk(WEIGHTS, exclude=["vocab"])
    return nlp


def recognised(sentences: Iterable[Sentence]) -> Iterator[Mention]:
    """The names in sentences, with how="ner"."""
    asked = list(sentences)
    docs = _trained().pipe((sentence.text for sentence in asked), batch_size=_BATCH)
    for sentence, doc in zip(asked, docs, strict=True):
        for name in doc.ents:
            start, end = sentence.start + name.start_char, sentence.start + name.end_char
            yield new_mention(start, end, name.text, name.label_, "ner")
