"""Annotated sentences with other names, of which a text has more than any training data holds.

Most names are replaced by others of their type, anew in every round, and a part by names that nobody bears: learnt is
where a name stands and how it is built, and not which it is.
"""

import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import regex

from ingest.names.reader import Found
from ingest.script import one_script
from ingest.training.annotated import Annotated
from ingest.training.naming.coined import Coiner
from ingest.training.naming.referring import is_name
from kg.model import Language
from ontology.lexicon import load_lexicon

KEPT, COINED = 0.3, 0.35
"""The shares of names that stay and of coined ones."""
ORDER: Mapping[Language, int] = {"en": 3, "ja": 2, "zh": 1}
"""By how many letters before it the next one of a coined name is chosen."""
_CJK = 0x2E80
_KANA = regex.compile(r"[\p{Hiragana}\p{Katakana}]")
Named = tuple[str, Found]
"""A sentence, and where its names stand, with their types."""
Pool = Mapping[str, Sequence[str]]
"""The names of each type."""


def known_names(lang: Language, sentences: Iterable[Annotated]) -> Pool:
    """All names of each type that the sentences and the lexicon hold."""
    pool: dict[str, set[str]] = defaultdict(set)
    for sentence in sentences:
        for mention in sentence.mentions:
            if is_name(mention, sentence.text, lang):
                pool[mention.type].add(one_script(sentence.words(mention), lang))
    for entry in load_lexicon():
        pool[entry.type].update(one_script(name, lang) for name in entry.names if _written_in(lang, name))
    return {type_: sorted(names) for type_, names in pool.items()}


def _written_in(lang: Language, name: str) -> bool:
    cjk = any(ord(char) > _CJK for char in name)
    return name.isascii() or (lang == "ja" and cjk) or (lang == "zh" and cjk and not _KANA.search(name))


@dataclass(frozen=True)
class Renamer:
    """Gives sentences other names, by chance, from a pool of names or coined."""

    lang: Language
    pool: Pool
    coiners: Mapping[str, Coiner]
    chance: random.Random

    @classmethod
    def of(cls, lang: Language, pool: Pool, seed: int) -> "Renamer":
        """One that coins names as those of the pool are built."""
        coiners = {type_: Coiner(_own_letters(lang, names), ORDER[lang]) for type_, names in pool.items()}
        return cls(lang, pool, coiners, random.Random(seed))  # noqa: S311

    def passage(self, sentences: Iterable[Annotated]) -> Iterator[Named]:
        """The sentences with other names, the same one for the same."""
        others: dict[str, str] = {}
        for sentence in sentences:
            yield self._renamed(sentence, others)

    def _renamed(self, sentence: Annotated, others: dict[str, str]) -> Named:
        text, spans, last = "", [], 0
        for mention in sentence.mentions:
            words = sentence.words(mention)
            text += one_script(sentence.text[last : mention.start], self.lang)
            last = mention.end
            written = one_script(words, self.lang)
            if is_name(mention, sentence.text, self.lang):
                if words not in others:
                    others[words] = self._other(written, mention.type)
                written = others[words]
                spans.append(((len(text), len(text) + len(written)), mention.type))
            text += written
        return text + one_script(sentence.text[last:], self.lang), spans

    def _other(self, name: str, type_: str) -> str:
        """Another name of a type, or the same; places stay, what is in them is known of them."""
        drawn = self.chance.random()
        if type_ == "Place" or drawn < KEPT:
            return name
        return self.coiners[type_].coin(self.chance) if drawn < KEPT + COINED else self.chance.choice(self.pool[type_])


def _own_letters(lang: Language, names: Sequence[str]) -> Sequence[str]:
    """The names that the language's own letters write, if there are any: to chain others they are too few."""
    return [name for name in names if lang == "en" or not name[:1].isascii()] or names
