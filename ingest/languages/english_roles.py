"""Predications of an English sentence from its dependency parse.

Verbs have their lemma (with a particle: "take over"); nouns that say a relation have "n:" before it ("n:acquisition"),
and job titles are "n:Lead", "n:Founder" and "n:Role". Roles: subj, obj, iobj, attr, poss and prep_<preposition>.
"""

from collections.abc import Iterator
from typing import Any

import regex

from ingest.languages.english_stand_ins import Disguised
from ingest.text import Mention, Predication
from kg.model import Span

Roles = dict[str, tuple[Mention, ...]]

_GENERIC = regex.compile(
    r"chips?|gpus?|processors?|accelerators?|models?|systems?|servers?|stakes?|shares?|units?|technology|hardware|software|services?"
    r"|capacity|weights|versions?|teams?|arms?|business|silicon|designs?|products?|parts?|cards?|clusters?|machines?|group|lab|labs"
    r"|thousands|hundreds|dozens|tens|millions|number|family|series|generation|company|firm|start-?ups?|maker|cloud|platforms?|instances"
    r"|assets|operations|tools?|assistant|chatbot|app|racks?|boards?|boxes|gear|equipment|compute|rival|owner|parent|division|subsidiary"
    r"|both|majority|control|part|half|slice|city|town|state|region|variant|successor|flagship|investors?|backers?|funds?|likes"
)
_OF = regex.compile(
    r"thousands|hundreds|dozens|tens|millions|number|weights|versions?|family|series|generation|both|part|half|slice|stakes?|shares?"
    r"|majority|control|city|town|state|region|variant|successor|likes|group|each|one|some|all|builds?|copy|copies|owner|rest|clusters?"
)
_CLAUSAL = frozenset({"relcl", "advcl", "ccomp", "conj", "parataxis", "csubj"})
_GOVERNED = frozenset({"xcomp", "ccomp", "acl", "pcomp"})
_OBJECT_CONTROL = frozenset("ask allow force order help enable hire let tell urge want name appoint get permit require lead".split())
_RELATIVE = frozenset({"who", "which", "that", "whom"})


def predications(doc: Any, disguised: Disguised) -> Iterator[Predication]:
    """The predications of a parsed sentence that have any argument, in text order."""
    yield from _Parse(doc, disguised).predications()


class _Parse:
    """A parsed sentence with the mentions that its tokens head."""

    def __init__(self, doc: Any, disguised: Disguised) -> None:
        self._doc, self._disguised = doc, disguised
        self._mention: dict[int, Mention] = {}
        self._inside: dict[int, Mention] = {}
        for (start, end), mention in disguised.mentions.items():
            if span := doc.char_span(start, end, alignment_mode="expand"):
                self._mention.setdefault(span.root.i, mention)
                for token in span:
                    self._inside.setdefault(token.i, mention)

    def predications(self) -> Iterator[Predication]:
        for token in self._doc:
            mention = self._mention.get(token.i)
            if mention and mention.type in {"Lead", "Founder", "Role"}:
                lemma, roles = f"n:{mention.type}", self._noun(token)
                roles["self"] = (mention,)
            elif token.i in self._inside:
                continue
            elif token.pos_ == "VERB" or (token.pos_ == "AUX" and token.dep_ not in {"aux", "auxpass"}):
                lemma, roles = self._lemma(token), self._verb(token)
            elif token.pos_ == "NOUN":
                lemma, roles = f"n:{token.lemma_.lower()}", self._noun(token)
            else:
                continue
            if roles:
                span = self._span(token.idx, token.idx + len(token))
                yield Predication(lemma, span, self._clause(token), roles, self._negated(token))

    def _span(self, start: int, end: int) -> Span:
        return self._disguised.offset(start), self._disguised.offset(end)

    def _lemma(self, verb: Any) -> str:
        particle = next((c.lower_ for c in verb.children if c.dep_ == "prt"), "")
        return f"{verb.lemma_.lower()} {particle}".strip()

    def _verb(self, verb: Any) -> Roles:
        found: dict[str, list[Mention]] = {}
        passive = _passive(verb)
        subject = self._subject(verb)
        _add(found, "obj" if passive else "subj", subject)
        for child in verb.children:
            if child.dep_ in {"dobj", "nsubjpass"} and child.lower_ not in _RELATIVE:
                if child.dep_ == "dobj":
                    _add(found, "obj", self._fill(child))
                    self._prepositions(child, found, head=child.i in self._mention)
            elif child.dep_ in {"attr", "oprd", "acomp"}:
                _add(found, "attr", self._fill(child))
                self._prepositions(child, found, head=child.i in self._mention)
            elif child.dep_ == "dative":
                _add(found, "iobj", self._fill(child) if child.pos_ != "ADP" else self._under(child))
        self._prepositions(verb, found, head=False)
        if passive and "agent" in found:
            _add(found, "subj", found.pop("agent"))
        self._relative(verb, found, passive)
        if "obj" not in found and not passive:
            for other in verb.conjuncts:
                if other.i > verb.i and other.pos_ == "VERB" and not any(c.dep_ in {"prep", "dobj"} for c in verb.children):
                    _add(found, "obj", [m for c in other.children if c.dep_ == "dobj" for m in self._fill(c)])
        return {role: tuple(held) for role, held in found.items() if held}

    def _relative(self, verb: Any, found: dict[str, list[Mention]], passive: bool) -> None:
        """The noun that a relative or participial clause is about fills the place that is free in it."""
        if verb.dep_ not in {"relcl", "acl"}:
            return
        head = self._fill(verb.head)
        if verb.dep_ == "acl":
            free = "obj" if passive else "subj"
            if verb.tag_ == "VB" or free in found:
                return
            _add(found, free, head)
            return
        pronouns = {c.dep_: c for c in verb.children if c.lower_ in _RELATIVE}
        if "nsubj" in pronouns or "nsubjpass" in pronouns:
            return
        stranded = next((c for c in verb.children if c.dep_ == "prep" and all(g.lower_ in _RELATIVE for g in c.children)), None)
        if stranded is not None:
            _add(found, f"prep_{stranded.lower_}", head)
        elif "dobj" in pronouns or "obj" not in found:
            _add(found, "obj", head)

    def _subject(self, verb: Any, depth: int = 0) -> list[Mention]:
        own = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
        if own is not None and own.lower_ in _RELATIVE and verb.dep_ == "relcl":
            return self._fill(verb.head)
        if own is not None:
            return self._fill(own)
        if depth > 4:
            return []
        head = verb.head
        if verb.dep_ == "acl" and verb.tag_ == "VB" and head.pos_ == "NOUN":
            governor = head.head if head.head.pos_ in {"VERB", "AUX"} else head.head.head
            return self._subject(governor, depth + 1) if governor.pos_ in {"VERB", "AUX"} else []
        if verb.dep_ in {"xcomp", "advcl", "conj", "pcomp"}:
            if verb.dep_ == "pcomp":
                head = head.head
            if head.pos_ not in {"VERB", "AUX"}:
                return self._subject(head, depth + 1) if verb.dep_ == "xcomp" else []
            objects = [c for c in head.children if c.dep_ in {"dobj", "nsubjpass"}]
            if verb.dep_ == "xcomp" and objects and head.lemma_ in _OBJECT_CONTROL:
                return self._fill(objects[0])
            if verb.dep_ == "conj" and head.dep_ in {"relcl", "acl"} and not any(c.dep_.startswith("nsubj") for c in head.children):
                return self._fill(head.head)
            return self._subject(head, depth + 1)
        return []

    def _noun(self, noun: Any) -> Roles:
        found: dict[str, list[Mention]] = {}
        for child in noun.children:
            if child.dep_ == "poss":
                _add(found, "poss", self._fill(child))
            elif child.dep_ in {"compound", "nmod", "amod"} and child.i in self._mention:
                _add(found, "compound", [self._mention[child.i]])
            elif child.dep_ == "appos":
                _add(found, "subj", self._fill(child, shallow=True))
        self._prepositions(noun, found, head=False)
        head = noun.head
        if noun.dep_ == "conj" and head.pos_ in {"NOUN", "PROPN"} and head.dep_ in {"appos", "attr", "dobj"}:
            noun, head = head, head.head
        if noun.dep_ == "appos":
            _add(found, "subj", self._fill(head, shallow=True))
        elif noun.dep_ in {"attr", "oprd"} and head.pos_ in {"VERB", "AUX"}:
            _add(found, "subj", self._subject(head))
        elif noun.dep_ == "dobj" and head.pos_ == "VERB":
            _add(found, "agent", self._subject(head))
        elif noun.dep_ == "pobj" and head.lower_ == "as" and head.head.pos_ == "VERB":
            _add(found, "subj", self._subject(head.head))
        elif noun.dep_ in {"compound", "nmod"} and head.i in self._mention:
            _add(found, "subj", [self._mention[head.i]])
        return {role: tuple(held) for role, held in found.items() if held}

    def _prepositions(self, token: Any, found: dict[str, list[Mention]], head: bool) -> None:
        """Add the prepositional phrases under a token; those under a name itself only where they may be the verb's."""
        for child in token.children:
            if child.dep_ == "agent":
                _add(found, "agent" if token.pos_ == "VERB" else "prep_by", self._under(child))
            elif child.dep_ in {"prep", "dative"} and child.pos_ in {"ADP", "SCONJ", "VERB"}:
                if not (head and child.lower_ in {"of", "in", "at"}):
                    _add(found, f"prep_{child.lower_}", self._under(child))
                for nested in child.children:
                    if nested.dep_ == "prep":
                        _add(found, f"prep_{nested.lower_}", self._under(nested))
                    elif nested.dep_ == "pobj" and nested.i not in self._mention:
                        for deeper in nested.children:
                            if deeper.dep_ == "prep" and deeper.lower_ not in {"of"}:
                                _add(found, f"prep_{deeper.lower_}", self._under(deeper))

    def _under(self, preposition: Any) -> list[Mention]:
        return [m for child in preposition.children if child.dep_ == "pobj" for m in self._fill(child)]

    def _fill(self, token: Any, shallow: bool = False) -> list[Mention]:
        """The mentions that a noun phrase stands for: its head's, those below a generic head, and its conjuncts'."""
        found: list[Mention] = []
        if token.i in self._inside:
            found.append(self._inside[token.i])
        elif not shallow or _GENERIC.fullmatch(token.lower_):
            found += self._below(token)
        if found and found[0].type in {"Lead", "Founder", "Role"} and token.i in self._mention:
            named = [m for c in token.children if c.dep_ == "appos" for m in self._fill(c)]
            found = named + found
        for child in token.children:
            if child.dep_ == "conj":
                found += self._fill(child)
        return found

    def _below(self, token: Any) -> list[Mention]:
        appositions = [m for c in token.children if c.dep_ == "appos" and c.i in self._mention for m in self._fill(c)]
        if appositions:
            return appositions
        word = token.lower_
        if _GENERIC.fullmatch(word) or _OF.fullmatch(word):
            for child in token.children:
                if child.dep_ in {"compound", "nmod", "poss"} and child.i in self._mention:
                    return self._fill(child)
            for child in token.children:
                if child.dep_ == "prep" and (child.lower_ in {"in", "from", "by", "such", "like"} or (child.lower_ == "of" and _OF.fullmatch(word))):
                    return self._under(child)
        return []

    def _clause(self, token: Any) -> Span:
        first, last = self._edges(token)
        governor = token
        for _ in range(4):
            if governor.dep_ in _GOVERNED or (governor.dep_ == "conj" and governor.pos_ == "VERB" and not _finite_subject(governor)):
                governor = governor.head
                first = min(first, self._edges(governor)[0])
            elif governor.pos_ in {"NOUN", "PROPN"} and governor.dep_ in {"dobj", "attr", "nsubj", "nsubjpass", "pobj", "prep"} or governor.dep_ == "prep":
                governor = governor.head
                edges = self._edges(governor)
                first, last = min(first, edges[0]), max(last, edges[1])
            else:
                break
        return self._span(self._doc[first].idx, self._doc[last].idx + len(self._doc[last]))

    def _edges(self, token: Any) -> tuple[int, int]:
        own = {token.i}
        stack = [c for c in token.children if c.dep_ not in _CLAUSAL or c.pos_ not in {"VERB", "AUX"}]
        while stack:
            below = stack.pop()
            own.add(below.i)
            stack += [c for c in below.children if c.dep_ not in _CLAUSAL or c.pos_ not in {"VERB", "AUX"}]
        first = last = token.i
        while first - 1 in own:
            first -= 1
        while last + 1 in own:
            last += 1
        return first, last

    def _negated(self, token: Any) -> bool:
        for _ in range(4):
            if any(c.dep_ == "neg" or c.lower_ in {"never", "neither", "nor"} for c in token.children):
                return True
            if any(c.dep_ in {"nsubj", "nsubjpass", "dobj"} and any(g.lower_ in {"no", "neither"} for g in c.children) for c in token.children):
                return True
            if any(c.dep_ in {"nsubj", "nsubjpass"} and c.lower_ in {"nobody", "none", "neither"} for c in token.children):
                return True
            if token.pos_ == "NOUN" and any(c.lower_ == "no" for c in token.children):
                return True
            governed = token.dep_ in {"xcomp", "pcomp"} or (token.pos_ == "NOUN" and token.dep_ in {"dobj", "attr", "pobj"}) or token.dep_ == "prep"
            if not governed:
                return False
            token = token.head
        return False


def _finite_subject(verb: Any) -> bool:
    return any(c.dep_ in {"nsubj", "nsubjpass", "aux"} for c in verb.children)


def _passive(verb: Any) -> bool:
    if verb.tag_ != "VBN":
        return False
    children = {c.dep_ for c in verb.children}
    if children & {"auxpass", "nsubjpass"}:
        return True
    if verb.dep_ == "conj" and not children & {"aux", "dobj", "nsubj"}:
        return _passive(verb.head)
    return verb.dep_ in {"acl", "advcl", "amod", "ROOT", "xcomp"} and not children & {"aux", "dobj", "nsubj"}


def _add(found: dict[str, list[Mention]], role: str, mentions: list[Mention]) -> None:
    if not mentions:
        return
    held = found.setdefault(role, [])
    held += [m for m in mentions if m not in held]
