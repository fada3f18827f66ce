"""When a predicted name or amount means an annotated one."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping
from typing import Any

_SUFFIX = re.compile(
    r"(?:[\s,]+(?:inc|incorporated|corp|corporation|co|company|ltd|limited|llc|plc|gmbh|ag|sa|nv|se|group|holdings?)\.?)+$"
)
_CJK_SUFFIXES = ("股份有限公司", "有限责任公司", "有限公司", "株式会社", "(株)", "集团", "集團", "グループ")
_MONEY = re.compile(r"\s*([\d.,]+(?:[eE][+-]?\d+)?)\s*([A-Za-z]{3})?\s*")
TOLERANCE = 0.01
"""Relative difference up to which two amounts are the same."""


def fold(name: object) -> str:
    """A name without case, width, quotes, articles and company suffixes (looser than identity needs)."""
    text = unicodedata.normalize("NFKC", str(name)).casefold()
    text = re.sub(r"[’‘`]", "'", text)
    text = re.sub(r"'s$", "", text.strip())
    text = re.sub(r"[\s_\-‐‑–—・·•]+", " ", text).strip(" \"'.,;:()[]<>《》「」『』“”〈〉")
    text = re.sub(r"^(the|a|an) ", "", text)
    for suffix in _CJK_SUFFIXES:
        text = text.replace(suffix, "")
    return _SUFFIX.sub("", text).strip() or text


def money(value: object) -> tuple[float, str] | None:
    """Amount and currency of "1500000000 USD"; None where the text is no amount."""
    match = _MONEY.fullmatch(str(value))
    if match is None:
        return None
    try:
        return float(match[1].replace(",", "")), (match[2] or "").upper()
    except ValueError:
        return None


class GoldNames:
    """The entities of an annotated article by every form of their names."""

    def __init__(self, row: Mapping[str, Any]) -> None:
        self._forms = [
            {fold(n) for n in (e["name"], *e.get("mentions", ()), *e.get("aliases", ()))} for e in row["entities"]
        ]
        self._by_form: dict[str, set[int]] = defaultdict(set)
        for index, forms in enumerate(self._forms):
            for form in forms:
                self._by_form[form].add(index)

    def entities(self, names: list[object]) -> set[int]:
        """Numbers of the annotated entities that any of the names means."""
        return {index for name in names for index in self._by_form.get(fold(name), ())}

    def forms_of(self, name: str) -> set[str]:
        """Every form under which the entity of that name may be predicted."""
        key = fold(name)
        return {key}.union(*(self._forms[index] for index in self._by_form.get(key, ())))

    def means(self, predicted: Mapping[str, Any], name: str) -> bool:
        """Whether a predicted subject or object is what the annotation calls `name`."""
        wanted = money(name)
        if predicted.get("value") is None:
            return bool({fold(predicted[k]) for k in ("name", "mention") if predicted.get(k)} & self.forms_of(name))
        full = f"{predicted['value']} {predicted.get('unit') or ''}".strip()
        amount = money(full)
        if wanted and amount:
            near = abs(wanted[0] - amount[0]) <= TOLERANCE * max(wanted[0], 1)
            return near and (not wanted[1] or not amount[1] or wanted[1] == amount[1])
        keys = {fold(predicted["value"]), fold(full), fold(predicted.get("mention") or predicted["value"])}
        return bool(keys & self.forms_of(name))
