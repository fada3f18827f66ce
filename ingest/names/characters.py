"""Chinese in single characters, with Latin words and numbers whole; each knows the word that it is of."""

from bisect import bisect_right
from typing import Any

import regex

from ingest.names.words import tagged

_TOKEN = regex.compile(r"[\p{Latin}\p{M}]+|\d+|\S")


def tokenizer(vocab: Any) -> Any:
    """What spaCy calls to make a document of a text: a token's lemma is its word, its tag where in which kind of word.

    "B-ORG" begins a word that LAC holds for an organisation, "I-ORG" carries it on.
    """
    from spacy.tokens import Doc

    def read(text: str) -> Any:
        words: list[str] = []
        spaces: list[bool] = []
        lemmas: list[str] = []
        tags: list[str] = []
        known = tagged(text)
        begins = [span[0] for _, span, _ in known]
        end = 0
        for match in _TOKEN.finditer(text):
            if spaces and match.start() > end:
                spaces[-1] = True
            word, (begin, _), tag = known[bisect_right(begins, match.start()) - 1]
            words.append(match.group())
            spaces.append(False)
            lemmas.append(word)
            tags.append(f"{'B' if begin == match.start() else 'I'}-{tag}")
            end = match.end()
        return Doc(vocab, words=words, spaces=spaces, lemmas=lemmas, tags=tags)

    return read
