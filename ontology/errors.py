"""What is wrong with a data file of the ontology."""

from pathlib import Path


class OntologyError(ValueError):
    """A data file breaks a rule; the message names the file, the line where known, and the mend."""

    def __init__(self, path: Path, message: str, line: int | None = None) -> None:
        where = f"{path.name}:{line}" if line else path.name
        super().__init__(f"{where}: {message}")
