"""Annotated passages as they are written by hand, a sentence a line.

    [Aurora Labs|Company] raised [$40 million|Money] from [Index Peak|Investor]. => Aurora Labs RAISED $40 million;
    Index Peak INVESTED_IN Aurora Labs @planned

(on one line). Every name and value in brackets with its type; after `=>` what the sentence claims, by the words of its
mentions, with a modality after `@` where it is not asserted. A line with no `=>` claims nothing; `#` begins a comment.
A line that begins with `+ ` goes on with the passage of the line before, and may claim what the two sentences before it
name. What stands before ` ‖ ` in a line was said before too, but what it claims is not written down.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

import regex

from ingest.before import REACH
from kg.model import Span
from ontology import load_ontology
from ontology.errors import OntologyError

SENTENCES = Path(__file__).parent / "sentences"
PARTED = " ‖ "
"""Parts a sentence from what was said before it."""
APART = "\n\n"
"""Parts passages that have nothing to do with each other."""
_GOES_ON = "+ "
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

    @property
    def span(self) -> Span:
        return self.start, self.end

    def moved(self, by: int) -> "Marked":
        """The same words in a text that begins so much earlier."""
        return Marked(self.start + by, self.end + by, self.type)


@dataclass(frozen=True)
class Stated:
    """One claim of an annotated sentence: its two mentions, relation and modality."""

    subject: Marked
    relation: str
    object: Marked
    modality: str

    def moved(self, by: int) -> "Stated":
        """The same claim in a text that begins so much earlier."""
        return replace(self, subject=self.subject.moved(by), object=self.object.moved(by))


@dataclass(frozen=True)
class Annotated:
    """One or more sentences, all mentions in order, and the claims of all sentences but those numbered in `silent`."""

    text: str
    mentions: tuple[Marked, ...]
    claims: tuple[Stated, ...]
    silent: frozenset[int] = frozenset()

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """Where each sentence begins and ends."""
        parts = [match.span() for match in regex.finditer(f"{PARTED}|{APART}", self.text)]
        begins, ends = [0, *(end for _, end in parts)], [*(start for start, _ in parts), len(self.text)]
        return tuple(zip(begins, ends, strict=True))

    @property
    def begin(self) -> int:
        """Where the last sentence begins."""
        return self.sentences[-1][0]

    def words(self, marked: Marked) -> str:
        """The words of a mention."""
        return self.text[marked.start : marked.end]

    def alone(self) -> "Iterator[Annotated]":
        """Each of its sentences by itself, without what it claims."""
        for begin, end in self.sentences:
            mentions = (mark.moved(-begin) for mark in self.mentions if begin <= mark.start < end)
            yield Annotated(self.text[begin:end], tuple(mentions), ())


def read_sentences(lang: str, root: Path = SENTENCES) -> Iterator[Annotated]:
    """Every annotated passage of a language that the encoder learns from.

    Raises `OntologyError` with the file and line that is wrong.
    """
    yield from _read_folder(root / lang)


def read_held(lang: str, root: Path = SENTENCES) -> Iterator[Annotated]:
    """The passages that the encoder does not see, from which the judge learns how far to trust it."""
    yield from _read_folder(root / lang / "held")


def _read_folder(folder: Path) -> Iterator[Annotated]:
    for path in sorted(folder.glob("*.txt")):
        for found in read_file(path):
            if isinstance(found, OntologyError):
                raise found
            yield found


def read_file(path: Path) -> Iterator[Annotated | OntologyError]:
    """The passages of a file, and for each line that is wrong what is wrong with it."""
    passage: Annotated | None = None
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        goes_on = line.startswith(_GOES_ON.strip())
        if passage and not goes_on:
            yield passage
            passage = None
        if line.strip() and not line.startswith("#"):
            try:
                passage = _continued(line, passage) if goes_on else read_line(line)
            except ValueError as error:
                yield OntologyError(path, str(error), number)
    if passage:
        yield passage


def _continued(line: str, passage: Annotated | None) -> Annotated:
    if passage is None or not line.startswith(_GOES_ON):
        raise ValueError(f"a line that goes on begins with {_GOES_ON!r}, directly behind a good one")
    return read_line(line.removeprefix(_GOES_ON), passage)


def read_line(line: str, before: Annotated | None = None) -> Annotated:
    """A passage with one more annotated sentence; raises `ValueError` saying what is wrong with that."""
    marked, _, stated = line.partition(" =>")
    told = f"{before.text}{PARTED}" if before else ""
    text, own = read_marks(marked.strip())
    mentions = (*(before.mentions if before else ()), *(mark.moved(len(told)) for mark in own))
    known = load_ontology()
    for mention in mentions:
        if mention.type not in known.types and mention.type not in known.values:
            raise ValueError(f"{mention.type} is no type of the ontology")
    said = len(before.sentences) if before else 0
    silent = frozenset(range(said, said + text.count(PARTED)))
    passage = Annotated(told + text, mentions, (), silent | (before.silent if before else silent))
    begin = passage.begin
    nearest = (*(m for m in mentions if m.start >= begin), *(m for m in reversed(mentions) if m.start < begin))
    claims = tuple(_claim(part.strip(), passage.text, nearest) for part in stated.split(";") if part.strip())
    for claim in claims:
        _check_told(claim, passage)
    return replace(passage, claims=(*(before.claims if before else ()), *claims))


def _check_told(claim: Stated, passage: Annotated) -> None:
    """Raise where a claim is not of the last sentence, or of a name that those just before do not hold."""
    first, last = sorted((claim.subject, claim.object), key=lambda end: end.start)
    reached = passage.sentences[-REACH - 1 :][0][0]
    if last.end <= passage.begin:
        raise ValueError(f"{claim.relation} is said before; only what the last sentence claims belongs here")
    if first.start < reached or (first.start < passage.begin and first.type in load_ontology().values):
        words = passage.text[first.start : first.end]
        raise ValueError(f"{words} is no name of this sentence or the {REACH} before it: a claim of it is never learnt")


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
