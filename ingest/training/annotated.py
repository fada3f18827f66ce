"""Annotated sentences as they are written by hand, one a line.

    [Aurora Labs|Company] raised [$40 million|Money] from [Index Peak|Investor]. => Aurora Labs RAISED $40 million;
    Index Peak INVESTED_IN Aurora Labs @planned

(on one line). Every name and value in brackets with its type; after `=>` what the sentence claims, by the words of its
mentions, with a modality after `@` where it is not asserted. A line with no `=>` claims nothing; `#` begins a comment.
What stands before ` ‖ ` was said before: the claims are those of the last sentence, and may be of what the one directly
before it names.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import regex

from ontology import load_ontology
from ontology.errors import OntologyError

SENTENCES = Path(__file__).parent / "sentences"
BEFORE = "‖"
"""Parts a sentence from what was said before it."""
_MENTION = regex.compile(r"\[(?<text>[^\[\]|]+)\|(?<type>\w+)\]")
_CLAIM = regex.compile(
    rf"(?<s>.+?) (?<relation>{'|'.join(sorted(load_ontology().relations))}) (?<o>.+?)(?: @(?<modality>\w+))?"
)


@dataclass(frozen=True)
class Marked:
    """A name or value: where it stands in the plain sentence, and its type."""

    start: int
    end: int
    type: str


@dataclass(frozen=True)
class Stated:
    """One claim of an annotated sentence: its two mentions, relation and modality."""

    subject: Marked
    relation: str
    object: Marked
    modality: str


@dataclass(frozen=True)
class Annotated:
    """A sentence, all its mentions in order, and all its claims.

    It begins at `begin`; what stands before that was said in an earlier sentence.
    """

    text: str
    mentions: tuple[Marked, ...]
    claims: tuple[Stated, ...]
    begin: int = 0


def read_sentences(lang: str, root: Path = SENTENCES) -> Iterator[Annotated]:
    """Every annotated sentence of a language; raises `OntologyError` with the file and line that is wrong."""
    for path in sorted((root / lang).glob("*.txt")):
        for found in read_file(path):
            if isinstance(found, OntologyError):
                raise found
            yield found


def read_file(path: Path) -> Iterator[Annotated | OntologyError]:
    """The sentences of a file, and for each line that is wrong what is wrong with it."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            try:
                yield read_line(line)
            except ValueError as error:
                yield OntologyError(path, str(error), number)


def read_line(line: str) -> Annotated:
    """One annotated sentence; raises `ValueError` saying what is wrong with it."""
    marked, _, stated = line.partition(" =>")
    text, mentions = read_marks(marked.strip())
    begin = text.rfind(f"{BEFORE} ") + len(BEFORE) + 1 if BEFORE in text else 0
    known = load_ontology()
    for mention in mentions:
        if mention.type not in known.types and mention.type not in known.values:
            raise ValueError(f"{mention.type} is no type of the ontology")
    nearest = (*(m for m in mentions if m.start >= begin), *(m for m in reversed(mentions) if m.start < begin))
    claims = tuple(_claim(part.strip(), text, nearest) for part in stated.split(";") if part.strip())
    for claim in claims:
        _check_told(claim, text, begin)
    return Annotated(text, mentions, claims, begin)


def _check_told(claim: Stated, text: str, begin: int) -> None:
    """Raise where a claim is not of the sentence that begins there, or of a name that the one before does not hold."""
    first, last = sorted((claim.subject, claim.object), key=lambda end: end.start)
    before = max(text.rfind(BEFORE, 0, max(begin - len(BEFORE) - 1, 0)), 0)
    if last.end <= begin:
        raise ValueError(f"{claim.relation} is said before {BEFORE}; only what the last sentence claims belongs here")
    if first.start < before or (first.start < begin and first.type in load_ontology().values):
        words = text[first.start : first.end]
        raise ValueError(f"{words} is no name of the last sentence or the one before it: a claim of it is never learnt")


def read_marks(line: str) -> tuple[str, tuple[Marked, ...]]:
    """The plain text of a line with marks, and what they mark; raises `ValueError` where one is left over."""
    text, mentions, last = "", [], 0
    for match in _MENTION.finditer(line):
        text += line[last : match.start()]
        mentions.append(Marked(len(text), len(text) + len(match["text"]), match["type"]))
        text += match["text"]
        last = match.end()
    text += line[last:]
    if set(text) & set("[]|"):
        raise ValueError("a bracket or bar is left over; write [words|Type]")
    return text, tuple(mentions)


def _claim(stated: str, text: str, mentions: tuple[Marked, ...]) -> Stated:
    """A claim by the words of its ends; of mentions with the same words the first one is meant."""
    known = load_ontology()
    match = _CLAIM.fullmatch(stated)
    if match is None:
        raise ValueError(f"{stated!r} is no claim; write: subject RELATION object @modality")
    relation, modality = known.relations[match["relation"]], match["modality"] or "asserted"
    if modality not in known.modalities:
        raise ValueError(f"{modality} is no modality")
    ends = [_mention(match[side], text, mentions) for side in "so"]
    for end, allowed in zip(ends, (relation.subject, relation.object), strict=True):
        if not any(known.is_a(end.type, wanted) for wanted in allowed):
            words = text[end.start : end.end]
            raise ValueError(f"{relation.name} takes {', '.join(allowed)} here, and {words} is a {end.type}")
    return Stated(ends[0], relation.name, ends[1], modality)


def _mention(words: str, text: str, mentions: tuple[Marked, ...]) -> Marked:
    for mention in mentions:
        if text[mention.start : mention.end] == words:
            return mention
    raise ValueError(f"{words!r} is marked nowhere in the sentence")
