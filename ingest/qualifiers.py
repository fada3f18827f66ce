"""What a claim says besides its two sides: amount, date, round, role, where from, who says so."""

from functools import cache
from typing import Any

from ingest.modality.cues import granted
from ingest.rules import Rules, load_rules
from ingest.slots import Encoded, compile_slots
from ingest.text import Mention, Proposal
from kg.model import EntityRef
from ontology import load_ontology

_TYPES = {"amount": "Money", "date": "Date", "round": "Round"}


def qualifiers_of(proposal: Proposal, encoded: Encoded, rules: Rules, text: str) -> dict[str, Any]:
    """What the rule names, what the relation takes and the clause states once, and the rule's constants."""
    found = {
        name: plain(mention, text)
        for name, mention in proposal.qualifiers.items()
        if mention.type == _TYPES.get(name, mention.type) and _belongs(mention, proposal, encoded, rules)
    }
    if granted(proposal):
        return {**found, **proposal.constants}
    taken = load_ontology().relations[proposal.relation].qualifiers
    for name, type_ in _TYPES.items():
        if name not in found and (name == "date" or name in taken):
            stated = [m for m in proposal.sentence.mentions if m.type == type_ and _inside(m, proposal)]
            if len(stated) == 1 and stated[0] is not proposal.object and _belongs(stated[0], proposal, encoded, rules):
                found[name] = plain(stated[0], text)
    if "left" in taken and "from" not in found and _stands(proposal.object, "leaving", encoded, rules):
        found["left"] = True
    return {**found, **proposal.constants}


def plain(mention: Mention, text: str) -> Any:
    """A mention as JSON, in the words of the article itself (which is read in one script)."""
    if mention.entity is None:
        return mention.value
    entity = mention.entity
    return EntityRef(entity.id, entity.name, entity.type, text[mention.start : mention.end], mention.span).record()


def _inside(mention: Mention, proposal: Proposal) -> bool:
    return proposal.clause[0] <= mention.start and mention.end <= proposal.clause[1]


def _belongs(mention: Mention, proposal: Proposal, encoded: Encoded, rules: Rules) -> bool:
    """Whether a value is the claim's own: no day of its telling, no valuation, no sales, no investor's whole round."""
    at = encoded.position(mention.start)
    if mention.type == "Date":
        return not _pattern(rules.lang, "said_when", " ?$").search(encoded.text, 0, at)
    if mention.type != "Money":
        return True
    kinds = ["other_money", *(["round_money"] if proposal.relation == "INVESTED_IN" else [])]
    return not any(_stands(mention, kind, encoded, rules) for kind in kinds)


def _stands(mention: Mention, kind: str, encoded: Encoded, rules: Rules) -> bool:
    """Whether words of a kind (macros of the language) stand right before or behind a mention."""
    at = encoded.position(mention.start)
    before, after = _pattern(rules.lang, f"{kind}_before", " ?$"), _pattern(rules.lang, f"{kind}_after")
    return bool(before.search(encoded.text, 0, at) or after.match(encoded.text, at + 1))


@cache
def _pattern(lang: str, macro: str, ending: str = "") -> Any:
    macros = load_rules(lang).macros
    return compile_slots(f"<{macro}>{ending}" if macro in macros else "(?!)", macros).expression
