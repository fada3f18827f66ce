"""What was said: a timeline of one entity, and claims as they are."""

from collections import defaultdict

from kg.answer import Citation, Node
from kg.query.question import Found, Parameter, Question, Row
from kg.query.records import canonical
from kg.query.view import View
from kg.query.words import claim_text, value_text
from ontology.load import load_ontology

_ROLES = ("SUBJECT", "OBJECT", "FROM")
_CLAIM_COLUMNS = ("said", "subject", "predicate", "object", "modality", "speaker", "confidence", "article")


def timeline(view: View, *, who: Node) -> Found:
    """What happened to an entity, by the date of the event or else of the article; equal news is one row."""
    events: dict[tuple[object, ...], list[Citation]] = defaultdict(list)
    for claim in _seen(view, view.claims(about=[who.id], roles=_ROLES, modalities=view.lens.statuses)):
        events[claim.when, *canonical(claim), claim.modality].append(claim)
    rows = []
    for (when, *_, modality), claims in sorted(events.items()):
        speakers = ", ".join(sorted({claim.speaker for claim in claims if claim.speaker}))
        fullest = max(claims, key=lambda claim: (len(claim_text(claim)), claim.id))
        rows.append(Row((str(when), claim_text(fullest), str(modality), speakers), claims=tuple(claims)))
    return Found(f"Timeline of {who.name}", ("date", "what", "modality", "speakers"), rows)


def claims(view: View, *, about: Node | None, predicate: str | None, modality: str | None) -> Found:
    """Every claim, one row each, in the order in which they were said."""
    found = view.claims(
        [predicate] if predicate else (),
        about=[about.id] if about else None,
        roles=_ROLES,
        modalities=[modality] if modality else view.lens.statuses,
    )
    title = "Claims" + (f" about {about.name}" if about else "")
    return Found(title, _CLAIM_COLUMNS, [Row(_cells(claim), claims=(claim,)) for claim in _seen(view, found)])


def _seen(view: View, found: list[Citation]) -> list[Citation]:
    return [claim for claim in found if claim.confidence >= view.lens.confidence]


def _cells(claim: Citation) -> tuple[str | float, ...]:
    return (
        claim.said,
        claim.subject.name,
        claim.predicate,
        claim.object.name if claim.object else value_text(claim),
        claim.modality,
        claim.speaker,
        claim.confidence,
        claim.title or claim.article,
    )


TIMELINE = Question(
    name="timeline",
    help="What is said to have happened to an entity, in order of time.",
    function=timeline,
    example="timeline OpenAI",
    arguments=(Parameter("who", "Any entity."),),
)
CLAIMS = Question(
    name="claims",
    help="Claims as they were made, one a row.",
    function=claims,
    example="claims --about OpenAI --predicate INVESTED_IN",
    options=(
        Parameter("about", "Only those with this entity."),
        Parameter("predicate", "Only this relation.", "choice", choices=tuple(load_ontology().relations)),
        Parameter("modality", "Only this modality.", "choice", choices=tuple(load_ontology().modalities)),
    ),
)
