"""Chinese names: those of the trained recogniser, less what their own form or LAC's words say is none."""

from collections.abc import Iterable, Iterator

from ingest.context import WHOLE, new_mention
from ingest.languages.chinese_forms import is_foreign, is_formed, is_of_a_kind, without_marks
from ingest.languages.chinese_words import institutions, is_common
from ingest.names.recogniser import recognised
from ingest.names.words import tagged
from ingest.text import Mention, Sentence
from kg.model import Span


def names_in(sentences: Iterable[Sentence]) -> Iterator[Mention]:
    """The names in sentences."""
    asked = list(sentences)
    for (at, _), name in (found for sentence in asked for found in institutions(sentence)):
        how = WHOLE if name.lastgroup == "Company" else "ner"
        yield new_mention(at, at + name.end(), name.group(), str(name.lastgroup), how)
    for sentence, span, label in recognised("zh", asked):
        start, end = _trimmed(sentence.text, *span)
        text = sentence.text[start:end]
        type_ = "Person" if is_foreign(text) else label
        name = new_mention(sentence.start + start, sentence.start + end, text, type_, "ner")
        if is_formed(text) and not is_of_a_kind(text) and not is_common(sentence, name):
            yield name


def _trimmed(text: str, start: int, end: int) -> Span:
    """A name without the marks at its edges, nor the 和 that joins it to the one before."""
    joined = next((b for word, (a, b), tag in tagged(text) if a == start and tag == "c" and b < end), start)
    begin, stop = without_marks(text[joined:end])
    return joined + begin, joined + stop
