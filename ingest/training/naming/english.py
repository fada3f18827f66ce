"""Trains the English recogniser of names: spaCy's network goes on learning on the project's annotated sentences."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from spacy.training import Example
from spacy.util import filter_spans, minibatch
from thinc.api import fix_random_seed

from ingest.names.english import blank, words_learnt
from ingest.training.annotated import Annotated
from ingest.training.naming.renamed import Renamer, known_names
from ontology import load_ontology

ROUNDS, RATE, SEED = 10, 0.0003, 7
"""How often all sentences are read, how fast is learnt (what spaCy knows of words is to stay), and the seed."""
_BATCH, _DROPPED, _SHOWN = 16, 0.25, 200
"""Sentences a step, the share of numbers dropped, and the sentences by which the network is set up."""


def train(sentences: Sequence[Annotated]) -> Any:
    """A spaCy pipeline whose entities are names, with types of the ontology as labels."""
    fix_random_seed(SEED)
    nlp, renamer = blank(), Renamer.of("en", known_names("en", sentences), SEED)
    for type_ in load_ontology().types:
        nlp.get_pipe("ner").add_label(type_)
    optimizer = nlp.initialize(lambda: _examples(nlp, renamer, sentences[:_SHOWN]))
    optimizer.learn_rate = RATE
    words_learnt(nlp)
    for _ in range(ROUNDS):
        told = list(_examples(nlp, renamer, sentences))
        renamer.chance.shuffle(told)
        for batch in minibatch(told, _BATCH):  # type: ignore[no-untyped-call]
            nlp.update(batch, sgd=optimizer, drop=_DROPPED)
    return nlp


def _examples(nlp: Any, renamer: Renamer, sentences: Iterable[Annotated]) -> Iterator[Example]:
    for sentence in sentences:
        for text, names in renamer.passage([sentence]):
            doc = nlp.make_doc(text)
            ents = [doc.char_span(*span, label=type_, alignment_mode="expand") for span, type_ in names]
            reference = doc.copy()
            reference.ents = filter_spans([ent for ent in ents if ent is not None])
            yield Example(doc, reference)
