"""A file is there whole or not at all, and only its own errors are told as such."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.errors import UsageError
from kg.export.writing import write_file, writing


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("nowhere/page.html", "No such file or directory"),
        (".", "Is a directory"),
        ("taken/page.html", "Not a directory"),
        ("n" * 300, "File name too long"),
    ],
    ids=["no folder", "a folder", "in a file", "too long"],
)
def test_file_that_cannot_be_opened_is_named(tmp_path: Path, name: str, reason: str) -> None:
    (tmp_path / "taken").touch()
    with pytest.raises(UsageError) as told:
        write_file(tmp_path / name, ["text"])
    assert str(told.value) == f"{tmp_path / name} can't be written: {reason}; choose another place."


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device that is always full")
@pytest.mark.parametrize("size", [1, 100_000])
def test_file_that_cannot_be_written_is_named(size: int) -> None:
    with pytest.raises(UsageError, match="/dev/full can't be written: No space left on device"):
        write_file(Path("/dev/full"), ["x" * size])


def test_name_that_is_taken_meanwhile_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="Is a directory"), writing(tmp_path / "file"):
        (tmp_path / "file").mkdir()
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


@pytest.mark.parametrize("error", [BrokenPipeError("stdout"), KeyboardInterrupt(), ValueError("other")], ids=repr)
def test_error_of_the_body_passes_and_leaves_what_was_there(tmp_path: Path, error: BaseException) -> None:
    def pieces() -> Iterator[str]:
        yield "new"
        raise error

    (tmp_path / "file").write_text("old")
    with pytest.raises(type(error)) as raised:
        write_file(tmp_path / "file", pieces())
    assert raised.value is error
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"file": "old"}


@pytest.mark.parametrize("text", ["", "一\r\n二\n"], ids=["nothing", "line ends"])
def test_text_is_written_as_it_is(tmp_path: Path, text: str) -> None:
    write_file(tmp_path / "file", text)
    assert (tmp_path / "file").read_bytes() == text.encode()
