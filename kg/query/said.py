"""What was said: events in order of time, and claims as they are."""

from collections import defaultdict

from kg.answer import Citation, Node
from kg.query.question import Found, Parameter, Question, Row
from kg.query.records import canonical
from kg.query.reports import joined
from kg.query.view import View
from kg.query.words import claim_text, value_text
from ontology.load import load_ontology

_ROLES = ("SUBJECT", "OBJECT", "FROM")
_NEVER = "~"
"""Comes after every date."""
_EVENT_COLUMNS = ("date", "what", "modality", "first said", "speakers")
_CLAIM_COLUMNS = ("said", "subject", "predicate", "object", "modality", "speaker", "confidence", "article")


def timeline(view: View, *, who: Node | None) -> Found:
    """What happened, to an entity or at all: one row an event, however many articles tell of it.

    Its date is the event's, where a claim gives one; without it stands only when it was first said.
    """
    told = view.claims(about=[who.id] if who else None, roles=_ROLES, modalities=view.lens.statuses)
    facts: dict[tuple[object, ...], dict[tuple[object, ...], list[Citation]]] = defaultdict(lambda: defaultdict(list))
    for claim in view.seen(told):
        facts[*canonical(claim), claim.left, claim.modality][_details(claim)].append(claim)
    events = [(fact, event) for fact, reports in facts.items() for event in joined(reports).values()]
    ordered = sorted(events, key=lambda pair: (_when(pair[1]) or _NEVER, pair[0], pair[1][0].id))
    title = f"Timeline of {who.name}" if who else "Timeline"
    return Found(title, _EVENT_COLUMNS, [_event(claims) for _, claims in ordered])


def claims(view: View, *, about: Node | None, predicate: str | None, modality: str | None) -> Found:
    """Every claim, one row each, in the order in which they were said."""
    found = view.claims(
        [predicate] if predicate else (),
        about=[about.id] if about else None,
        roles=_ROLES,
        modalities=[modality] if modality else view.lens.statuses,
    )
    title = "Claims" + (f" about {about.name}" if about else "")
    return Found(title, _CLAIM_COLUMNS, [Row(_cells(claim), claims=(claim,)) for claim in view.seen(found)])


def _details(claim: Citation) -> tuple[object, ...]:
    """What tells one event from another of the same fact; None where the claim leaves it open."""
    date = [*claim.date.split("-"), *[""] * 2][:3]
    amount = (claim.money.value, claim.money.unit) if claim.money else None
    return (*(part or None for part in date), amount, claim.round.casefold() or None)


def _date(claims: list[Citation]) -> str:
    """The date of the event, as precise as any claim gives it."""
    return max((claim.date for claim in claims), key=len)


def _first_said(claims: list[Citation]) -> str:
    return min((claim.said for claim in claims if claim.said), default="")


def _when(claims: list[Citation]) -> str:
    return _date(claims) or _first_said(claims)


def _event(claims: list[Citation]) -> Row:
    fullest = max(claims, key=lambda claim: (len(claim_text(claim)), claim.id))
    speakers = ", ".join(sorted({claim.speaker for claim in claims if claim.speaker}))
    cells = (_date(claims), claim_text(fullest), fullest.modality, _first_said(claims), speakers)
    return Row(cells, claims=tuple(claims))


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
    help="What is said to have happened, to an entity or at all, in order of time: one row an event.",
    function=timeline,
    example="timeline OpenAI",
    arguments=(Parameter("who", "Any entity; without one, everything.", optional=True),),
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
