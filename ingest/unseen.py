"""Names that no dictionary holds: found by context and by the recogniser, typed by all that the article says."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import regex

from ingest.context import WHOLE, clues, named, new_mention, without_overlap
from ingest.forms import aliases, loose_forms, repeated, siblings
from ingest.languages import Analysis
from ingest.rules import Rules
from ingest.text import Mention, Sentence
from kg.model import Entity

_FOUND = ("context", "ner", "repeated")
_RECOGNISED = 1
_LEGAL = regex.compile(r"(?:集团|股份|有限|责任|公司)*")
_DOMAIN = regex.compile(r"(?<=\p{Latin}|\d)\.(?:ai|app|co|com|dev|io|net|org|so|tech)\b(?![/@])", regex.IGNORECASE)
"""What a name ends in that is written as a site's: Retina.ai, Booking.com."""
_ONCE_A_NAME = frozenset({"Product", "Model", "Person"})


def with_unseen(
    text: str,
    sentences: Sequence[Sentence],
    sure: tuple[Mention, ...],
    guesses: Iterable[Mention],
    analysis: Analysis,
    rules: Rules,
) -> tuple[Mention, ...]:
    """The sure mentions and every unseen name; what is found first helps to find the rest ("Foo and Bar")."""

    def introduced(sentence: Sentence) -> list[Mention]:
        return [_with_domain(text, name) for name in clues(sentence, rules) if not analysis.is_common(sentence, name)]

    guessed = [_with_domain(text, m) for m in guesses if _plausible(m)]
    told = [s.within(sure) for s in sentences]
    found = [introduced(sentence) for sentence in told]
    first = [m for of_one in found for m in of_one]
    known = repeated(text, siblings(text, without_overlap([*first, *sure])), rules)
    known = repeated(text, _covering(known, guessed), rules)
    retold = [s.within(known) for s in sentences]
    again = [
        m for old, new, same in zip(told, retold, found, strict=True) for m in (same if old == new else introduced(new))
    ]
    agreed = _agreed(without_overlap([*known, *again]), [*first, *again, *guessed], rules)
    return repeated(text, aliases(text, siblings(text, agreed)), rules)


def _covering(sure: tuple[Mention, ...], guessed: Iterable[Mention]) -> tuple[Mention, ...]:
    """Known names first; a guessed name wins only over weaker ones that it contains ("Kumamoto University")."""
    kept = list(sure)
    for guess in guessed:
        inside = [m for m in kept if guess.start < m.end and m.start < guess.end]
        if all(_is_part(m, guess) for m in inside):
            kept = [m for m in kept if m not in inside] + [guess]
    return without_overlap(sorted(kept, key=lambda m: (m.start - m.end, m.start)))


def _is_part(known: Mention, guess: Mention) -> bool:
    """Whether a known name is only a part of a guessed one: a place, a word of several, a person in a firm's name."""
    contained = guess.start <= known.start and known.end <= guess.end and len(known.text) < len(guess.text)
    if contained and guess.how == WHOLE:
        return not _LEGAL.fullmatch(guess.text[known.end - guess.start :])
    word = " " in guess.text and " " not in known.text
    unseen = known.how.startswith(_FOUND)
    person = guess.type == "Person" and known.type in _ONCE_A_NAME
    other = guess.type != known.type and (known.type == "Place" or (known.type == "Person" and unseen))
    return contained and (other or (word and (unseen or person)))


def _plausible(mention: Mention) -> bool:
    return any(char.isalpha() for char in mention.text) and len(mention.text) > 1


def _with_domain(text: str, name: Mention) -> Mention:
    domain = _DOMAIN.match(text, name.end)
    if domain is None:
        return name
    return new_mention(name.start, domain.end(), text[name.start : domain.end()], name.type, name.how)


def _agreed(mentions: tuple[Mention, ...], evidence: Iterable[Mention], rules: Rules) -> tuple[Mention, ...]:
    """The mentions with one entity for each unseen name and its short forms, of the type with the most evidence.

    A rule counts once for a name, however often it applies: the article repeats itself, and so do mistakes.
    """
    longer = _longer_forms(mentions, rules.lang)
    names = {form: mention.text for form, mention in longer.items()}
    weights = {f"context:{rule.id}": rule.weight for rule in rules.names}
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for form, type_, how in dict.fromkeys((names.get(c.text, c.text), c.type, c.how) for c in evidence):
        votes[form][type_] += weights.get(how, _RECOGNISED)
    chosen = {form: _entity(form, types) for form, types in votes.items()}
    known = {m.text: m.entity for m in longer.values() if m.entity and not m.how.startswith(_FOUND)}
    return tuple(_retold(m, names, {**chosen, **known}) for m in mentions)


def _longer_forms(mentions: Iterable[Mention], lang: str) -> dict[str, Mention]:
    """Short form → the only longer name that it can stand for; a firm's is given in full before it is shortened."""
    longer: dict[str, dict[str, Mention]] = defaultdict(dict)
    seen: set[str] = set()
    for mention in mentions:
        if mention.how.startswith(("context", "ner")):
            seen.add(mention.text)
        for form in loose_forms(mention, lang):
            if form != mention.text and (mention.type == "Person" or form not in seen):
                longer[form].setdefault(mention.text, mention)
        if mention.type == "Person" and " " in mention.text:
            longer[mention.text.split()[0]].setdefault(mention.text, mention)
    return {form: next(iter(names.values())) for form, names in longer.items() if len(names) == 1}


def _entity(form: str, types: Counter[str]) -> Entity:
    """Ties go to the type that was seen first."""
    return named(form, max(types, key=types.__getitem__))


def _retold(mention: Mention, longer: Mapping[str, str], chosen: Mapping[str, Entity]) -> Mention:
    if not mention.how.startswith(_FOUND):
        return mention
    entity = chosen.get(longer.get(mention.text, mention.text))
    return replace(mention, entity=entity, type=entity.type) if entity else mention
