"""Chinese in single characters, with Latin words and numbers whole."""

from typing import Any

import regex

_TOKEN = regex.compile(r"[\p{Latin}\p{M}]+|\d+|\S")


def tokenizer(vocab: Any) -> Any:
    """What spaCy calls to make a document of a text."""
    from spacy.tokens import Doc

    def read(text: str) -> Any:
        words: list[str] = []
        spaces: list[bool] = []
        end = 0
        for match in _TOKEN.finditer(text):
            if spaces and match.start() > end:
                spaces[-1] = True
            words.append(match.group())
            spaces.append(False)
            end = match.end()
        return Doc(vocab, words=words, spaces=spaces)

    return read
