"""Traditional Chinese read as simplified, character by character, so that every offset stays where it was."""

from functools import cache
from typing import Any

from kg.model import Language


@cache
def _converter() -> Any:
    from opencc import OpenCC

    return OpenCC("t2s")


@cache
def _simplified(character: str) -> str:
    converted: str = _converter().convert(character)
    return converted if len(converted) == 1 else character


def one_script(text: str, lang: Language) -> str:
    """The text as the patterns of its language expect it: Chinese in simplified characters, others as they are."""
    if lang != "zh":
        return text
    return "".join(_simplified(c) if "\u3400" <= c <= "\u9fff" else c for c in text)
