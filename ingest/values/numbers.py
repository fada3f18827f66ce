"""Numerals of the three scripts as exact numbers: 1,300.5 · 1兆2000億 · 3.4萬 · 三千 · 二〇二五."""

from decimal import Decimal, InvalidOperation

import cn2an
import regex

_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0xFFE5: 0xA5, 0xFFE1: 0xA3, 0x3000: 0x20}
_BIG = {"兆": 12, "億": 8, "亿": 8, "万": 4, "萬": 4}
_DIGITS = "〇零一二三四五六七八九两兩"
_VALUES = str.maketrans(_DIGITS, "0012345678922")
_SIMPLE = str.maketrans("〇兩", "零两")
_INSIDE = "[多余餘]?"

ARABIC = r"\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?"
_KANJI = rf"[{_DIGITS}十百千]+(?:点[{_DIGITS}]+)?"
_COEFFICIENT = rf"(?:(?:{ARABIC})[十百千]?|{_KANJI})"
_SMALL = rf"[{_DIGITS}]*[十百千][{_DIGITS}十百千]*|(?:{ARABIC})[百千]"
CJK = rf"(?:{_COEFFICIENT}{_INSIDE}[{''.join(_BIG)}]+)+(?:{_COEFFICIENT})?|{_SMALL}"
"""Regular expression of a number with East Asian units; a lone digit such as 一 is a word more often than a number."""

_PART = regex.compile(rf"(?P<coefficient>{_COEFFICIENT}){_INSIDE}(?P<units>[{''.join(_BIG)}]*)")

_SCALED = regex.compile(rf"(?P<coefficient>{ARABIC}){_INSIDE}(?P<units>[{''.join(_BIG)}]+)")


def fold_width(text: str) -> str:
    """The text with full-width letters, digits and signs as ASCII; every offset stays."""
    return text.translate(_WIDTH)


def parse_number(text: str) -> Decimal | None:
    """The number that `text` (folded by `fold_width`) writes, or None where it is none."""
    plain = text.replace(",", "").strip()
    try:
        return Decimal(plain)
    except InvalidOperation:
        pass
    total, at = Decimal(0), 0
    while at < len(plain):
        part = _PART.match(plain, at)
        coefficient = _coefficient(part["coefficient"]) if part else None
        if part is None or coefficient is None:
            return None
        total += coefficient.scaleb(sum(_BIG[unit] for unit in part["units"]))
        at = part.end()
    return total if plain else None


def split_scale(text: str) -> tuple[str, int | None]:
    """A numeral with units at its end only as ("10", 8) for 10亿; the power is 0 for other units, None without any."""
    match = _SCALED.fullmatch(text)
    if match:
        return match["coefficient"], sum(_BIG[unit] for unit in match["units"])
    return text, None if regex.fullmatch(ARABIC, text) else 0


def parse_digits(text: str) -> int | None:
    """A year or ordinal in any digits: "2025", "二〇二五", "十二", "三"."""
    if text.isdecimal():
        return int(text)
    if text and all(char in _DIGITS for char in text):
        return int(text.translate(_VALUES))
    value = _coefficient(text)
    return int(value) if value is not None else None


def _coefficient(text: str) -> Decimal | None:
    try:
        return Decimal(text)
    except InvalidOperation:
        pass
    try:
        # float only ever carries the few digits that were written, so its repr is exact
        return Decimal(str(cn2an.cn2an(regex.sub("^(?=[百千])", "一", text.translate(_SIMPLE)), "smart")))
    except (ValueError, InvalidOperation, KeyError, IndexError, TypeError):
        return None
