"""`kg eval`: what is wrong with a line of annotated articles."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli import cli
from kg.errors import SourceError

ROW = {"id": "zh-1", "lang": "zh", "text": "青岚计算向北辰芯片采购了两千块加速器。", "entities": [], "claims": []}
BAD = {
    **{key: (json.dumps({k: v for k, v in ROW.items() if k != key}), f"lacks {key}") for key in ROW if key != "text"},
    "all": ("{}", "lacks id, lang, entities, claims"),
    "no object": ("3", "lacks id, lang, entities, claims"),
    "no JSON": ("{", "not JSON (Expecting property name enclosed in double quotes)"),
}


@pytest.mark.parametrize("case", BAD)
def test_line_that_lacks_something_is_named(tmp_path: Path, case: str) -> None:
    line, reason = BAD[case]
    path = tmp_path / "gold.jsonl"
    path.write_text(f"{json.dumps(ROW)}\n\n{line}\n", encoding="utf-8")
    done = CliRunner().invoke(cli, ["eval", str(path)])
    assert isinstance(done.exception, SourceError)
    assert str(done.exception) == f"{path}:3: {reason}; mend or remove the line"


def test_errors_are_written(tmp_path: Path) -> None:
    path, errors = tmp_path / "gold.jsonl", tmp_path / "errors.jsonl"
    claim = {"s": "青岚计算", "p": "ACQUIRED", "o": "北辰芯片", "modality": "asserted"}
    path.write_text(json.dumps({**ROW, "claims": [claim]}), encoding="utf-8")
    assert CliRunner().invoke(cli, ["eval", str(path), "--errors", str(errors)]).exit_code == 0
    found = [json.loads(line) for line in errors.read_text(encoding="utf-8").splitlines()]
    assert {"article": "zh-1", "kind": "missed", **claim} in found
