"""docs/questions.md: every question is in it, and what it shows is what happens."""

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli import cli
from kg.query import QUESTIONS

PAGE = (Path(__file__).parents[2] / "docs" / "questions.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```console\n\$ kg query (.*)\n((?:.*\n)*?)```", PAGE)


@pytest.mark.parametrize("name", QUESTIONS)
def test_question_is_documented_with_an_example(name: str) -> None:
    section = PAGE.partition(f"\n## {name}\n")[2].partition("\n## ")[0]
    assert f"$ kg query {name}" in section


@pytest.mark.parametrize(("words", "shown"), EXAMPLES)
def test_example_prints_what_the_page_shows(landscape_home: Path, words: str, shown: str) -> None:
    done = CliRunner(env={"KG_HOME": str(landscape_home)}).invoke(cli, ["query", *shlex.split(words)])
    assert (done.exit_code, done.stdout) == (0, shown)
