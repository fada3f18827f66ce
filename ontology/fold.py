"""Names compared without what does not distinguish them: case, width, spaces, hyphens, middle dots, legal suffixes.

Digits, letters and words are never dropped, so no version, size or unit is folded into another.
"""

import re
import unicodedata
from functools import lru_cache

_LEGAL_LATIN = re.compile(
    r"(?:[\s,]+(?:inc|incorporated|corp|corporation|co|company|ltd|limited|llc|llp|plc|gmbh|ag|sa|s\.a\.|nv|n\.v\.|bv|b\.v\."
    r"|se|spa|s\.p\.a\.|ab|oy|oyj|kk|k\.k\.|pte|pty|sas|sarl|srl)\.?)+$"
)
_LEGAL_SHORT = re.compile(r"(?:,? (?:inc|corp|co|ltd|llc|llp|plc|gmbh|pte|pty|sarl|srl)\b\.?)+$", re.IGNORECASE)
_LEGAL_CJK = re.compile(r"株式会社|合同会社|有限会社|\(株\)|股份有限公司|有限责任公司|有限公司|公司$")
_SEPARATORS = re.compile(r"[\s_\-‐‑‒–—―・·•‧=＝'’‘`\"“”.,、]+")
_ARTICLE = re.compile(r"^(?:the|a|an)\s+")
_BETWEEN_DIGITS = re.compile(r"(?<=\d)[.\-‐‑–](?=\d)")


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """The key under which equal names meet; never empty for a non-empty name.

    A point or hyphen between digits stays (as a point), so "GPT-4.1" is not "GPT-41".
    """
    text = unicodedata.normalize("NFKC", name).casefold().strip()
    text = text.removesuffix("'s").removesuffix("’s")
    text = _ARTICLE.sub("", text)
    text = _LEGAL_CJK.sub("", text) or text
    text = _LEGAL_LATIN.sub("", text) or text
    text = _BETWEEN_DIGITS.sub("\x00", text)
    return _SEPARATORS.sub("", text).replace("\x00", ".") or text


def unlegal(name: str) -> str:
    """A name as it is written, without a short legal form behind it: "Tolland Motors, Inc." → "Tolland Motors"."""
    return _LEGAL_SHORT.sub("", name) or name


def slug(name: str) -> str:
    """The part of an id after its group, from a name in any script: "Kestrel Labs" → "kestrel-labs"."""
    text = unicodedata.normalize("NFKC", name).casefold().strip()
    text = _ARTICLE.sub("", text)
    text = _LEGAL_CJK.sub("", text) or text
    text = _LEGAL_LATIN.sub("", text) or text
    return re.sub(r"[^\w]+", "-", text.replace("'s", "s")).strip("-_") or "x"
