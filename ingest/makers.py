"""The maker that a model's or chip's own name begins with: "DeepSeek R2" is told to be DeepSeek's."""

from ingest.text import Mention, Sentence
from kg.model import Entity
from ontology.lexicon import Entry, load_lexicon
from ontology.series import Series


def spoken_of(sentence: Sentence) -> tuple[Mention, ...]:
    """All that a sentence may claim something of: its mentions, the makers in their names, and its topic."""
    makers = map(maker_in_name, sentence.mentions)
    return (*sentence.mentions, *filter(None, [sentence.topic, *makers]))


def maker_in_name(mention: Mention) -> Mention | None:
    """The words of a name that are its maker's, or None where it is called otherwise."""
    maker = maker_of(mention)
    for name in sorted(maker.names, key=lambda n: (-len(n), n)) if maker else ():
        if maker and mention.text.startswith(name) and len(name) < len(mention.text):
            entity = Entity(maker.id, maker.name, maker.type)
            return Mention(mention.start, mention.start + len(name), name, maker.type, "lexicon", entity)
    return None


def maker_of(mention: Mention) -> Entry | None:
    """Who makes what a mention names, as far as the lexicon knows it or the series that it is a version of."""
    lexicon = load_lexicon()
    if mention.entity is None:
        return None
    entry = lexicon.get(mention.entity.id)
    if entry is None and (version := Series.load().match(mention.entity.name)):
        entry = lexicon.get(version.family)
    links = entry.links if entry else {}
    return lexicon.get(links.get("developer") or links.get("designer") or "")
