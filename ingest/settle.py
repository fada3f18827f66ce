"""Proposals become claims: modality, speaker and qualifiers are added, doubles are joined."""

from collections.abc import Iterable, Iterator

import regex

from ingest.judge.confidence import confidence
from ingest.modality.cues import granted
from ingest.modality.learned import modality_of
from ingest.modality.view import View, view
from ingest.qualifiers import plain, qualifiers_of
from ingest.rules import Rules
from ingest.slots import Encoded
from ingest.speaker import speaker_of
from ingest.text import VALUE_TYPES, Mention, Proposal
from kg.model import Article, Claim, Entity, EntityRef, Evidence, Value
from ontology import load_ontology

EXTRACTOR = "rules+encoder/7"
_TRUST = {
    "lexicon": 1.0,
    "series": 0.97,
    "adjective": 0.95,
    "short": 0.9,
    "repeated": 0.95,
    "ner": 0.8,
    "nominal": 0.7,
    "group": 0.7,
}


def settle(
    proposals: Iterable[Proposal], encoded: Encoded, article: Article, rules: Rules, carried: Mention | None = None
) -> Iterator[Claim]:
    """The claims of one sentence, each said once, in a fixed order; `carried` is who was speaking before it."""
    settled: list[Claim] = []
    seen: View | None = None
    for proposal in proposals:
        seen = seen or view(encoded, rules.lang, proposal.sentence.topic)
        modality = modality_of(proposal, encoded, seen, rules, article.published)
        settled += _claims(proposal, modality, encoded, article, rules, carried)
    yield from sorted(said_once(settled), key=lambda c: (c.subject.span, c.predicate, c.object.span, c.id))


def said_once(claims: Iterable[Claim]) -> list[Claim]:
    """Each claim once, as the surest says it: several rules, or a sentence and those before it, may say the same."""
    best: dict[str, Claim] = {}
    for claim in claims:
        known = best.get(claim.id)
        if known is None or (claim.confidence, len(claim.qualifiers)) > (known.confidence, len(known.qualifiers)):
            best[claim.id] = claim
    return list(best.values())


def _claims(
    proposal: Proposal, modality: str, encoded: Encoded, article: Article, rules: Rules, carried: Mention | None
) -> Iterator[Claim]:
    if _too_little(proposal) or _no_end(proposal):
        return
    qualifiers = qualifiers_of(proposal, encoded, rules, article.text)
    speaker = speaker_of(encoded, rules, proposal.trigger[0]) or carried
    if speaker and not granted(proposal, speaker):
        qualifiers.setdefault("speaker", plain(speaker, article.text))
    evidence = _evidence(proposal, article.text)
    sure = confidence(rules.lang, proposal.certainty, _trust(proposal.subject) * _trust(proposal.object))
    for subject in proposal.subject.entities:
        for object_ in _objects(proposal.object, article.text):
            if isinstance(object_, EntityRef) and object_.id == subject.id:
                continue
            yield Claim(
                article=article.id,
                subject=_ref(proposal.subject, subject, article.text),
                predicate=proposal.relation,
                object=object_,
                modality=modality,
                evidence=evidence,
                confidence=sure,
                extractor=f"{EXTRACTOR}:{rules.lang}.{proposal.relation}.{proposal.rule}",
                qualifiers=dict(sorted(qualifiers.items())),
                said=article.published,
            )


def _evidence(proposal: Proposal, text: str) -> Evidence:
    """What claims, from the sentence on that names what it is about: a reader must see both."""
    sentence = proposal.sentence
    named = min(proposal.subject.start, proposal.object.start)
    start = next((before.start for before in sentence.before if before.start <= named < before.end), sentence.start)
    return Evidence(sentence.index, start, sentence.end, text[start : sentence.end])


def _too_little(proposal: Proposal) -> bool:
    """Whether an amount is one that no relation of the kind is said of."""
    money = proposal.object
    return money.type == "Money" and float(money.value["value"]) < load_ontology().relations[proposal.relation].least


def _no_end(proposal: Proposal) -> bool:
    """Whether one of the two is named as the relation is never said of."""
    never = load_ontology().relations[proposal.relation].never
    return never is not None and any(regex.search(never, m.text) for m in (proposal.subject, proposal.object))


def _objects(mention: Mention, text: str) -> list[EntityRef | Value]:
    if mention.type not in VALUE_TYPES:
        return [_ref(mention, entity, text) for entity in mention.entities]
    words = text[mention.start : mention.end]
    if mention.type == "Money":
        value, unit = mention.value["value"], mention.value["unit"]
        return [Value(str(value), "Money", words, mention.span, unit)]
    return [Value(str(mention.value), mention.type, words, mention.span)]


def _ref(mention: Mention, entity: Entity, text: str) -> EntityRef:
    """What a claim says of a mention, in the words of the article itself (which is read in one script)."""
    return EntityRef(entity.id, entity.name, entity.type, text[mention.start : mention.end], mention.span)


def _trust(mention: Mention) -> float:
    return _TRUST.get(mention.how.partition(":")[0], 0.85)
