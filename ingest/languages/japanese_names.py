"""Japanese names: those of the trained reader, less what their own form or common words say is none."""

from collections.abc import Iterable, Iterator

import regex

from ingest.context import new_mention
from ingest.names.ordinary import is_row
from ingest.names.recogniser import recognised
from ingest.text import Mention, Sentence
from ontology.words import not_names

_KATAKANA = regex.compile(r"[\p{Katakana}ー]+")
_PARTS = regex.compile(r"[\p{Katakana}ー]+|\p{Latin}+|\d+|(?P<apart>[・·•‧ ]+)|.")
"""Of what a name is put together: words in katakana and in Latin letters, numbers."""
_EDGES = regex.compile(
    r"^[\s、。：；，！？・（）「」『』【】\"“”]+|[\s、。：；，！？・（「」『』【】\"“”]+$|(?<=[\p{Latin}\p{Katakana}ー])社$"
)
_QUANTITY = r"\P{L}*\d[\d.,]*\P{L}*(?:[kMGT]?[BWVg]|[kMG]?Hz|[nmck]?m|[万億兆]?[円人件年月日台枚個社])?"
_NO_NAME = regex.compile(rf"\P{{L}}*|[\p{{Hiragana}}ー]{{1,2}}|{_QUANTITY}")


def names_in(sentences: Iterable[Sentence]) -> Iterator[Mention]:
    """The names in an article's sentences."""
    for sentence, (start, end), type_ in recognised("ja", sentences):
        name = sentence.text[start:end]
        left = _EDGES.match(name)
        begin = start + (left.end() if left else 0)
        text = _EDGES.sub("", name)
        if not (_NO_NAME.fullmatch(text) or is_common(text) or _cuts_a_word(sentence.text, begin, begin + len(text))):
            at = sentence.start + begin
            yield new_mention(at, at + len(text), text, type_, "ner")


def is_common(name: str) -> bool:
    """Whether a name is a common word or put together of such and of numbers: フロンティアAI, シナリオ1."""
    parts = [part.group() for part in _PARTS.finditer(name) if not part["apart"]]
    return name in not_names() or (not name.isascii() and all(map(_is_common_part, parts)))


def _is_common_part(part: str) -> bool:
    return part.isdecimal() or (is_row(part, not_names()) if _KATAKANA.fullmatch(part) else part in not_names())


def _cuts_a_word(text: str, begin: int, end: int) -> bool:
    """Whether a name begins or ends within a word in katakana: the セス of プロセス is none."""
    return any(word.start() < edge < word.end() for word in _KATAKANA.finditer(text) for edge in (begin, end))
