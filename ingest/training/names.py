"""Trains a language's recogniser of names on its annotated sentences.

Names are what a text has most of that no training data holds, so most of those in the sentences are replaced by others
of their type, anew in every round, and a part by names that nobody bears: the model learns where a name stands and how
it is built, and not which it is.
"""

import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import regex
from spacy.training import Example
from spacy.util import filter_spans, minibatch
from thinc.api import fix_random_seed

from ingest.names.networks import BLANK, words_learnt
from ingest.script import one_script
from ingest.training.annotated import Annotated
from ingest.training.coined import Coiner
from ingest.training.referring import is_name
from kg.model import Language
from ontology import load_ontology
from ontology.lexicon import load_lexicon

ROUNDS: Mapping[Language, int] = {"en": 10, "zh": 20}
"""How often all sentences are read."""
RATE: Mapping[Language, float] = {"en": 0.0003, "zh": 0.001}
"""How fast is learnt: English begins with what spaCy has learnt of words, and should not forget it."""
ORDER: Mapping[Language, int] = {"en": 3, "zh": 1}
"""By how many letters before it the next one of a coined name is chosen."""
SEED, KEPT, COINED, _BATCH = 7, 0.3, 0.35, 16
"""The seed of all that is random; the shares of names that stay and of coined ones; sentences a step."""

_CJK = 0x2E80
_KANA = regex.compile(r"[\p{Hiragana}\p{Katakana}]")


def train(lang: Language, sentences: Sequence[Annotated]) -> Any:
    """A spaCy pipeline whose entities are names, with types of the ontology as labels."""
    fix_random_seed(SEED)
    pool = _names(lang, sentences)
    coiners = {type_: Coiner(_own_letters(lang, names), ORDER[lang]) for type_, names in pool.items()}
    examples = Examples(lang, BLANK[lang](), pool, coiners, random.Random(SEED))  # noqa: S311
    nlp = examples.nlp
    for type_ in load_ontology().types:
        nlp.get_pipe("ner").add_label(type_)
    optimizer = nlp.initialize(lambda: examples.of(sentences[:200]))
    optimizer.learn_rate = RATE[lang]
    if lang == "en":
        words_learnt(nlp)
    for _ in range(ROUNDS[lang]):
        told = list(examples.of(sentences))
        examples.chance.shuffle(told)
        for batch in minibatch(told, _BATCH):  # type: ignore[no-untyped-call]
            nlp.update(batch, sgd=optimizer, drop=0.25)
    return nlp


def _names(lang: Language, sentences: Sequence[Annotated]) -> dict[str, list[str]]:
    """All names of each type that the sentences and the lexicon hold."""
    pool: dict[str, set[str]] = defaultdict(set)
    for sentence in sentences:
        for mention in sentence.mentions:
            if is_name(mention, sentence.text, lang):
                pool[mention.type].add(one_script(sentence.text[mention.start : mention.end], lang))
    for entry in load_lexicon():
        pool[entry.type].update(one_script(name, lang) for name in entry.names if _written_in(lang, name))
    return {type_: sorted(names) for type_, names in pool.items()}


def _written_in(lang: Language, name: str) -> bool:
    return name.isascii() or (lang != "en" and any(ord(char) > _CJK for char in name) and not _KANA.search(name))


def _own_letters(lang: Language, names: Sequence[str]) -> Sequence[str]:
    """The names that the language's own letters write, if there are any: to chain others they are too few."""
    return [name for name in names if lang == "en" or not name[:1].isascii()] or names


@dataclass(frozen=True)
class Examples:
    """What is learnt from: sentences with names, by chance, from a pool of names by type, or coined."""

    lang: Language
    nlp: Any
    pool: Mapping[str, Sequence[str]]
    coiners: Mapping[str, Coiner]
    chance: random.Random

    def of(self, sentences: Iterable[Annotated]) -> Iterator[Example]:
        """The sentences, each with other names."""
        for sentence in sentences:
            text, spans = self._renamed(sentence)
            doc = self.nlp.make_doc(text)
            ents = [doc.char_span(start, end, label=type_, alignment_mode="expand") for start, end, type_ in spans]
            reference = doc.copy()
            reference.ents = filter_spans([ent for ent in ents if ent is not None])
            yield Example(doc, reference)

    def _renamed(self, sentence: Annotated) -> tuple[str, list[tuple[int, int, str]]]:
        """The sentence with other names, the same one for the same, and where they stand."""
        text, spans, last = "", [], 0
        others: dict[str, str] = {}
        for mention in sentence.mentions:
            words = sentence.text[mention.start : mention.end]
            text += one_script(sentence.text[last : mention.start], self.lang)
            last = mention.end
            written = one_script(words, self.lang)
            if is_name(mention, sentence.text, self.lang):
                if words not in others:
                    others[words] = self._other(written, mention.type)
                written = others[words]
                spans.append((len(text), len(text) + len(written), mention.type))
            text += written
        return text + one_script(sentence.text[last:], self.lang), spans

    def _other(self, name: str, type_: str) -> str:
        """Another name of a type, or the same; places stay, what is in them is known of them."""
        drawn = self.chance.random()
        if type_ == "Place" or drawn < KEPT:
            return name
        return self.coiners[type_].coin(self.chance) if drawn < KEPT + COINED else self.chance.choice(self.pool[type_])
