"""One article in, its claims and mentions out: the stages, in their order."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.headlines import in_sentence_case
from ingest.judge.judged import judged
from ingest.judge.read import Rated, rated
from ingest.languages import Analysis, analyse
from ingest.mentions import find_mentions
from ingest.proposed import proposed
from ingest.rules import Rules, load_rules
from ingest.script import one_script
from ingest.sentences import split_sentences
from ingest.settle import said_once, settle
from ingest.slots import encode
from ingest.speaker import carried_speakers
from ingest.text import Mention, Proposal, Sentence
from kg.model import Article, Claim, Entity, EntityMentions, EntityRef, Span


@dataclass(frozen=True)
class Extraction:
    """What one article says: its claims in text order, and every entity it names."""

    article: Article
    claims: tuple[Claim, ...]
    mentions: tuple[EntityMentions, ...]


def extract(article: Article) -> Extraction:
    """Read one article: first by its names, then the words that refer back to what it says of them.

    Deterministic: the same article gives the same claims, in the same order.
    """
    rules = load_rules(article.lang)
    text = one_script(article.text, article.lang)
    plain = split_sentences(text)
    analysis = analyse(article.lang)
    mentions = find_mentions(replace(article, text=text), plain, analysis, rules)
    sentences = tuple(in_sentence_case(sentence.within(mentions)) for sentence in plain)
    claims = read_sentences(sentences, analysis, article, rules)
    return Extraction(article, tuple(claims), tuple(entity_mentions(article, (*mentions, *unnamed(claims, mentions)))))


def unnamed(claims: Iterable[Claim], mentions: Iterable[Mention]) -> Iterator[Mention]:
    """Mentions of what claims speak of and no name stands for: people named by what they are."""
    named = {m.entity.id for m in mentions if m.entity}
    refs = [ref for c in claims for ref in (c.subject, c.object) if isinstance(ref, EntityRef) and ref.id not in named]
    for ref in dict.fromkeys(refs):
        yield Mention(*ref.span, ref.mention, ref.type, "group", Entity(ref.id, ref.name, ref.type))


def read_sentences(sentences: Sequence[Sentence], analysis: Analysis, article: Article, rules: Rules) -> list[Claim]:
    """The claims of an article whose sentences hold their mentions."""
    told = proposed(sentences, analysis, rules)
    read = zip(told, rated(told), carried_speakers(sentences, rules), strict=True)
    return said_once(claim for ruled, seen, carried in read for claim in _claims(*ruled, seen, carried, article, rules))


def _claims(
    sentence: Sentence,
    proposals: Sequence[Proposal],
    seen: Sequence[Rated],
    carried: Mention | None,
    article: Article,
    rules: Rules,
) -> Iterator[Claim]:
    """The claims of a sentence, given what the rules propose, what the encoder says, and who was speaking before it."""
    encoded = encode(sentence)
    return settle(judged(seen, sentence, encoded, proposals, rules), encoded, article, rules, carried)


def entity_mentions(article: Article, mentions: tuple[Mention, ...]) -> Iterator[EntityMentions]:
    """The entities of an article in order of id, each with its forms and places."""
    forms: dict[Entity, dict[str, None]] = defaultdict(dict)
    spans: dict[Entity, list[Span]] = defaultdict(list)
    for mention in mentions:
        if mention.entity:
            forms[mention.entity][article.text[mention.start : mention.end]] = None
            spans[mention.entity].append(mention.span)
    for entity in sorted(forms, key=lambda e: (e.id, e.type)):
        yield EntityMentions(article.id, entity, tuple(forms[entity]), tuple(spans[entity]))
