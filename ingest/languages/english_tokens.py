"""Words with a hyphen as the parser should see them: "start-up" and "tie-up" whole, "Oslo-based" in two."""

from typing import Any

_LETTER = "[^\\W\\d_]"
_PARTICIPLES = (
    "based|backed|owned|led|made|listed|headquartered|funded|controlled|built|designed|run|trained|powered|founded"
)
_DASHES = rf"(?<={_LETTER})(?:–|—|--|---|——|~)(?={_LETTER})"
_HYPHEN = rf"(?<={_LETTER})-(?=[A-Z]|(?:{_PARTICIPLES})\b)"


def keep_hyphens(nlp: Any) -> Any:
    """The pipeline with a tokeniser that cuts a word at a hyphen only before a capital or a participle."""
    from spacy.util import compile_infix_regex

    kept = [infix for infix in nlp.Defaults.infixes if "——" not in infix]
    nlp.tokenizer.infix_finditer = compile_infix_regex([*kept, _DASHES, _HYPHEN]).finditer
    return nlp
