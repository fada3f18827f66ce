"""What kind of thing a Chinese name names, judged by its own characters."""

from functools import cache

import regex

from ontology.words import titles

_LAB = regex.compile(r"(?:大学|學院|学院|研究院|研究所|实验室|實驗室|科学院|中心)$")
_INVESTOR = regex.compile(r"(?:资本|資本|创投|創投|基金|投资|投資|风投)$")
_GOVERNMENT = regex.compile(r"(?:政府|部|委|委员会|局|办|署|国务院|法院|议会|国会|白宫|海关)$")
_LATIN_OR_DOT = regex.compile(r"[\p{Latin}·•・]")


_GENERIC = regex.compile(r"(?:公司|企业|厂商|机构|部门|平台|网站|巨头|团队|大厂|工厂|市场|政府|股东|客户|者|们)$")


def organisation_type(name: str) -> str | None:
    """Lab, Investor, Government or Company, by the ending of an organisation's name; None where it names no one."""
    if _GENERIC.search(name):
        return None
    for expression, type_ in ((_LAB, "Lab"), (_INVESTOR, "Investor"), (_GOVERNMENT, "Government")):
        if expression.search(name):
            return type_
    return "Company"


@cache
def _surnames() -> tuple[str, ...]:
    return tuple(sorted(titles()["surnames"]["zh"], key=lambda s: (-len(s), s)))


def plausible_person(name: str) -> bool:
    """Whether a name can be a person's: a Chinese surname with one or two characters, or a transcribed name."""
    if _LATIN_OR_DOT.search(name):
        return len(name) > 3
    if 2 <= len(name) <= 4:
        return name.startswith(_surnames())
    return False
