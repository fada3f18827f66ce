"""Bytes as text: UTF-8, what the bytes mark or the document or its server declares, then a guess that must be sure."""

import codecs
import logging
import re

from charset_normalizer import from_bytes

from ingest.sources.document import RawDocument
from kg.errors import SourceError

logging.getLogger("charset_normalizer").addHandler(logging.NullHandler())

_BOMS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_META = re.compile(rb"""<(?:meta[^>]*?charset|\?xml[^>]*?encoding)\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)
# Labels on the web mean the larger set that browsers read them as.
_MEANT = {
    "shift_jis": "cp932", "shift-jis": "cp932", "x-sjis": "cp932", "sjis": "cp932", "windows-31j": "cp932",
    "gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs", "iso-8859-1": "cp1252", "latin1": "cp1252",
    "us-ascii": "cp1252", "ascii": "cp1252", "euc-kr": "cp949",
}  # fmt: skip
_GUESSES = ["cp932", "euc_jp", "gb18030", "big5hkscs", "cp1252"]
_WESTERN = re.compile("[A-Za-z0-9 \n\t\r!-~“”‘’–—…•·«»©®™°±²³¼½¾×€£¥§ªºßÀ-ÖØ-öø-ý\xa0]*")
_REMEDY = "save it as UTF-8"


def decode(document: RawDocument) -> str:
    """The document as text; raises `SourceError` where its bytes are no text in any encoding that fits."""
    data = document.data
    if not data.isascii() and (text := _try(data, "utf-8")) is not None:
        return text
    declared = _META.search(data[:2048])
    labels = [
        *(name for mark, name in _BOMS.items() if data.startswith(mark)),
        document.charset,
        declared[1].decode("ascii") if declared else "",
        "iso2022_jp" if b"\x1b$" in data else "",
        "utf-8",
    ]
    for label in labels:
        text = _try(data, label)
        if text is not None:
            return text
    return _guess(document)


def _try(data: bytes, label: str) -> str | None:
    name = _MEANT.get(label.strip().lower(), label.strip())
    try:
        return data.decode(name) if name else None
    except (UnicodeDecodeError, LookupError):
        return None


def _guess(document: RawDocument) -> str:
    data = document.data
    broken = data.decode("utf-8", "replace")
    good = sum(1 for char in broken if char > "\x7f" and char != "�")
    if good > broken.count("�"):
        reason = f"is UTF-8 with a broken byte at offset {_first_error(data)}"
        raise SourceError(document.where, reason, "repair it or " + _REMEDY)
    best = from_bytes(data, cp_isolation=_GUESSES).best()
    if best is None or (best.encoding == "cp1252" and not _is_western(str(best))):
        raise SourceError(document.where, "can't be decoded as text", _REMEDY)
    return str(best)


def _first_error(data: bytes) -> int:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start
    return len(data)


def _is_western(text: str) -> bool:
    """Every byte is a letter in some set of one byte a character; English uses few beyond ASCII, and one at a time."""
    return bool(_WESTERN.fullmatch(text)) and not re.search("[À-ÿ]{2}|[þÿð]", text)
