"""Words that refer back ("the company", 同社, 该公司): resolved to the most salient fitting mention, or left alone."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import regex

from ingest.profile import Profiles
from ingest.rules import Nominal, Rules
from ingest.salience import Salience, Standing
from ingest.slots import Encoded, encode
from ingest.speaker import speaker_of
from ingest.text import Mention, Sentence
from kg.model import Entity

_STEP, _PARAGRAPH_STEP = 1.5, 1.0
_ENOUGH = 0.0
_FITS, _MISFITS = 3.0, -10.0
_UNKNOWN = -1.0


def resolve_nominals(
    sentences: Sequence[Sentence], rules: Rules, profiles: Profiles | None = None
) -> tuple[Mention, ...]:
    """Mentions for the nominals of an article; each is linked to what it refers to, conservatively."""
    return Resolver(sentences, rules, profiles or Profiles()).mentions()


class Resolver:
    """One article's nominals against what it has named before them."""

    def __init__(self, sentences: Sequence[Sentence], rules: Rules, profiles: Profiles) -> None:
        self._sentences, self._rules, self._profiles = sentences, rules, profiles
        self._salience = Salience(sentences, rules.macros)
        self._clause = regex.compile(rules.macros.get("new_clause", rules.macros["clause_end"]))

    def mentions(self) -> tuple[Mention, ...]:
        found: list[Mention] = []
        for sentence in self._sentences:
            encoded = encode(sentence.text, sentence.start, sentence.mentions)
            taken: list[Mention] = []
            for nominal in self._rules.nominals:
                for match in nominal.pattern.finditer(encoded):
                    group = "ref" if "ref" in match.re.groupindex else 0
                    start, end = encoded.span(*match.span(group))
                    if start == end or any(start < t.end and t.start < end for t in (*taken, *sentence.mentions)):
                        continue
                    hint = next(iter(encoded.inside(*match.span())), None) if nominal.hinted else None
                    referents = self._referents(nominal, sentence, encoded, match.start(group), hint)
                    if len(referents) == nominal.number:
                        words = sentence.text[start - sentence.start : end - sentence.start]
                        first, *also = referents
                        taken.append(Mention(start, end, words, first.type, "nominal", first, tuple(also)))
            found += taken
        return tuple(sorted(found, key=lambda m: m.start))

    def _referents(
        self, nominal: Nominal, sentence: Sentence, encoded: Encoded, at: int, hint: Mention | None
    ) -> list[Entity]:
        if nominal.author:
            author = self._author(encoded, at, nominal.types)
            return [author] if author else []
        before = encoded.starts[at]
        if nominal.number > 1:
            return self._several(nominal, sentence.index, before)
        scored: dict[str, tuple[float, int, Entity]] = {}
        for standing in self._candidates(nominal, sentence.index, before):
            if not nominal.own_clause and self._same_clause(standing, sentence, encoded, at):
                continue
            score = self._score(standing, sentence.index, hint)
            if score > scored.get(standing.entity.id, (_ENOUGH, 0, standing.entity))[0]:
                scored[standing.entity.id] = (score, standing.end, standing.entity)
        return [max(scored.values(), key=lambda s: s[:2])[2]] if scored else []

    def _candidates(self, nominal: Nominal, index: int, before: int) -> Iterator[Standing]:
        for back in range(nominal.reach + 1):
            if index - back >= 0:
                yield from (
                    s for s in self._salience.standings[index - back] if s.type in nominal.types and s.end <= before
                )

    def _score(self, standing: Standing, index: int, hint: Mention | None) -> float:
        crossed = self._salience.paragraph(index) - self._salience.paragraph(standing.sentence)
        score = standing.weight - _STEP * (index - standing.sentence) - _PARAGRAPH_STEP * min(crossed, 1)
        if hint is None or hint.entity is None:
            return score
        if hint.type == "Place":
            seated = self._profiles.seated(standing.entity.id, hint.entity.id)
            return score + (_UNKNOWN if seated is None else _FITS if seated else _MISFITS)
        return score + (_FITS if self._profiles.makes(standing.entity.id, hint.entity.id) else _MISFITS)

    def _same_clause(self, standing: Standing, sentence: Sentence, encoded: Encoded, at: int) -> bool:
        """Whether nothing parts a mention from the word, which then means another ("Foo sued the firm")."""
        if standing.sentence != sentence.index:
            return False
        between = encoded.text[encoded.position(standing.end) : at]
        return not self._clause.search(between)

    def _several(self, nominal: Nominal, index: int, before: int) -> list[Entity]:
        """The entities of the nearest sentence that names exactly as many as the word says."""
        for back in range(nominal.reach + 1):
            if index - back < 0:
                break
            row = self._salience.standings[index - back]
            distinct = list(dict.fromkeys(s.entity for s in row if s.type in nominal.types and s.end <= before))
            if len(distinct) == nominal.number:
                return distinct
            if len(distinct) > nominal.number:
                break
        return []

    def _author(self, encoded: Encoded, at: int, types: frozenset[str]) -> Entity | None:
        """Who "we" are: in a quotation the speaker or the speaker's organisation, else what the text is about."""
        if _quoted(encoded.text, at):
            speaker = speaker_of(encoded, self._rules)
            if speaker is None or speaker.entity is None:
                return None
            if speaker.type in types:
                return speaker.entity
            posts = self._profiles.posts.get(speaker.entity.id, set())
            named = (s.entity for row in self._salience.standings for s in row)
            return next((e for e in named if e.id in posts), None) if len(posts) == 1 else None
        return self._salience.dominant(types)


def _quoted(text: str, at: int) -> bool:
    """Whether a place lies inside quotation marks."""
    before = text[:at]
    return (
        before.count("“") > before.count("”") or before.count('"') % 2 == 1 or before.count("「") > before.count("」")
    )


def add_mentions(sentence: Sentence, extra: tuple[Mention, ...]) -> Sentence:
    """The sentence with those of the extra mentions that lie in it."""
    inside = (m for m in extra if sentence.start <= m.start and m.end <= sentence.end)
    return replace(sentence, mentions=tuple(sorted((*sentence.mentions, *inside), key=lambda m: m.start)))
