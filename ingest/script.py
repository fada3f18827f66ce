"""Ways of writing that mean nothing: traditional characters, narrow marks, spaces between scripts, addresses."""

from functools import cache
from typing import Any

import regex

from kg.model import Language

_KANA, _HAN = regex.compile(r"[\p{Hiragana}\p{Katakana}]"), regex.compile(r"\p{Han}")
_APART_CHINESE = regex.compile(r"(?<=[\p{Latin}\d%]) (?=\p{Han})|(?<=\p{Han}) (?=[\p{Latin}\d])")
APART_JAPANESE = regex.compile(
    r"(?<=[\p{Latin}\d%]) (?=[\p{Hiragana}\p{Katakana}\p{Han}])|(?<=\p{Hiragana}) (?=[\p{Latin}\d])"
)
"""Behind a Chinese character a space stands between two headlines."""


_NARROW = regex.compile(
    r"(?<=[\p{Han}\p{Hiragana}\p{Katakana}ー）】》」”%])[,;:!?()]|[,;:!?()](?=[\p{Han}\p{Hiragana}\p{Katakana}（【《「“])"
)
_WIDE = {"zh": str.maketrans(",;:!?()", "，；：！？（）"), "ja": str.maketrans(",;:!?()", "、；：！？（）")}
"""Marks beside Chinese and Japanese characters mean the same in either width; patterns know the wide ones."""
_ADDRESS = regex.compile(r"(?:https?://|www\.)[!-~]*[\w/]", regex.ASCII)
"""An address of a page, whose words tell nothing: no name and no claim is read from it."""


@cache
def _converter() -> Any:
    from opencc import OpenCC

    return OpenCC("t2s")


@cache
def _simplified(character: str) -> str:
    converted: str = _converter().convert(character)
    return converted if len(converted) == 1 else character


def one_script(text: str, lang: Language) -> str:
    """A text as it is read, every character where it was.

    Addresses are blank; Chinese and Japanese have wide marks, Chinese has simplified characters.
    """
    text = _ADDRESS.sub(lambda address: " " * len(address.group()), text)
    if lang not in _WIDE:
        return text
    wide: str = _NARROW.sub(lambda mark: mark.group().translate(_WIDE[lang]), text)
    return wide if lang == "ja" else "".join(_simplified(c) if "\u3400" <= c <= "\u9fff" else c for c in wide)


def set_apart(text: str) -> set[int]:
    """Where the spaces stand that set Latin words apart from the characters of Chinese or Japanese."""
    if not _HAN.search(text):
        return set()
    apart = APART_JAPANESE if _KANA.search(text) else _APART_CHINESE
    return {match.start() for match in apart.finditer(text)}
