"""Whether a Cypher text only reads: checked word by word before it is sent, since not every store enforces it."""

import itertools
import re
from collections.abc import Iterator

from kg.errors import UsageError

_TOKEN = re.compile(
    r"""
      (?P<skip> /\*.*?\*/ | //[^\n\r]* | \s+ )
    | (?P<text> '(?:\\.|[^'\\])*' | "(?:\\.|[^"\\])*" )
    | (?P<name> `(?:``|[^`])*` )
    | (?P<word> \w+ )
    | (?P<mark> . )
    """,
    re.VERBOSE | re.DOTALL,
)
_READING_STARTS = {"MATCH", "OPTIONAL", "RETURN", "UNWIND", "WITH", "CALL", "EXPLAIN", "PROFILE"}
_WRITES = {"CREATE", "MERGE", "SET", "DELETE", "DETACH", "REMOVE", "DROP", "LOAD", "FOREACH", "INSERT"}
_READING_PROCEDURES = {"db.labels", "db.relationshiptypes", "db.propertykeys", "db.schema.visualization"}

Token = tuple[str, str]
"""Kind and text."""
_NONE: Token = ("", "")


def check_reads_only(cypher: str) -> None:
    """Raise `UsageError` for a text that writes, may write, or can't be told; the message names the word.

    Some stores read \\uXXXX everywhere, even in a keyword or as a quote, and others do not: both readings count.
    """
    for text in dict.fromkeys((cypher, _decoded(cypher))):
        tokens = list(_tokens(text))
        first = tokens[0][1] if tokens else "nothing"
        if first.upper() not in _READING_STARTS | _WRITES:
            raise UsageError(
                f"Refused: no Cypher that reads starts with {first!r}. "
                'For a plain question: kg ask "…"; for the questions there are: kg query --list.'
            )
        for index in range(len(tokens)):
            _check(tokens, index)


def _check(tokens: list[Token], index: int) -> None:
    kind, word = tokens[index]
    if kind == "broken":
        raise UsageError(f"Refused: {word!r} opens a quote or a comment that nothing closes.")
    if word == ";" and index + 1 < len(tokens):
        raise UsageError("Refused: more than one statement; ask one at a time.")
    if kind != "word" or _is_a_name(tokens, index):
        return
    if word.upper() in _WRITES:
        raise UsageError(f"Refused: {word.upper()} may change the graph; --write allows it.")
    if word.upper() == "CALL" and not _calls_a_reader(tokens[index + 1 :]):
        raise UsageError("Refused: CALL of a procedure other than db.labels and its like; --write allows it.")


def _tokens(cypher: str) -> Iterator[Token]:
    for match in _TOKEN.finditer(cypher):
        kind, word = match.lastgroup or "", match.group()
        if kind == "mark" and (word in "'\"`" or cypher.startswith("/*", match.start())):
            yield "broken", word
        elif kind != "skip":
            yield kind, word


def _decoded(cypher: str) -> str:
    """As Neo4j reads \\uXXXX, which is no such escape after a backslash that is itself escaped."""
    return re.sub(r"\\\\|\\u+([0-9a-fA-F]{4})", lambda match: chr(int(match[1], 16)) if match[1] else match[0], cypher)


def _is_a_name(tokens: list[Token], index: int) -> bool:
    """Whether a word is a property, label, type, parameter or map key, which the mark beside it tells."""
    earlier, left = ([_NONE, _NONE, *tokens[:index]])[-2:]
    right = tokens[index + 1] if index + 1 < len(tokens) else _NONE
    match left[1]:
        case ".":
            return (earlier[0] in {"word", "name"} and not earlier[1][0].isdigit()) or earlier[1] in {")", "]", "}"}
        case "$" | ":" | "|":
            return True
        case "{" | ",":
            return right[1] == ":"
    return False


def _calls_a_reader(tokens: list[Token]) -> bool:
    """Whether what follows CALL is a subquery, whose words are checked too, or a procedure that only reads."""
    if tokens and tokens[0][1] in {"{", "("}:
        return True
    dotted = "".join(text for _, text in itertools.takewhile(lambda token: token[1] not in {"(", ";", "YIELD"}, tokens))
    return dotted.lower() in _READING_PROCEDURES
