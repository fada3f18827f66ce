"""Proposals become claims: modality, speaker and qualifiers are added, doubles are joined."""

from collections.abc import Iterable, Iterator
from typing import Any

from ingest.modality import modality_of
from ingest.rules import Rules
from ingest.slots import Encoded
from ingest.speaker import speaker_of
from ingest.text import VALUE_TYPES, Mention, Proposal
from kg.model import Article, Claim, Entity, EntityRef, Evidence, Value
from ontology import load_ontology

EXTRACTOR = "rules/1"
_TRUST = {"lexicon": 1.0, "series": 0.97, "adjective": 0.95, "short": 0.9, "repeated": 0.95, "ner": 0.8, "nominal": 0.7}
_BY_TYPE = {"amount": "Money", "date": "Date", "round": "Round"}
_BASE = 0.85


def settle(proposals: Iterable[Proposal], encoded: Encoded, article: Article, rules: Rules) -> Iterator[Claim]:
    """The claims of one sentence, each said once, in a fixed order."""
    speaker = speaker_of(encoded, rules)
    best: dict[str, Claim] = {}
    for proposal in proposals:
        for claim in _claims(proposal, encoded, article, rules, speaker):
            known = best.get(claim.id)
            if known is None or (claim.confidence, len(claim.qualifiers)) > (known.confidence, len(known.qualifiers)):
                best[claim.id] = claim
    yield from sorted(best.values(), key=lambda c: (c.subject.span, c.predicate, c.object.span, c.id))


def _claims(
    proposal: Proposal, encoded: Encoded, article: Article, rules: Rules, speaker: Mention | None
) -> Iterator[Claim]:
    modality = modality_of(proposal, encoded, rules)
    qualifiers = _qualifiers(proposal, speaker, article.text)
    sentence = proposal.sentence
    evidence = Evidence(sentence.index, sentence.start, sentence.end, article.text[sentence.start : sentence.end])
    confidence = _BASE * _trust(proposal.subject) * _trust(proposal.object)
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
                confidence=confidence,
                extractor=f"{EXTRACTOR}:{rules.lang}.{proposal.relation}.{proposal.rule}",
                qualifiers=qualifiers,
                said=article.published,
            )


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


def _qualifiers(proposal: Proposal, speaker: Mention | None, text: str) -> dict[str, Any]:
    """What the rule names, what the relation takes and the clause states once, the rule's constants, the speaker."""
    found: dict[str, Any] = {role: _plain(mention, text) for role, mention in proposal.qualifiers.items()}
    for name, type_ in _BY_TYPE.items():
        if name not in found and (name == "date" or name in load_ontology().relations[proposal.relation].qualifiers):
            stated = [m for m in proposal.sentence.mentions if m.type == type_ and _inside(m, proposal)]
            if len(stated) == 1 and stated[0] is not proposal.object:
                found[name] = _plain(stated[0], text)
    found.update(proposal.constants)
    if speaker and speaker.entity and speaker.entity not in (*proposal.subject.entities, *proposal.object.entities):
        found.setdefault("speaker", _plain(speaker, text))
    return dict(sorted(found.items()))


def _inside(mention: Mention, proposal: Proposal) -> bool:
    return proposal.clause[0] <= mention.start and mention.end <= proposal.clause[1]


def _plain(mention: Mention, text: str) -> Any:
    return _ref(mention, mention.entity, text).record() if mention.entity else mention.value
