"""What the judge looks at: the words around two mentions, what stands between them, and what the rules make of it."""

from collections.abc import Iterator, Sequence

from ingest.judge.spots import relations_of
from ingest.judge.view import View
from ingest.text import Mention, Predication

_MIDDLE = {"en": 25, "ja": 45, "zh": 45}
_BEFORE = {"en": 4, "ja": 8, "zh": 8}
_AFTER = {"en": 8, "ja": 30, "zh": 20}
_GRAMS = {"en": 3, "ja": 4, "zh": 4}
_EDGE = {"en": 3, "ja": 5, "zh": 5}
_STEP = {"en": 4, "ja": 6, "zh": 6}
_LISTED = 3


def of_pair(view: View, subject: Mention, object_: Mention) -> list[str]:
    """Features of two mentions, whatever the relation; those that tell of order say which comes first."""
    one, other = view.places[subject.start], view.places[object_.start]
    way = ">" if one.at < other.at else "<"
    low, high = (one, other) if one.at < other.at else (other, one)
    listed = low.first == high.first
    begin, end = (low.at, high.at) if listed else (low.last, high.first)
    left, right = (low.at, high.at) if listed else (low.first, high.last)
    middle = view.tokens[begin + 1 : end]
    before = view.tokens[max(0, left - _BEFORE[view.lang]) : left]
    after = view.tokens[right + 1 : right + 1 + _AFTER[view.lang]]
    kinds = f"{view.tokens[one.at]}{view.tokens[other.at]}"
    found = [f"types {subject.type} {object_.type}", f"kinds {kinds}", f"way {way}{kinds}"]
    found += [f"listed {min(low.members, _LISTED)}"] if listed else []
    found += [f"{way}{feature}" for feature in _words(view, middle, before, after)]
    between = view.mentions_between(begin + 1, end)
    found += [f"between {min(len(between), 4)}", f"far {min(len(middle) // _STEP[view.lang], 8)}"]
    found += [f"{way}between {kind}" for kind in set(between)]
    found += [f"said {side} {m.how[:7]}" for side, m in (("s", subject), ("o", object_)) if m.how.startswith("nominal")]
    return found


def _words(view: View, middle: Sequence[str], before: Sequence[str], after: Sequence[str]) -> set[str]:
    most, size, edge = _MIDDLE[view.lang], _GRAMS[view.lang], _EDGE[view.lang]
    shown = middle if len(middle) <= most else (*middle[: most // 2], "…", *middle[-most // 2 :])
    found = {*_grams(shown, size, "m"), *_grams(before, size - 1, "b"), *_grams(after, size, "a")}
    if len(middle) <= most // 4:
        found.add("whole " + " ".join(middle))
    for length in range(1, edge + 1):
        found |= {f"m^{' '.join(middle[:length])}", f"m${' '.join(middle[-length:])}"}
        found |= {f"b${' '.join(before[-length:])}", f"a^{' '.join(after[:length])}"}
    return found


def _grams(tokens: Sequence[str], longest: int, where: str) -> Iterator[str]:
    for size in range(1, longest + 1):
        for at in range(len(tokens) - size + 1):
            yield f"{where} {' '.join(tokens[at : at + size])}"


Signal = tuple[str, str, frozenset[str]]
"""Where a word stands to two mentions, the word, and the relations that it calls for."""


def signals(
    view: View, subject: Mention, object_: Mention, predications: Sequence[Predication], relations: frozenset[str]
) -> list[Signal]:
    """The words that call for relations: where they stand, and in which roles of which predication the mentions are.

    Of predications only those count that may state one of `relations`.
    """
    one, other = view.places[subject.start].at, view.places[object_.start].at
    way, low, high = (">", one, other) if one < other else ("<", other, one)
    found: list[Signal] = []
    for spot in view.spots:
        if low < spot.at < high:
            past = min(len(view.mentions_between(low + 1, spot.at)), 2)
            ahead = min(len(view.mentions_between(spot.at, high)), 2)
            found += [(f"{way}m{past}", spot.word, spot.relations), (f"{way}m-{ahead}", spot.word, spot.relations)]
        elif spot.at < low:
            found.append((f"{way}b{min(len(view.mentions_between(spot.at, low)), 2)}", spot.word, spot.relations))
        else:
            past = min(len(view.mentions_between(high + 1, spot.at)), 2)
            found.append((f"{way}a{past}", spot.word, spot.relations))
    for predication in predications:
        called = relations_of(predication.lemma, view.lang)
        if not called & relations:
            continue
        as_subject = [role for role, held in predication.roles.items() if _holds(held, subject)]
        as_object = [role for role, held in predication.roles.items() if _holds(held, object_)]
        places = [f"{a}:{b}" for a in (*as_subject, "") for b in (*as_object, "") if a or b]
        found += [(f"role {place}", predication.lemma, called) for place in places]
    return found


def _holds(held: Sequence[Mention], mention: Mention) -> bool:
    return any(m.span == mention.span for m in held)


def of_relation(relation: str, called: Sequence[Signal], ruled: frozenset[str]) -> list[str]:
    """Features of one relation between the two: its own words and those of others, and whether a rule sees it."""
    found: set[str] = set()
    own_words = False
    for place, word, relations in called:
        own = relation in relations
        own_words |= own
        found |= {f"own {place}", f"{relation} own {place}"} if own else {f"other {place}"}
        found.add(f"{relation} {word} {place if place.startswith('role') else place[:2]}")
    if not own_words:
        found.add("no word")
    found |= {f"ruled {relation}", "ruled"} if relation in ruled else set()
    found |= {f"{relation} and not {other}" for other in ruled - {relation}}
    if ruled - {relation}:
        found.add("ruled otherwise")
    return sorted(found)
