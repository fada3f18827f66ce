"""What was rumoured and what became of it."""

from collections import defaultdict

from kg.answer import Citation, Node
from kg.query.question import Found, Parameter, Question, Row
from kg.query.records import canonical
from kg.query.view import View
from kg.query.words import claim_text, voices

_FATES = {"asserted": "confirmed", "planned": "confirmed", "denied": "denied", "ended": "ended"}
_COLUMNS = ("rumour", "first said", "said by", "fate", "when", "by")


def rumours(view: View, *, about: Node | None, fate: str | None) -> Found:
    """Every rumour, by when it was first told, with what was last said of it that settles it: else it is silent."""
    told = view.seen(view.claims(about=[about.id] if about else None, modalities=["rumoured"]))
    later = view.seen(view.claims({c.predicate for c in told}, about={c.subject.id for c in told})) if told else []
    groups: dict[tuple[str, str, str], list[Citation]] = defaultdict(list)
    for claim in later:
        groups[canonical(claim)].append(claim)
    rows = [_row(groups[triple]) for triple in dict.fromkeys(canonical(claim) for claim in told)]
    title = "Rumours" + (f" about {about.name}" if about else "") + " and what became of them"
    chosen = [row for row in rows if fate in (None, row.cells[3])]
    return Found(title, _COLUMNS, sorted(chosen, key=lambda row: (str(row.cells[1]), str(row.cells[0]))))


def _row(claims: list[Citation]) -> Row:
    rumoured = [claim for claim in claims if claim.modality == "rumoured"]
    since = min(claim.said for claim in rumoured)
    settling = [claim for claim in claims if claim.modality in _FATES and claim.said >= since]
    last = max(settling, key=lambda claim: (claim.said, claim.id), default=None)
    cells = (
        claim_text(rumoured[0]),
        since,
        voices(rumoured),
        _FATES[last.modality] if last else "silent",
        last.said if last else "",
        voices([last]) if last else "",
    )
    return Row(cells, claims=tuple(claims))


RUMOURS = Question(
    name="rumours",
    help="What was rumoured and what became of it: confirmed, denied, ended or silent.",
    function=rumours,
    example="rumours --fate silent",
    options=(
        Parameter("about", "Only those with this entity."),
        Parameter("fate", "Only those that ended so.", "choice", choices=("confirmed", "denied", "ended", "silent")),
    ),
)
