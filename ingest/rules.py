"""The patterns of one language, read from `ontology/patterns/<lang>/` and compiled once.

macros.yaml       name → regular expression, used in patterns as <name>; `and` joins lists, `clause_end` ends a clause
things.yaml       more macros, if there are any: words for what is bought, built, rented and raised
names.yaml        how a text introduces a name that no dictionary holds
nominals.yaml     words that refer back: "the company", 同社, 该公司
modality.yaml     cues for planned, rumoured, speculative, denied and ended, with their scope
speakers.yaml     how a statement is given to a speaker
relations/*.yaml  one file a relation: `frames` over predications, `phrases` over the text
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from ingest.required import Sieve
from ingest.slots import SlotPattern, compile_slots, descendants
from kg.model import Language
from ontology import load_ontology
from ontology.errors import OntologyError
from ontology.read import ROOT, lines_of, read_yaml
from ontology.words import word_macros

_SIDES = {"s", "o"}
_EXAMPLES = {"yes", "no"}
_KEYS = {
    "phrases": {"id", "match", "modality", "set"} | _EXAMPLES,
    "frames": {"id", "verbs", "subject", "object", "with", "modality", "set", "needs", "without", "types"} | _EXAMPLES,
    "names": {"id", "type", "weight", "match"} | _EXAMPLES,
    "nominals": {"id", "match", "types", "number", "reach", "hinted", "own_clause", "author", "employer", "group"}
    | _EXAMPLES,
    "modality": {"modality", "match", "scope", "relations", "later"} | _EXAMPLES,
    "speakers": {"id", "match"} | _EXAMPLES,
}
"""What a row of each kind may say."""
SCOPES = ("clause", "sentence", "before", "after", "trigger", "subject", "object")


@dataclass(frozen=True)
class Phrase:
    """A relation said in a fixed form of words: a pattern with slots s, o and any qualifiers."""

    id: str
    relation: str
    pattern: SlotPattern
    modality: str | None = None
    constants: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Frame:
    """A relation said by a verb: its lemmas, and which roles hold subject, object and qualifiers.

    A role with a question mark is asked only where the others give nothing that fits. `types` narrows what the
    relation takes as subject or object; `needs` is a pattern that the clause must also match, `without` one that it
    must not.
    """

    id: str
    relation: str
    verbs: frozenset[str]
    subject: tuple[str, ...]
    object: tuple[str, ...]
    qualifiers: Mapping[str, tuple[str, ...]]
    modality: str | None = None
    constants: Mapping[str, Any] = field(default_factory=dict)
    needs: SlotPattern | None = None
    without: SlotPattern | None = None
    types: Mapping[str, frozenset[str]] = field(default_factory=dict)


@dataclass(frozen=True)
class Cue:
    """A pattern that gives every claim in its scope a modality: where it must stand for a claim.

    clause, sentence; before or after: in the clause, up to or from the trigger; trigger, subject, object: over these.
    `later`: only where a date in it lies after the article's.
    """

    modality: str
    pattern: SlotPattern
    scope: str
    relations: frozenset[str]
    later: bool = False


@dataclass(frozen=True)
class NameRule:
    """A pattern with a group `name` that introduces an unseen name of a type; `weight` is how much it proves."""

    id: str
    type: str
    pattern: SlotPattern
    weight: int


@dataclass(frozen=True)
class Nominal:
    """Words that refer back to a mention of one of the types; `number` 2 for "both firms".

    `hinted`: a mention in the match says which one ("the Lyon firm", "the ChatGPT maker"). `own_clause`: it may mean
    something in its own clause ("its"). `author`: it means who speaks ("we"). `employer`: it means where a person named
    works ("his firm"). `group`: it refers to nothing, but names people by its own words ("two Foo engineers").
    """

    id: str
    pattern: SlotPattern
    types: frozenset[str]
    number: int
    reach: int
    hinted: bool
    own_clause: bool
    author: bool
    employer: bool
    group: bool


@dataclass(frozen=True)
class Rules:
    """Everything a language knows."""

    lang: Language
    macros: Mapping[str, str]
    names: Sieve[NameRule]
    nominals: Sieve[Nominal]
    cues: Sieve[Cue]
    speakers: tuple[SlotPattern, ...]
    phrases: Sieve[Phrase]
    frames: Mapping[str, tuple[Frame, ...]]


@cache
def load_rules(lang: Language, root: Path = ROOT / "patterns") -> Rules:
    """The compiled rules of a language; raises `OntologyError` naming the file and rule that is wrong."""
    folder = root / lang
    macros = {**word_macros(lang), **_strings(folder / "macros.yaml"), **_strings(folder / "things.yaml")}
    phrases: list[Phrase] = []
    frames: dict[str, list[Frame]] = {}
    for path, relation, kind, row in relation_rows(lang, root):
        try:
            _check(row, kind)
            if kind == "phrases":
                phrases.append(_phrase(relation, row, macros))
            else:
                frame = _frame(relation, row, macros)
                for verb in sorted(frame.verbs):
                    frames.setdefault(verb, []).append(frame)
        except (ValueError, KeyError, TypeError) as error:
            raise OntologyError(path, f"{relation} {row.get('id')}: {error}") from error
    return Rules(
        lang=lang,
        macros=macros,
        names=_sieve(_listed(folder / "names.yaml", lambda r: _name(r, macros))),
        nominals=_sieve(_listed(folder / "nominals.yaml", lambda r: _nominal(r, macros))),
        cues=_sieve(_listed(folder / "modality.yaml", lambda r: _cue(r, macros))),
        speakers=tuple(_listed(folder / "speakers.yaml", lambda r: compile_slots(r["match"], macros))),
        phrases=_sieve(phrases),
        frames={verb: tuple(found) for verb, found in frames.items()},
    )


def _sieve(rules: Iterable[Any]) -> Sieve[Any]:
    return Sieve([(rule, rule.pattern.requires) for rule in rules])


def relation_rows(lang: str, root: Path = ROOT / "patterns") -> Iterator[tuple[Path, str, str, dict[str, Any]]]:
    """Every rule of a language as it is written: file, relation, "frames" or "phrases", row."""
    known = load_ontology().relations
    for path in sorted((root / lang / "relations").glob("*.yaml")):
        if path.stem not in known:
            raise OntologyError(path, f"the file's name must be a relation; {path.stem} is none")
        for kind, rows in (read_yaml(path) or {}).items():
            if kind not in {"frames", "phrases"}:
                raise OntologyError(path, f"expected frames or phrases, not {kind}", lines_of(path).get(kind))
            for row in rows or ():
                yield path, path.stem, kind, row


def _check(row: Mapping[str, Any], kind: str) -> None:
    """Raise where a row says what is never read."""
    if unknown := sorted(row.keys() - _KEYS[kind]):
        raise ValueError(f"unknown key {', '.join(unknown)}; known are {', '.join(sorted(_KEYS[kind]))}")


def _phrase(relation: str, row: Mapping[str, Any], macros: Mapping[str, str]) -> Phrase:
    pattern = compile_slots(row["match"], macros)
    if missing := _SIDES - set(pattern.expression.groupindex):
        raise ValueError(f"needs a slot {', '.join(sorted(missing))}")
    return Phrase(row["id"], relation, pattern, row.get("modality"), row.get("set", {}))


def _frame(relation: str, row: Mapping[str, Any], macros: Mapping[str, str]) -> Frame:
    return Frame(
        id=row["id"],
        relation=relation,
        verbs=frozenset(row["verbs"]),
        subject=_roles(row["subject"]),
        object=_roles(row["object"]),
        qualifiers={name: _roles(roles) for name, roles in row.get("with", {}).items()},
        modality=row.get("modality"),
        constants=row.get("set", {}),
        needs=compile_slots(row["needs"], macros) if "needs" in row else None,
        without=compile_slots(row["without"], macros) if "without" in row else None,
        types={side: descendants(types) for side, types in row.get("types", {}).items()},
    )


def _roles(roles: str | list[str]) -> tuple[str, ...]:
    return tuple(roles.split("|")) if isinstance(roles, str) else tuple(roles)


def _cue(row: Mapping[str, Any], macros: Mapping[str, str]) -> Cue:
    scope = row.get("scope", "clause")
    if scope not in SCOPES:
        raise ValueError(f"scope is one of {', '.join(SCOPES)}, not {scope}")
    return Cue(
        row["modality"],
        compile_slots(row["match"], macros),
        scope,
        frozenset(row.get("relations", ())),
        bool(row.get("later")),
    )


def _name(row: Mapping[str, Any], macros: Mapping[str, str]) -> NameRule:
    return NameRule(row["id"], row["type"], compile_slots(row["match"], macros), row.get("weight", 2))


def _nominal(row: Mapping[str, Any], macros: Mapping[str, str]) -> Nominal:
    return Nominal(
        id=row["id"],
        pattern=compile_slots(row["match"], macros),
        types=frozenset().union(*(descendants(t) for t in row["types"])),
        number=row.get("number", 1),
        reach=row.get("reach", 3),
        hinted=row.get("hinted", False),
        own_clause=row.get("own_clause", False),
        author=row.get("author", False),
        employer=row.get("employer", False),
        group=row.get("group", False),
    )


def _strings(path: Path) -> dict[str, str]:
    rows = read_yaml(path) if path.exists() else {}
    return {name: str(value) for name, value in (rows or {}).items()}


def _listed(path: Path, build: Any) -> Iterator[Any]:
    rows = read_yaml(path) if path.exists() else []
    for index, row in enumerate(rows or ()):
        try:
            _check(row, path.stem)
            yield build(row)
        except (ValueError, KeyError, TypeError) as error:
            raise OntologyError(path, f"{row.get('id', index)}: {error}", lines_of(path).get(index)) from error
