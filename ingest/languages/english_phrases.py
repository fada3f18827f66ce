"""The noun phrases of a parsed English sentence and the mentions they stand for."""

from collections.abc import Iterable
from typing import Any

import regex

from ingest.languages.stand_ins import Disguised
from ingest.text import VALUE_TYPES, Mention
from kg.model import Span

RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
COPULAS = frozenset({"be", "become", "remain"})
TITLES = frozenset({"Lead", "Founder", "Role"})
_EXAMPLES = frozenset({"like", "including", "include"})
_GENERIC = regex.compile(
    r"chips?|gpus?|processors?|accelerators?|models?|systems?|servers?|stakes?|shares?|units?|technology|hardware|software|services?"
    r"|capacity|weights|versions?|teams?|arms?|business|silicon|designs?|products?|parts?|cards?|clusters?|machines?|group|labs?"
    r"|family|series|generation|company|firm|start-?ups?|maker|cloud|platforms?|instances|parents?|owners?|executives?|officials"
    r"|assets|operations|tools?|assistant|chatbot|app|racks?|boards?|boxes|gear|equipment|compute|rivals?|division|subsidiary"
    r"|variant|successor|flagship|investors?|backers?|funds?|devices|wafers|dies|memory|infrastructure|supercomputers?|line-?up"
)
_OF = regex.compile(
    r"thousands|hundreds|dozens|tens|millions|billions|number|weights|versions?|family|series|generation|both|part|half|slice"
    r"|stakes?|shares?|majority|control|city|town|state|region|variant|successor|likes|group|each|one|some|all|many|builds?|copy"
    r"|copies|owner|rest|clusters?|third|quarter|fifth|sixth|seventh|eighth|ninth|tenth|nine-tenths|lot|batch|fleet|supply|pieces?"
    r"|percent|%|instances?|use|bulk|most|ownership|shipments?|deliver(?:y|ies)|sales|maker|makers|developer|parent|operator"
)


class Phrases:
    """A parsed sentence with the mentions that its tokens head."""

    def __init__(self, doc: Any, disguised: Disguised) -> None:
        self.doc, self._disguised = doc, disguised
        self.head: dict[int, Mention] = {}
        self.inside: dict[int, Mention] = {}
        for (start, end), mention in disguised.mentions.items():
            if span := doc.char_span(start, end, alignment_mode="expand"):
                self.head.setdefault(span.root.i, mention)
                for token in span:
                    self.inside.setdefault(token.i, mention)

    def span(self, first: Any, last: Any) -> Span:
        """Offsets in the article from the start of one token to the end of another."""
        return self._disguised.offset(first.idx), self._disguised.offset(last.idx + len(last))

    def named(self, token: Any) -> list[Mention]:
        """The mentions that the noun phrase of a head stands for: its own or what it is said of, and its conjuncts'."""
        found = self._itself(token)
        for child in token.children:
            if child.dep_ == "conj" and child.pos_ not in {"VERB", "AUX"}:
                found += self.named(child)
        return found

    def under(self, preposition: Any) -> list[Mention]:
        """The mentions that a preposition governs; a relative pronoun stands for the noun it takes up."""
        return [m for child in preposition.children if child.dep_ == "pobj" for m in self.named(child)]

    def antecedent(self, pronoun: Any) -> list[Mention]:
        """The noun that a relative pronoun takes up: what its clause hangs on."""
        for above in pronoun.ancestors:
            if above.dep_ == "relcl":
                return self._itself(above.head)
        return []

    def is_title(self, token: Any) -> bool:
        mention = self.head.get(token.i)
        return mention is not None and mention.type in TITLES

    def _itself(self, token: Any) -> list[Mention]:
        if self.is_title(token):
            return [*self._apposed(token), self.head[token.i]]
        if token.i in self.inside:
            return [self.inside[token.i]]
        if token.lower_ in RELATIVE:
            return self.antecedent(token)
        return self._apposed(token) or self.examples(token) or self._below(token)

    def _apposed(self, noun: Any) -> list[Mention]:
        """The name beside a common noun: "the firm, Tarnbeck", "Tarnbeck, a firm"."""
        beside = [c for c in noun.children if c.dep_ == "appos" and c.i in self.head and not self.is_title(c)]
        if beside:
            return [m for c in beside for m in self.named(c)]
        above = noun.head
        if noun.dep_ == "appos" and above.i in self.head and self.head[above.i].type not in VALUE_TYPES:
            return [self.head[above.i]]
        if noun.dep_ == "attr" and above.lemma_ in COPULAS:
            return [m for c in above.children if c.dep_ == "nsubj" and c.i in self.inside for m in [self.inside[c.i]]]
        return []

    def examples(self, noun: Any) -> list[Mention]:
        """The names given as examples of a plural: "rivals such as A and B", "backers including A"."""
        return [m for c in noun.children if c.dep_ == "prep" and _gives_examples(c) for m in self.under(c)]

    def _below(self, noun: Any) -> list[Mention]:
        """The name inside a phrase whose head says little: "Nvidia's processors", "thousands of H100s"."""
        counted = noun.pos_ == "NUM" or _OF.fullmatch(noun.lower_)
        if not counted and not _GENERIC.fullmatch(noun.lower_):
            return []
        for child in reversed(list(noun.children)):
            if child.dep_ in {"compound", "nmod", "poss"} and self._stands_for(child):
                return self.named(child)
        for child in noun.children:
            if child.dep_ == "prep" and (child.lower_ in {"from", "by"} or (child.lower_ == "of" and counted)):
                return self.under(child)
        return []

    def _stands_for(self, modifier: Any) -> bool:
        mention = self.head.get(modifier.i)
        return mention is not None and mention.type != "Place" and mention.type not in VALUE_TYPES


def _gives_examples(preposition: Any) -> bool:
    such_as = preposition.lower_ == "as" and preposition.i > 0 and preposition.nbor(-1).lower_ == "such"
    return such_as or preposition.lower_ in _EXAMPLES


def add(found: dict[str, list[Mention]], role: str, mentions: Iterable[Mention]) -> None:
    """Add to a role those mentions that it does not hold yet."""
    held = found.setdefault(role, [])
    held += [m for m in mentions if m not in held]
