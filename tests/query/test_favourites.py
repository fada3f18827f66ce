"""Cypher favourites: each says what it answers, reads only, and runs."""

import pytest
from click.testing import CliRunner

from kg.cli import cli
from kg.export.grass import grass
from kg.query.cypher import run_cypher
from kg.query.favourites import favourites
from kg.query.readonly import check_reads_only
from kg.store import Store
from ontology.load import load_ontology


def test_there_are_favourites_for_many_questions() -> None:
    assert len(favourites()) >= 25


@pytest.mark.parametrize("name", favourites())
def test_favourite_says_what_it_answers_and_only_reads(name: str) -> None:
    favourite = favourites()[name]
    assert favourite.text.startswith("// ")
    assert favourite.answers.endswith(".")
    check_reads_only(favourite.text)


@pytest.mark.parametrize("name", favourites())
def test_favourite_answers_over_the_examples(examples: Store, name: str) -> None:
    assert run_cypher(examples, favourites()[name].text, write=False, limit=None).rows


def test_command_lists_prints_and_refuses() -> None:
    listed = CliRunner().invoke(cli, ["cypher", "--list"])
    assert all(name in listed.stdout for name in favourites())
    assert CliRunner().invoke(cli, ["cypher", "moves"]).stdout == favourites()["moves"].text
    assert "kg cypher --list" in str(CliRunner().invoke(cli, ["cypher", "no-such"]).exception)


def test_style_sheet_has_a_colour_for_every_type() -> None:
    sheet = grass()
    for name, type_ in load_ontology().types.items():
        assert not type_.color or f"node.{name} {{\n  color: {type_.color};" in sheet
    assert all(f"relationship.{name} {{" in sheet for name in load_ontology().relations)
