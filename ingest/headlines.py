"""Headlines In Title Case, read as the sentences they are."""

from dataclasses import replace

import regex

from ingest.text import Sentence

_WORD = regex.compile(r"\p{L}[\p{L}'’-]*")
_SHORT = 4
"""Words shorter than this are often small in title case too, which tells nothing."""
_SHARE, _LEAST = 0.75, 3


def in_sentence_case(sentence: Sentence) -> Sentence:
    """The sentence with small letters outside its names where nearly all its words are capitalised."""
    named = {at for m in sentence.mentions for at in range(m.start - sentence.start, m.end - sentence.start)}
    words = [w for w in _WORD.finditer(sentence.text) if w.start() not in named and not w.group().isupper()]
    capital = [w for w in words if w.start() > 0 and w.group()[0].isupper()]
    telling = [*capital, *(w for w in words if len(w.group()) >= _SHORT and w.group()[0].islower())]
    if len(telling) < _LEAST or len(capital) < _SHARE * len(telling):
        return sentence
    text = list(sentence.text)
    for word in words:
        text[word.start() : word.end()] = _lower(word.group())
    return replace(sentence, text="".join(text))


def _lower(word: str) -> str:
    """The word in small letters, as long as it was."""
    small = word.lower()
    return small if len(small) == len(word) else word
