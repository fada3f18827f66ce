"""Annotated sentences: how they are written, and that those of the project are right."""

from pathlib import Path

import pytest

from ingest.training.annotated import Annotated, read_file, read_line, read_sentences
from ontology.errors import OntologyError


def _said(sentence: Annotated) -> set[str]:
    words = lambda marked: sentence.text[marked.start : marked.end]
    return {f"{words(c.subject)} {c.relation} {words(c.object)} {c.modality}" for c in sentence.claims}


def test_a_line_gives_text_mentions_and_claims() -> None:
    sentence = read_line("[Sakana AI|Company] may buy [Oka|Company]. => Sakana AI ACQUIRED Oka @speculative")
    assert sentence.text == "Sakana AI may buy Oka."
    assert [sentence.text[m.start : m.end] for m in sentence.mentions] == ["Sakana AI", "Oka"]
    assert _said(sentence) == {"Sakana AI ACQUIRED Oka speculative"}


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("[Oka|Firm] grew.", "Firm is no type"),
        ("[Oka|Company grew.", "left over"),
        ("[Oka|Company] grew. => Oka BOUGHT Oka", "is no claim"),
        ("[Oka|Company] grew. => Oka ACQUIRED Ume", "marked nowhere"),
        ("[Oka|Company] grew. => Oka ACQUIRED Oka @perhaps", "no modality"),
        ("[Oka|Company] in [Nara|Place]. => Nara ACQUIRED Oka", "Nara is a Place"),
    ],
)
def test_a_wrong_line_says_what_is_wrong(line: str, complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        read_line(line)


def test_the_other_lines_of_a_file_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "en.txt"
    path.write_text("# names\n[Oka|Company] grew.\n[Oka|Firm] grew.\n\n[Ume|Company] shrank.\n", encoding="utf-8")
    good, wrong, last = read_file(path)
    assert isinstance(good, Annotated)
    assert isinstance(last, Annotated)
    assert isinstance(wrong, OntologyError)
    assert "en.txt:3" in str(wrong)


@pytest.mark.parametrize("lang", ["en", "ja", "zh"])
def test_the_project_has_two_thousand_right_sentences_of_its_own(lang: str) -> None:
    texts = [sentence.text for sentence in read_sentences(lang)]
    assert len(texts) == len(set(texts)) >= 2000
