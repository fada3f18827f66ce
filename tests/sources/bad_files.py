"""The files of bad_files.yaml, written into a folder."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ontology.read import read_yaml


@dataclass(frozen=True)
class BadFile:
    """A file, the ids of the articles it holds all the same, and what is said of the rest."""

    name: str
    data: bytes
    kept: tuple[str, ...]
    said: tuple[str, ...]

    def write(self, folder: Path) -> Path:
        path = folder / self.name
        path.write_bytes(self.data)
        return path

    def messages(self, path: Path) -> list[str]:
        """The lines that a user should read, in order."""
        return [f"{path}{' ' if self.kept else ': '}{words}" for words in self.said]


def _bad_file(row: dict[str, Any]) -> BadFile:
    data = bytes.fromhex(row["bytes"]) if "bytes" in row else row["text"].encode()
    if at := row.get("break"):
        data = data[:at] + b"\xff" + data[at:]
    said = row["said"]
    return BadFile(row["name"], data, tuple(row.get("kept", ())), (said,) if isinstance(said, str) else tuple(said))


BAD_FILES = [_bad_file(row) for row in read_yaml(Path(__file__).with_name("bad_files.yaml"))]
