"""Plain questions in three languages: what is understood, and what is refused."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli import cli
from kg.errors import UnknownEntityError, UsageError
from kg.query.lens import Lens
from kg.query.plain import understand
from kg.query.view import View
from kg.store import Store
from ontology.read import read_yaml
from tests.query.world import CASES

PLAIN = read_yaml(CASES / "plain.yaml")


@pytest.fixture(scope="module")
def view(landscape: Store) -> View:
    return View(landscape, Lens())


@pytest.mark.parametrize(
    ("asked", "command"), [pair for lang in ("en", "ja", "zh") for pair in PLAIN[lang].items()], ids=str
)
def test_plain_question_is_understood(view: View, asked: str, command: str) -> None:
    assert understand(view, asked).command == command


@pytest.mark.parametrize("asked", PLAIN["refused"])
def test_what_no_question_answers_is_refused_with_examples(view: View, asked: str) -> None:
    with pytest.raises(UsageError, match="for example: Who depends on NVIDIA"):
        understand(view, asked)


@pytest.mark.parametrize(("asked", "name"), PLAIN["unknown"].items())
def test_unknown_name_is_named(view: View, asked: str, name: str) -> None:
    with pytest.raises(UnknownEntityError, match=name):
        understand(view, asked)


@pytest.mark.parametrize("lang", ["en", "ja", "zh"])
def test_there_are_thirty_questions_a_language(lang: str) -> None:
    assert len(PLAIN[lang]) >= 30


def test_command_shows_what_it_understood_and_answers(landscape_home: Path) -> None:
    runner = CliRunner(env={"KG_HOME": str(landscape_home)})
    asked = runner.invoke(cli, ["ask", "エヌビディアに依存しているのは？", "--format", "json"])
    typed = runner.invoke(cli, ["query", "dependents", "エヌビディア", "--format", "json"])
    assert "Understood as: kg query dependents 'エヌビディア'" in asked.stderr
    assert asked.stdout == typed.stdout
