"""Every error a user can meet.

KGError                 exit 1
├── UsageError          exit 2   the command's words are wrong
├── UnknownEntityError  exit 3   no entity, or several, by that name
├── LoginError          exit 4   the store refused the user or password
├── StoreError          exit 5   the store can't be reached or used
└── SourceError                  an input, or one record of it, can't be read; the run goes on without it
"""

from collections.abc import Sequence


class KGError(Exception):
    """Base of all errors; its text is one line that a user can act on."""

    exit_code = 1


class UsageError(KGError):
    """The command's words or options can't be carried out."""

    exit_code = 2


class UnknownEntityError(KGError):
    """No entity, or more than one, has that name; `suggestions` are names that would do."""

    exit_code = 3

    def __init__(self, message: str, suggestions: Sequence[str] = ()) -> None:
        hint = f" Did you mean: {', '.join(suggestions)}?" if suggestions else ""
        super().__init__(message + hint)
        self.suggestions = tuple(suggestions)


class LoginError(KGError):
    """The store refused the user name or password."""

    exit_code = 4


class StoreError(KGError):
    """The store can't be reached, is in use by something else, or was made by a newer version."""

    exit_code = 5


class SourceError(KGError):
    """One input, or one record of it, was rejected: where it is, why, and what to do about it."""

    def __init__(self, where: str, reason: str, remedy: str) -> None:
        super().__init__(f"{where}: {reason}; {remedy}")
        self.where, self.reason, self.remedy = where, reason, remedy


def no_answer(seconds: float) -> KGError:
    """The error of a question that was given up after some seconds."""
    return KGError(f"No answer within {seconds:g} s; ask for less, or raise --timeout.")
