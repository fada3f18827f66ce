"""The arguments of an English verb: subject, object and prepositional phrases, found also across clauses."""

from typing import Any

from ingest.languages.english_phrases import RELATIVE, Phrases, add
from ingest.text import VALUE_TYPES, Mention

Found = dict[str, list[Mention]]

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_OBJECT_CONTROL = frozenset(
    {"ask", "allow", "force", "order", "help", "enable", "hire", "let", "tell", "urge", "want", "name", "appoint"}
) | {"get", "permit", "require", "lead", "see", "have"}
_CLAUSES = 5


def verb_roles(phrases: Phrases, verb: Any) -> Found:
    """subj, owner, obj, iobj, attr and prep_<preposition>; in the passive, obj is the subject and subj the agent."""
    found: Found = {}
    passive = is_passive(verb)
    add(found, "obj" if passive else "subj", subject(phrases, verb))
    add(found, "owner", _owner(phrases, own_subject(verb)))
    for child in verb.children:
        named = child.i in phrases.head
        if child.dep_ == "dobj" or (child.dep_ in {"npadvmod", "appos"} and _may_be_object(phrases, verb, child)):
            add(found, "obj", phrases.named(child))
            prepositions(phrases, child, found, of_name=named)
        elif child.dep_ in {"attr", "oprd", "acomp"}:
            add(found, "attr", phrases.named(child))
            prepositions(phrases, child, found, of_name=named)
        elif child.dep_ == "dative":
            add(found, "iobj", phrases.under(child) if child.pos_ == "ADP" else phrases.named(child))
        elif child.dep_ == "advmod" and child.pos_ in {"ADP", "ADV"}:
            prepositions(phrases, child, found)
    prepositions(phrases, verb, found)
    if passive:
        add(found, "subj", found.pop("agent", []))
    _fill_gap(phrases, verb, found, passive=passive)
    if not passive and not found.get("obj"):
        add(found, "obj", _shared_object(phrases, verb))
    return found


def _may_be_object(phrases: Phrases, verb: Any, noun: Any) -> bool:
    """A name after a verb without an object, which the parser takes for a time or an aside."""
    mention = phrases.head.get(noun.i)
    return bool(
        mention
        and mention.type not in VALUE_TYPES
        and noun.i > verb.i
        and not any(c.dep_ == "dobj" for c in verb.children)
    )


def subject(phrases: Phrases, verb: Any, depth: int = 0) -> list[Mention]:
    """What the verb is said of: its own subject, or that of the clause which governs or precedes it."""
    own = own_subject(verb)
    if own is not None:
        return phrases.named(own)
    head = verb.head
    if depth > _CLAUSES:
        return []
    if verb.dep_ == "pcomp" or (verb.dep_ == "acl" and verb.tag_ == "VB"):
        governor = next((a for a in verb.ancestors if a.pos_ in {"VERB", "AUX"}), None)
        return subject(phrases, governor, depth + 1) if governor is not None else []
    if verb.dep_ not in {"xcomp", "advcl", "conj"}:
        return []
    if head.pos_ not in {"VERB", "AUX"}:
        return subject(phrases, head, depth + 1) if verb.dep_ == "xcomp" or head.dep_ == "acomp" else []
    controlled = [c for c in head.children if c.dep_ in {"dobj", "nsubjpass"}]
    if verb.dep_ == "xcomp" and controlled and head.lemma_ in _OBJECT_CONTROL:
        return phrases.named(controlled[0])
    if verb.dep_ == "conj" and head.dep_ in {"relcl", "acl"} and own_subject(head) is None:
        return phrases.named(head.head)
    return subject(phrases, head, depth + 1)


def _owner(phrases: Phrases, noun: Any) -> list[Mention]:
    """Whose the subject is, or for whom: "Tarnbeck's lasers go", "lasers for Tarnbeck come"."""
    if noun is None or noun.i in phrases.head:
        return []
    whose = [m for c in noun.children if c.dep_ == "poss" for m in phrases.named(c)]
    meant = (c for c in noun.children if c.dep_ == "prep" and c.lower_ in {"for", "of", "inside", "in", "at"})
    return whose or [m for c in meant for m in (*phrases.under(c), *_possessor(phrases, c))]


def own_subject(verb: Any) -> Any:
    """The token that is the verb's grammatical subject, or None."""
    return next((c for c in verb.children if c.dep_ in _SUBJECTS), None)


def prepositions(phrases: Phrases, token: Any, found: Found, *, of_name: bool = False, after: int = -1) -> None:
    """Add the prepositional phrases under a token; those under a name itself only where they may be the verb's."""
    nested: Found = {}
    for child in token.children:
        if child.i <= after:
            continue
        if child.dep_ == "agent":
            add(found, "agent" if token.pos_ == "VERB" else "prep_by", phrases.under(child))
        elif child.dep_ in {"prep", "dative"} and child.pos_ in {"ADP", "SCONJ", "VERB"}:
            if not (of_name and child.lower_ in {"of", "in", "at"}):
                add(found, f"prep_{child.lower_}", phrases.under(child))
            add(found, f"whose_{child.lower_}", _possessor(phrases, child))
            _nested(phrases, child, nested)
    for role, held in nested.items():
        if not found.get(role):
            add(found, role, held)


def _possessor(phrases: Phrases, preposition: Any) -> list[Mention]:
    """Whose thing a preposition governs that stands for nobody itself: "into Tarnbeck's conduct"."""
    things = [c for c in preposition.children if c.dep_ == "pobj" and not phrases.named(c)]
    return [m for thing in things for c in thing.children if c.dep_ == "poss" for m in phrases.named(c)]


def _nested(phrases: Phrases, preposition: Any, found: Found) -> None:
    """What hangs on a preposition's object may be the verb's: "on clusters of Gorse chips from Tarnbeck"."""
    for child in preposition.children:
        if child.dep_ == "prep":
            add(found, f"prep_{child.lower_}", phrases.under(child))
        elif child.dep_ == "pobj" and child.i not in phrases.head:
            for deeper in child.children:
                if deeper.dep_ == "prep" and deeper.lower_ != "of":
                    add(found, f"prep_{deeper.lower_}", phrases.under(deeper))


def _fill_gap(phrases: Phrases, verb: Any, found: Found, *, passive: bool) -> None:
    """The noun that a relative or participial clause is about fills the place that is free in it."""
    if verb.dep_ == "acl" and verb.tag_ != "VB":
        free = "obj" if passive else "subj"
        if not found.get(free):
            add(found, free, phrases.named(verb.head))
    elif verb.dep_ == "relcl":
        pronouns = {c.dep_ for c in verb.children if c.lower_ in RELATIVE}
        if pronouns & _SUBJECTS or any(t.dep_ in {"pobj", "poss"} and t.lower_ in RELATIVE for t in verb.subtree):
            return
        stranded = [c for c in verb.children if c.dep_ == "prep" and not list(c.children)]
        free = f"prep_{stranded[0].lower_}" if stranded else "obj"
        if stranded or "dobj" in pronouns or not found.get("obj"):
            add(found, free, phrases.named(verb.head))


def _shared_object(phrases: Phrases, verb: Any) -> list[Mention]:
    """The object of a later verb of the same series: "designs and sells the Gorse"."""
    if any(c.dep_ in {"prep", "dobj"} for c in verb.children):
        return []
    later = [v for v in verb.conjuncts if v.i > verb.i and v.pos_ == "VERB" and own_subject(v) is None]
    return [m for v in later for c in v.children if c.dep_ == "dobj" for m in phrases.named(c)]


def is_passive(verb: Any) -> bool:
    if verb.tag_ != "VBN":
        return False
    children = {c.dep_ for c in verb.children}
    if children & {"auxpass", "nsubjpass", "agent"}:
        return True
    if verb.dep_ == "conj" and not children & {"aux", "dobj", "nsubj"}:
        return is_passive(verb.head)
    return verb.dep_ in {"acl", "advcl", "amod", "ROOT", "xcomp"} and not children & {"aux", "dobj", "nsubj"}
