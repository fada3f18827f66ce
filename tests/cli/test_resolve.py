"""`kg resolve`: one line a name, from arguments and standard input; nothing by similarity."""

import json
from typing import Any

from click.testing import CliRunner

from kg.cli import cli


def _records(*names: str, given: str = "") -> list[dict[str, Any]]:
    done = CliRunner().invoke(cli, ["resolve", *names, "--format", "jsonl"], input=given)
    assert done.exit_code == 0
    assert done.stderr == ""
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_names_of_three_languages() -> None:
    nvidia = {"id": "org:nvidia", "name": "NVIDIA", "type": "Company"}
    names = ("エヌビディア", "英伟达", "輝達")
    assert _records(*names) == [{"query": name, **nvidia} for name in names]


def test_a_name_that_looks_like_a_known_one_is_unknown() -> None:
    assert _records("Nvidea") == [{"query": "Nvidea", "id": None, "name": None, "type": None}]


def test_dash_reads_names_from_standard_input() -> None:
    found = _records("台积电", "-", "GPT-4", given="GPT-4o\n\n 阿里云 \n")
    assert [row["query"] for row in found] == ["台积电", "GPT-4o", "阿里云", "GPT-4"]
    assert [row["id"] for row in found] == ["org:tsmc", "model:gpt-4o", "org:alibaba-cloud", "model:gpt-4"]


def test_lines_have_tabs_and_suggestions_go_to_standard_error() -> None:
    done = CliRunner().invoke(cli, ["resolve", "英伟达", "Nvidea"])
    assert done.stdout == "英伟达\torg:nvidia\tNVIDIA\tCompany\nNvidea\tunknown\n"
    assert CliRunner().invoke(cli, ["resolve", "英伟达", "Nvidea", "--format", "tsv"]).stdout == done.stdout
    assert "NVIDIA" in done.stderr
