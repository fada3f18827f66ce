"""Chinese: a trained recogniser for names, and predications read from the order of words, since no parser is to be had.

A clause is a run of noun groups around a verb. What stands before the verb without a preposition is its subject, what
stands after it its object; a preposition (由, 向, 对 ...) names the role of the group behind it; 被 and 由 turn the
sentence round; X开发的Y makes Y the object; a clause without a subject takes the one before it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import regex

from ingest.languages import Analysis
from ingest.languages.chinese_names import names_in
from ingest.languages.chinese_words import is_common, is_within_word
from ingest.rules import load_rules
from ingest.slots import Encoded, encode
from ingest.text import VALUE_TYPES, Mention, Predication, Sentence
from ontology.words import alternation

_CLAUSE = regex.compile(r"[，,；;。！？!?：:]|(?:——|—)")
_JOINED = regex.compile(r"\s*(?:、|和|与|與|及|以及|,|/|跟|同)\s*")
_POSSESSIVE = regex.compile(
    r"\s*(?:的|旗下的?|公司的?|自研的?|家的)\s*(?:最新|新一代|新款|旗舰|第[一二三四五]代|下一代)?[^，。；\s]{0,4}?"
)
_PREPOSITION = regex.compile(
    r"(?<!理|自|经)由|被|遭到?|(?<!方|导|意|倾|走|转|面|指)向|(?<!服|自)从|(?<!应|相|绝|反|面|针)对(?!标|手|抗|于此)"
    r"|(?<!成|作|认|因|分|改|以|视|称|名|华|行|较|更)为|(?<!存|实|现|正)在|给|把|将|於|(?<!关|位|由|对|属|低|高|优)于|以"
    r"|获得?了?|受到?|随|通过|用|借助|与|和|同(?!时|样|意)|跟|與"
)
_REACH = 16
"""How many characters may stand between a preposition and the name that it governs."""
_SOURCE = regex.compile(r"(?:消息|报道|讯|电|获悉|爆料|称)[，,：:]?$")
_TURNED = frozenset({"被", "由", "遭", "遭到", "获", "获得", "获得了", "获了", "受", "受到"})


@dataclass(frozen=True)
class Group:
    """Mentions joined by 和 or 、, at [begin, end) of the encoded sentence, with the preposition before them."""

    begin: int
    end: int
    mentions: tuple[Mention, ...]
    preposition: str


@cache
def _verbs() -> "regex.Pattern[str]":
    return regex.compile(rf"(?P<lemma>{alternation(load_rules('zh').frames) or '(?!)'})[了过]?")


class ChineseAnalysis(Analysis):
    """What the recogniser of names and the frames' verbs say of sentences."""

    def names(self, sentences: Iterable[Sentence]) -> list[Mention]:
        return list(names_in(sentences))

    def is_common(self, sentence: Sentence, name: Mention) -> bool:
        return is_common(sentence, name)

    def is_within_word(self, sentence: Sentence, name: Mention) -> bool:
        return is_within_word(sentence, name)

    def predications(self, sentences: Iterable[Sentence]) -> Iterator[list[Predication]]:
        for sentence in sentences:
            encoded = encode(sentence)
            yield list(_predications(encoded))


def _predications(encoded: Encoded) -> Iterator[Predication]:
    topic: tuple[Mention, ...] = ()
    cuts = [0, *(m.end() for m in _CLAUSE.finditer(encoded.text)), len(encoded.text)]
    for begin, end in pairwise(cuts):
        matches = list(_verbs().finditer(encoded.text, begin, end))
        groups = list(_groups(encoded, begin, end, {i for m in matches for i in range(*m.span())}))
        holds: tuple[Mention, ...] = ()
        for number, verb in enumerate(matches):
            until = matches[number + 1].start() if number + 1 < len(matches) else end
            roles = _roles(encoded, groups, verb, until, topic)
            if "obj" in roles or "money" in roles:
                holds = holds or roles.get("subj", ())
            if topic and "obj" not in roles and roles.get("subj") != topic:
                roles["topic"] = topic
            yield Predication(verb["lemma"], encoded.span(*verb.span()), encoded.span(begin, end), roles)
        bare = [g for g in groups if not g.preposition and g.mentions[0].type != "Place"]
        if not _SOURCE.search(encoded.text, begin, end):
            first = bare[0].mentions if bare else ()
            topic = holds or (first if not matches else ()) or topic or first


def _groups(encoded: Encoded, begin: int, end: int, verbal: set[int]) -> Iterator[Group]:
    """Noun groups of a clause; a possessor ("华为的昇腾") is left to its head, as the maker of what it has."""
    places = [i for i in range(begin, end) if i in encoded.mentions and encoded.mentions[i].type not in VALUE_TYPES]
    start = 0
    floor = begin
    while start < len(places):
        stop = start
        while stop + 1 < len(places) and _JOINED.fullmatch(encoded.text, places[stop] + 1, places[stop + 1]):
            stop += 1
        first, last = places[start], places[stop]
        mentions = tuple(encoded.mentions[i] for i in places[start : stop + 1])
        yield Group(first, last + 1, mentions, _preposition(encoded, floor, first, verbal))
        floor = last + 1
        start = stop + 1


def _preposition(encoded: Encoded, floor: int, first: int, verbal: set[int]) -> str:
    """The nearest preposition before a name, in a stretch that begins at `floor`; characters of verbs do not count."""
    found = ""
    for match in _PREPOSITION.finditer(encoded.text, max(floor, first - _REACH), first):
        if match.start() not in verbal and not verbal.intersection(range(match.end(), first)):
            found = match.group()
    return found


def _roles(
    encoded: Encoded, groups: list[Group], verb: "regex.Match[str]", until: int, topic: tuple[Mention, ...]
) -> dict[str, tuple[Mention, ...]]:
    left = [g for g in groups if g.end <= verb.start()]
    right = [g for g in groups if verb.end() <= g.begin < until]
    roles: dict[str, tuple[Mention, ...]] = {}
    turned = next((g for g in reversed(left) if g.preposition in _TURNED), None)
    bare = [g for g in left if not g.preposition and not _possessor(encoded, g, groups)]
    for group in (*left, *right):
        if group.preposition:
            roles.setdefault(group.preposition[0], group.mentions)
    heads = [g for g in right if not g.preposition and not _possessor(encoded, g, groups)]
    if turned:
        roles["subj"] = turned.mentions
        patient = next((g for g in reversed(bare) if g.end <= turned.begin), None)
        objects = patient.mentions if patient else (heads[0].mentions if heads else topic)
        if objects:
            roles["obj"] = objects
        return _with_values(encoded, roles, verb, until)
    if bare:
        roles["subj"] = bare[-1].mentions
    elif topic:
        roles["subj"] = topic
    if heads:
        roles["obj"] = heads[0].mentions
    for possessor in right:
        if _possessor(encoded, possessor, groups):
            roles.setdefault("obj_of", possessor.mentions)
            break
    return _with_values(encoded, roles, verb, until)


def _possessor(encoded: Encoded, group: Group, groups: list[Group]) -> bool:
    following = next((g for g in groups if g.begin >= group.end), None)
    return following is not None and bool(_POSSESSIVE.fullmatch(encoded.text, group.end, following.begin))


def _with_values(
    encoded: Encoded, roles: dict[str, tuple[Mention, ...]], verb: "regex.Match[str]", until: int
) -> dict[str, tuple[Mention, ...]]:
    """With the amount of money and the legal structure that stand behind the verb."""
    for type_, role in (("Money", "money"), ("Structure", "structure")):
        behind = [m for i, m in encoded.mentions.items() if verb.start() <= i < until and m.type == type_]
        if behind:
            roles[role] = (behind[0],)
    return roles
