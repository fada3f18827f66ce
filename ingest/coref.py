"""Words that refer back ("the company", 同社, 该公司): resolved to the most salient fitting mention, or left alone."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

import regex

from ingest.context import new_mention
from ingest.described import described, plainly
from ingest.profile import Profiles
from ingest.rules import Nominal, Rules
from ingest.salience import Salience, Standing
from ingest.slots import Encoded, encode
from ingest.speaker import speaker_of
from ingest.text import Mention, Sentence
from kg.model import Entity, Span

_STEP, _PARAGRAPH_STEP, _LISTED = 1.5, 1.5, 1.0
_ENOUGH = 0.0
_FITS, _MISFITS, _UNKNOWN, _AT_HAND = 3.0, -10.0, -1.0, 4.5
_POST, _DESCRIBED = 0.5, 4.5
_ASIDE = regex.compile(r", (?:an?|the|its|their) [^,;]{0,80},")
"""An apposition after a name, which begins no clause: "Foo, a bank, bought it"."""
_BESIDE = regex.compile(r",? (?:and |or |with |but )?| to \p{Ll}+ [^,;]{0,30}|、|和|与")
"""Between a name and what is its own: "Foo, its founder", "ordered Foo to show its books"."""


def resolve_nominals(
    sentences: Sequence[Sentence], rules: Rules, profiles: Profiles | None = None
) -> tuple[Mention, ...]:
    """Mentions for the nominals of an article; each is linked to what it refers to, conservatively."""
    resolver = Resolver(sentences, rules, profiles or Profiles())
    return tuple(mention for sentence in sentences for mention in resolver.read(sentence))


class Resolver:
    """One article's nominals, in text order, against what it has named before them."""

    def __init__(self, sentences: Sequence[Sentence], rules: Rules, profiles: Profiles) -> None:
        self._sentences, self._rules, self._profiles = sentences, rules, profiles
        self._salience = Salience(sentences, rules.macros)
        self._clause = regex.compile(rules.macros.get("new_clause", rules.macros["clause_end"]))
        self._described = described(sentences, rules.macros)
        self._named = {m.entity.id: m.entity for s in sentences for m in s.mentions if m.entity}

    def read(self, sentence: Sentence) -> tuple[Mention, ...]:
        """The nominals of a sentence; those before it must have been read."""
        encoded = encode(sentence)
        found: list[Mention] = []
        for start, end, nominal, match in _places(sentence, encoded, self._rules):
            if any(start < f.end for f in found):
                continue
            words = sentence.text[start - sentence.start : end - sentence.start]
            if nominal.group:
                found.append(_group(sentence, encoded, match, start, end, min(nominal.types)))
                continue
            hint = next(iter(encoded.inside(*match.span())), None) if nominal.hinted else None
            referents = self._referents(nominal, sentence, encoded, start, hint, words)
            if len(referents) == nominal.number:
                first, *also = referents
                found.append(Mention(start, end, words, first.type, "nominal", first, tuple(also)))
                self._salience.read(add_mentions(sentence, tuple(found)))
        return tuple(found)

    def _referents(
        self, nominal: Nominal, sentence: Sentence, encoded: Encoded, before: int, hint: Mention | None, words: str
    ) -> list[Entity]:
        if nominal.author:
            author = self._author(encoded, before, nominal.types)
            return [author] if author else []
        if nominal.number > 1:
            return self._several(nominal, sentence.index, before)
        best: tuple[float, int, Entity] | None = None
        so_called = self._described.get(plainly(words), set())
        for standing in self._candidates(nominal, sentence.index, before, so_called):
            here = standing.sentence == sentence.index
            if here and (standing.listed or (not nominal.own_clause and self._same_clause(standing, encoded, before))):
                continue
            score = self._score(standing, sentence.index, hint)
            score += _DESCRIBED * (standing.entity.id in so_called)
            if nominal.own_clause and here and _BESIDE.fullmatch(encoded.text, *_between(standing, encoded, before)):
                score += _AT_HAND
            if score > (best[0] if best else _ENOUGH):
                best = (score, standing.end, standing.entity)
        return [best[2]] if best else []

    def _candidates(self, nominal: Nominal, index: int, before: int, so_called: Collection[str]) -> Iterator[Standing]:
        """What the word may mean, the nearest sentence first: what is named, and where the people named work.

        What the article calls by that word may mean it whatever its type: a lab, too, is a start-up.
        """
        for back in self._salience.back(index, nominal.reach):
            for standing in self._salience.row(back):
                if standing.end > before:
                    continue
                fits = standing.type in nominal.types or standing.entity.id in so_called
                if fits and not nominal.employer:
                    yield standing
                elif standing.type == "Person" and (post := self._post(standing.entity, nominal.types)):
                    yield replace(standing, entity=post, type=post.type, weight=standing.weight - _POST)

    def _post(self, person: Entity, types: frozenset[str]) -> Entity | None:
        """The one organisation of a person that the article names."""
        posts = [self._named[i] for i in self._profiles.posts.get(person.id, ()) if i in self._named]
        return posts[0] if len(posts) == 1 and posts[0].type in types else None

    def _score(self, standing: Standing, index: int, hint: Mention | None) -> float:
        distance = self._salience.back(index, len(self._sentences)).index(standing.sentence)
        crossed = self._salience.crosses(index, standing.sentence)
        score = standing.weight - _STEP * distance - _PARAGRAPH_STEP * crossed - _LISTED * standing.listed
        if hint is None or hint.entity is None:
            return score
        if hint.type == "Place":
            seated = self._profiles.seated(standing.entity.id, hint.entity.id)
            return score + (_UNKNOWN if seated is None else _FITS + distance if seated else _MISFITS)
        makes = self._profiles.makes(standing.entity.id, hint.entity.id)
        return score + (_FITS + _STEP * distance if makes else _MISFITS)

    def _same_clause(self, standing: Standing, encoded: Encoded, before: int) -> bool:
        """Whether nothing parts a mention from the word, which then means another ("Foo sued the firm")."""
        begin, end = _between(standing, encoded, before)
        aside = _ASIDE.match(encoded.text, begin, end)
        return not self._clause.search(encoded.text, aside.end() if aside else begin, end)

    def _several(self, nominal: Nominal, index: int, before: int) -> list[Entity]:
        """The entities of the nearest sentence that names exactly as many as the word says."""
        for back in self._salience.back(index, nominal.reach):
            row = self._salience.row(back)
            distinct = list(dict.fromkeys(s.entity for s in row if s.type in nominal.types and s.end <= before))
            if len(distinct) >= nominal.number:
                return distinct if len(distinct) == nominal.number else []
        return []

    def _author(self, encoded: Encoded, before: int, types: frozenset[str]) -> Entity | None:
        """Who "we" are: in a quotation the speaker or the speaker's organisation, else what the text is about."""
        if not _quoted(encoded.text[: encoded.position(before)]):
            return self._salience.dominant(types) or self._salience.opening(types)
        speaker = speaker_of(encoded, self._rules)
        if speaker is None or speaker.entity is None:
            return None
        return speaker.entity if speaker.type in types else self._post(speaker.entity, types)


def _group(
    sentence: Sentence, encoded: Encoded, match: "regex.Match[str]", start: int, end: int, type_: str
) -> Mention:
    """What the text names only by what it is; the mention is the noun, the name all that describes it."""
    first, last = encoded.span(*match.span())
    name = sentence.text[first - sentence.start : last - sentence.start]
    words = sentence.text[start - sentence.start : end - sentence.start]
    return replace(new_mention(first, last, name, type_, "group"), start=start, end=end, text=words)


def _between(standing: Standing, encoded: Encoded, before: int) -> Span:
    """Where the words between a mention and a place after it lie in the encoded sentence."""
    return encoded.position(standing.end), encoded.position(before)


def _places(sentence: Sentence, encoded: Encoded, rules: Rules) -> "list[tuple[int, int, Nominal, regex.Match[str]]]":
    """Where nominals may stand in a sentence, in text order; a place is the first rule's that finds it.

    Only where an employer is unknown ("his firm") does the next rule get its turn ("his").
    """
    found: list[tuple[int, int, Nominal, regex.Match[str]]] = []
    settled: set[int] = set()
    for nominal in rules.nominals.passing(encoded.text):
        for match in nominal.pattern.finditer(encoded):
            start, end = encoded.span(*match.span("ref" if "ref" in match.re.groupindex else 0))
            free = start < end and start not in settled
            kept = (m for m in sentence.mentions if m.entity or not nominal.group)
            if free and not any(start < m.end and m.start < end for m in kept):
                found.append((start, end, nominal, match))
                if not nominal.employer:
                    settled.add(start)
    return sorted(found, key=lambda place: place[0])


def _quoted(before: str) -> bool:
    """Whether the place that a text leads up to lies inside quotation marks."""
    return (
        before.count("“") > before.count("”") or before.count('"') % 2 == 1 or before.count("「") > before.count("」")
    )


def add_mentions(sentence: Sentence, extra: tuple[Mention, ...]) -> Sentence:
    """The sentence with those of the extra mentions that lie in it; the role that names people is no other mention."""
    inside = [m for m in extra if sentence.start <= m.start and m.end <= sentence.end]
    others = (m for m in sentence.mentions if not any(m.start < e.end and e.start < m.end for e in inside))
    return replace(sentence, mentions=tuple(sorted((*others, *inside), key=lambda m: m.start)))
