"""What the rules propose of an article's sentences: by its names first, then by the words that refer back to them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import compress

from ingest.before import with_before
from ingest.coref import add_mentions, resolve_nominals
from ingest.judge.passages import Ruled
from ingest.languages import Analysis
from ingest.makers import spoken_of
from ingest.profile import Profiles
from ingest.relate import may_relate, propose
from ingest.rules import Rules
from ingest.slots import encode
from ingest.text import Proposal, Sentence
from ingest.topics import with_topics


def proposed(sentences: Sequence[Sentence], analysis: Analysis, rules: Rules) -> list[Ruled]:
    """The sentences with all that they may speak of, each with what the rules propose of it."""
    by_name = _propose(sentences, analysis, rules)
    profiles = Profiles.of(proposal for proposals in by_name for proposal in proposals)
    nominals = resolve_nominals(sentences, rules, profiles)
    resolved = with_topics([add_mentions(sentence, nominals) for sentence in sentences], rules)
    changed = [new != old for new, old in zip(resolved, sentences, strict=True)]
    again = iter(_propose(compress(resolved, changed), analysis, rules))
    settled = [next(again) if anew else before for anew, before in zip(changed, by_name, strict=True)]
    told = zip(with_before(resolved), settled, strict=True)
    return [(sentence, [replace(proposal, sentence=sentence) for proposal in own]) for sentence, own in told]


def _propose(sentences: Iterable[Sentence], analysis: Analysis, rules: Rules) -> list[list[Proposal]]:
    """What the rules propose of each sentence; one without two mentions that some relation can link is never parsed."""
    told = list(sentences)
    worth = [may_relate(spoken_of(sentence)) for sentence in told]
    parsed = analysis.predications(compress(told, worth))
    return [
        list(propose(sentence, encode(sentence), next(parsed), rules)) if may else []
        for sentence, may in zip(told, worth, strict=True)
    ]
