"""Which marked words are no name, but refer back to one ("the company", 同社, 该公司)."""

import regex

from ingest.script import one_script
from ingest.training.annotated import Marked
from kg.model import Language
from ontology import load_ontology

_REFERRING = {
    "en": regex.compile(
        r"(?i:its?|he|his|him|she|hers?|they|theirs?|them|we|our|us|my|me|you|your|itself|who|which|neither|both)"
        r"|(?i:the|this|that|these|those|its|their|our|his|her|both|all|the latter|such) \P{Lu}.*"
    ),
    "ja": regex.compile(
        r"[同両当弊]\p{Han}{1,3}|同(?:グループ|チーム|モデル|チップ|システム|センター).*|自社|(?:この|その|あの).*"
        r"|[2３3三二]社|[彼我]\p{Hiragana}*|彼女.*|われわれ|本学|後者|前者|\p{Han}{1,3}(?:半導体|IT|クラウド)?大手"
    ),
    "zh": regex.compile(r"[该这那两].*|[它他她我你]们?|其|双方|公司|本公司|[前后]者|对方|自己|对手"),
}


def is_name(mention: Marked, text: str, lang: Language) -> bool:
    """Whether a mention is a name, and no value and no words that refer back."""
    words = one_script(text[mention.start : mention.end], lang)
    return mention.type not in load_ontology().values and _REFERRING[lang].fullmatch(words) is None
