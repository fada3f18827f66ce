"""Japanese particles, simple and compound, as the names of roles."""

from functools import cache

import regex

_COMPOUND = tuple(
    (regex.compile(pattern), role)
    for pattern, role in (
        (r"によ(?:ると|れば)", "source"),
        (r"によ|で(?!は|も)よ", "niyoru"),
        (r"に(?:対|たい)", "ni"),
        (r"にと(?:って|り)", "nitotte"),
        (r"につい|に関|にかん|をめぐ|を巡", "nitsuite"),
        (r"として", "toshite"),
        (r"を(?:通じ|通し|介し|経由)", "tsuujite"),
        (r"と(?:とも|共)に|と並", "to"),
        (r"に(?:向け|むけ)", "muke"),
        (r"において|における", "de"),
        (r"に(?:比べ|比し)|と比", "yori"),
        (r"に(?:代わ|かわ|替わ)", "kawari"),
        (r"に(?:加え|続)", "kuwae"),
        (r"をはじめ|を筆頭", "listed"),
        (r"に基づ|に基|をもとに|を基に|をベースに", "base"),
    )
)
_SIMPLE = {
    "が": "ga", "を": "wo", "に": "ni", "へ": "he", "と": "to", "から": "kara", "より": "yori", "まで": "made",
    "で": "de",
}  # fmt: skip
_FOCUS = regex.compile(r"(?:など|(?<!か)ら|だけ|のみ|ばかり|さえ|すら|こそ|しか|は|も|の|とか|等)+$")
_LEAD = regex.compile(r"^(?:など|等|だけ|のみ|ら|側|自身)+(?=.)")


@cache
def role_of(particles: str) -> str:
    """The role that particles give; "wa" for a topic, "no" for a possessor, "" where there are none."""
    for pattern, role in _COMPOUND:
        if pattern.search(particles):
            return role
    plain = _LEAD.sub("", particles)
    core = _FOCUS.sub("", plain)
    if core in _SIMPLE:
        return _SIMPLE[core]
    if plain.endswith(("は", "も")):
        return "wa"
    return "no" if plain.endswith("の") else ""
