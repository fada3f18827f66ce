"""Trains the recogniser of Chinese names on the annotated sentences.

Names are what a text has most of that no training data holds, so most of those in the sentences are replaced by others
of their type, anew in every round: the model learns where a name stands and how it is built, and not which it is.
"""

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from spacy.training import Example
from spacy.util import filter_spans, minibatch
from thinc.api import fix_random_seed

from ingest.names.recogniser import blank
from ingest.script import one_script
from ingest.training.annotated import Annotated
from ingest.training.referring import is_name
from ontology import load_ontology
from ontology.lexicon import load_lexicon

ROUNDS, SEED, KEPT, _BATCH = 20, 7, 0.35, 16
"""How often all sentences are read; the seed of all that is random; the share of names that stay; sentences a step."""

_CJK = 0x2E80


def train(sentences: Sequence[Annotated]) -> Any:
    """A spaCy pipeline whose entities are names, with types of the ontology as labels."""
    fix_random_seed(SEED)
    chance = random.Random(SEED)  # noqa: S311
    nlp = blank()
    for type_ in load_ontology().types:
        nlp.get_pipe("ner").add_label(type_)
    pool = _names(sentences)
    optimizer = nlp.initialize(lambda: _examples(nlp, sentences[:200], pool, chance))
    for _ in range(ROUNDS):
        examples = list(_examples(nlp, sentences, pool, chance))
        chance.shuffle(examples)
        for batch in minibatch(examples, _BATCH):  # type: ignore[no-untyped-call]
            nlp.update(batch, sgd=optimizer, drop=0.25)
    return nlp


def _names(sentences: Sequence[Annotated]) -> dict[str, list[str]]:
    """All names of each type that the sentences and the lexicon hold."""
    pool: dict[str, set[str]] = defaultdict(set)
    for sentence in sentences:
        for mention in sentence.mentions:
            if is_name(mention, sentence.text, "zh"):
                pool[mention.type].add(_plain(sentence.text[mention.start : mention.end]))
    for entry in load_lexicon():
        pool[entry.type].update(_plain(name) for name in entry.names if _written_in(name))
    return {type_: sorted(names) for type_, names in pool.items()}


def _plain(text: str) -> str:
    return one_script(text, "zh")


def _written_in(name: str) -> bool:
    return name.isascii() or any(ord(char) > _CJK for char in name)


def _examples(
    nlp: Any, sentences: Sequence[Annotated], pool: dict[str, list[str]], chance: random.Random
) -> Iterator[Example]:
    for sentence in sentences:
        text, spans = _renamed(sentence, pool, chance)
        doc = nlp.make_doc(text)
        ents = [doc.char_span(start, end, label=type_, alignment_mode="expand") for start, end, type_ in spans]
        reference = doc.copy()
        reference.ents = filter_spans([ent for ent in ents if ent is not None])
        yield Example(doc, reference)


def _renamed(
    sentence: Annotated, pool: dict[str, list[str]], chance: random.Random
) -> tuple[str, list[tuple[int, int, str]]]:
    """The sentence with other names, the same one for the same, and where they stand."""
    text, spans, last = "", [], 0
    others: dict[str, str] = {}
    for mention in sentence.mentions:
        words = sentence.text[mention.start : mention.end]
        text += _plain(sentence.text[last : mention.start])
        last = mention.end
        named = is_name(mention, sentence.text, "zh")
        if named and words not in others:
            keep = mention.type == "Place" or chance.random() < KEPT
            others[words] = _plain(words) if keep else chance.choice(pool[mention.type])
        written = others.get(words, _plain(words))
        if named:
            spans.append((len(text), len(text) + len(written), mention.type))
        text += written
    return text + _plain(sentence.text[last:]), spans
