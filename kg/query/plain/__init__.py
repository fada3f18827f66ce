"""Plain questions in three languages: which question of the table a sentence asks, by a fixed grammar (`*.yaml`)."""

import shlex
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import regex

from kg.errors import UnknownEntityError, UsageError
from kg.query.entities import find_entity
from kg.query.plain.grammar import Form, Modifier, iso, load_grammar
from kg.query.view import View

_END = regex.compile(r"か?[\s?？!！。.]*$")
_LIST = regex.compile(r"\s*[,、，]\s*|\s+and\s+|(?<=[\p{Latin}\p{Katakana}ー])[と和与](?=[\p{Latin}\p{Katakana}])")
_ARTICLE = regex.compile(r"^the\s+", regex.IGNORECASE)


@dataclass(frozen=True)
class Understood:
    """A question of the table with its values (entities by the words used), and the lens that was asked for."""

    question: str
    values: Mapping[str, object]
    include: tuple[str, ...] = ()
    as_of: str = ""

    @property
    def command(self) -> str:
        """The same as typed on the command line."""
        from kg.query import QUESTIONS

        arguments = [parameter.name for parameter in QUESTIONS[self.question].arguments]
        words = [self.question, *(shlex.quote(str(self.values[name])) for name in arguments)]
        for name, value in self.values.items():
            if name not in arguments:
                option = f"--{name.replace('_', '-')}"
                words += [option] if value is True else [option, shlex.quote(str(value))]
        words += ["--include", ",".join(self.include)] if self.include else []
        words += ["--as-of", self.as_of] if self.as_of else []
        return " ".join(words)


def understand(view: View, text: str) -> Understood:
    """What a sentence asks; the first form of words that fits and whose names are all known.

    Raises `UnknownEntityError` where a form fits but a name is unknown, `UsageError` where none does.
    """
    unknown: UnknownEntityError | None = None
    for rest, include, as_of in _without_modifiers(_END.sub("", text.strip())):
        for form in load_grammar().forms:
            for match in form.pattern.finditer(rest):
                values = _values(form, match)
                try:
                    _check_names(view, form, values)
                except UnknownEntityError as error:
                    unknown = unknown or error
                    continue
                return Understood(form.question, values, include, as_of)
    if unknown:
        raise unknown
    examples = "; ".join(load_grammar().examples)
    raise UsageError(f"I don't understand {text.strip()!r}. I understand, for example: {examples}.")


def _without_modifiers(text: str) -> Iterator[tuple[str, tuple[str, ...], str]]:
    """The question without words such as "including rumours", or else as it stands."""
    rest, include, as_of = text, [], ""
    for modifier in load_grammar().modifiers:
        if match := modifier.pattern.search(rest):
            rest = f"{rest[: match.start()].rstrip(' ,')}{_glue(modifier)}{rest[match.end() :].lstrip(' ,')}".strip()
            include += [modifier.include] if modifier.include else []
            as_of = iso(match["date"]) if modifier.include is None else as_of
    if rest != text:
        yield rest, tuple(sorted(set(include))), as_of
    yield text, (), ""


def _glue(modifier: Modifier) -> str:
    return " " if modifier.lang == "en" else ""


def _values(form: Form, match: "regex.Match[str]") -> dict[str, object]:
    found: dict[str, object] = dict(form.constants)
    for name, words in match.groupdict().items():
        if words is not None:
            found[name] = _value(form.kinds[name], words)
    return found


def _value(kind: str, words: str) -> str:
    if kind == "date":
        return iso(words)
    names = _LIST.split(words) if kind == "entities" else [words]
    return ",".join(_ARTICLE.sub("", name.strip()) for name in names)


def _check_names(view: View, form: Form, values: Mapping[str, object]) -> None:
    for name, kind in form.kinds.items():
        if name in values and kind in {"entity", "entities"}:
            for words in str(values[name]).split(",") if kind == "entities" else [str(values[name])]:
                find_entity(view, words, form.types[name])
