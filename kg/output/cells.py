"""One cell of a row, and one claim, as readable text."""

import re
import unicodedata

from kg.answer import Cell, Citation

_LINE_BREAKS = str.maketrans(dict.fromkeys("\n\r\t\v\f\x85\u2028\u2029", " "))
_DECIMALS_BELOW = 1000
_ADDRESS = re.compile(r"https?://(?![/?#])[^\s<>\"{}|\\^`]+", re.IGNORECASE)
_BIDI = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


def cell_text(cell: Cell) -> str:
    """A cell for a reader: yes or nothing for a flag, thousands told apart, no needless decimals."""
    match cell:
        case None | False:
            return ""
        case True:
            return "yes"
        case float():
            return f"{cell:.2f}" if abs(cell) < _DECIMALS_BELOW else f"{cell:,.0f}"
        case int():
            return f"{cell:,}"
        case _:
            return one_line(cell)


def one_line(text: str) -> str:
    """The text without what could move the cursor, colour a terminal or turn the reading direction."""
    return "".join(char for char in text.translate(_LINE_BREAKS) if not is_control(char))


def source_line(claim: Citation) -> str:
    """Who says so, how surely, and where: "asserted · speaker: … · Title, Publisher, 2025-01-27 · https://…"."""
    place = ", ".join(one_line(part) for part in (claim.title or claim.article, claim.publisher, claim.said) if part)
    speaker = f"speaker: {one_line(claim.speaker)}" if claim.speaker else ""
    return " · ".join(part for part in (claim.modality, speaker, place, one_line(claim.url)) if part)


def web_address(text: str) -> str:
    """The text where it is an http or https address that any output may hold as a link, else nothing."""
    return text if _ADDRESS.fullmatch(text) and not any(map(is_control, text)) else ""


def is_control(char: str) -> bool:
    """Whether a character moves the cursor, colours a terminal, turns the reading direction or is half of one."""
    return unicodedata.category(char) in {"Cc", "Cs"} or unicodedata.bidirectional(char) in _BIDI
