"""The words of an English dictionary: WordNet's, as the lemmatizer of spaCy's pipeline holds them."""

from ingest.languages.english_pipeline import pipeline


def is_word(text: str) -> bool:
    """Whether a dictionary holds a word or what it is a form of: "denials", "Seen"."""
    word, tables = text.lower(), pipeline().get_pipe("lemmatizer").lookups
    irregular, rules = (tables.get_table(name) for name in ("lemma_exc", "lemma_rules"))
    for kind, lemmas in tables.get_table("lemma_index").items():
        forms = (word[: -len(old)] + new for old, new in rules.get(kind, ()) if old and word.endswith(old))
        if word in lemmas or word in irregular.get(kind, ()) or any(form in lemmas for form in forms):
            return True
    return False
