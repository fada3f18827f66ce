"""Who raised, invested and is worth how much: three things that are told apart and never summed."""

from collections import defaultdict
from collections.abc import Iterable

from kg.answer import Citation, Node
from kg.query.question import Found, Parameter, Question, Row
from kg.query.records import by_triple, derived
from kg.query.reports import joined
from kg.query.view import View
from kg.query.words import money_text, rank, status_text

_WHAT = {"RAISED": "raised", "INVESTED_IN": "invested", "VALUED_AT": "valued at"}
_FUNDING_COLUMNS = ("receiver", "what", "giver", "amount", "USD", "round", "date", "status", "confidence", "said")
_INVESTOR_COLUMNS = ("investor", "type", "largest USD", "rounds", "status", "confidence", "first said", "last said")


def funding(view: View, *, of: Node | None, by: Node | None) -> Found:
    """Rounds raised, investments and valuations; claims of one deal make one row, however much each tells of it."""
    if by:
        claims = view.claims(["INVESTED_IN"], about=[by.id], roles=("SUBJECT",))
    else:
        claims = view.claims(_WHAT, about=[of.id] if of else None)
    deals: dict[tuple[object, ...], list[Citation]] = defaultdict(list)
    for claim in claims:
        if of is None or _receiver(claim).id == of.id:
            amount = (claim.money.value, claim.money.unit) if claim.money else None
            deals[*claim.triple, amount, claim.round.casefold() or None, claim.date[:4] or None].append(claim)
    rows = [row for deal in joined(deals).values() if (row := _deal(view, deal))]
    title = "Funding" + (f" of {of.name}" if of else "") + (f" by {by.name}" if by else "")
    return Found(title, _FUNDING_COLUMNS, sorted(rows, key=_chronological))


def investors(view: View, *, org: Node) -> Found:
    """Who invested in an organisation; a row for each investor with its largest single amount."""
    claims = by_triple(view.claims(["INVESTED_IN"], about=[org.id], roles=("OBJECT",)))
    rows = []
    for edge in sorted(
        view.derive(claims), key=lambda edge: (rank(edge.status), -(edge.amount_usd or 0), edge.subject)
    ):
        behind = tuple(claims[edge.triple])
        cells = (
            edge.subject.name,
            edge.subject.type,
            edge.amount_usd,
            _listed(claim.round for claim in behind),
            status_text(edge.status, contested=edge.contested),
            edge.confidence,
            edge.first_said,
            edge.last_said,
        )
        rows.append(Row(cells, (edge,), behind))
    return Found(f"Investors of {org.name}", _INVESTOR_COLUMNS, rows)


def _receiver(claim: Citation) -> Node:
    return claim.object if claim.predicate == "INVESTED_IN" and claim.object else claim.subject


def _deal(view: View, claims: list[Citation]) -> Row | None:
    state, claim = derived(claims), claims[0]
    money = next((claim.money for claim in claims if claim.money), None)
    if state.status not in view.lens.statuses or state.confidence < view.lens.confidence:
        return None
    cells = (
        _receiver(claim).name,
        _WHAT[claim.predicate],
        claim.subject.name if claim.predicate == "INVESTED_IN" else "",
        money_text(money),
        money.usd if money else None,
        max([claim.round for claim in claims]),
        max([claim.date for claim in claims]),
        status_text(state.status, contested=state.contested),
        state.confidence,
        state.first_said,
    )
    return Row(cells, claims=tuple(claims))


def _chronological(row: Row) -> tuple[object, ...]:
    claim = row.claims[0]
    return (_receiver(claim).id, claim.predicate != "RAISED", claim.predicate, row.cells[6] or row.cells[9], claim.id)


def _listed(words: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(word for word in words if word))


FUNDING = Question(
    name="funding",
    help="Rounds raised, investments made and valuations, in their own currency and in US dollars of the day.",
    function=funding,
    example="funding --of Anthropic",
    options=(
        Parameter("of", "Who receives.", types=("Organization",)),
        Parameter("by", "Who gives.", types=("Organization",)),
    ),
)
INVESTORS = Question(
    name="investors",
    help="Who invested in an organisation.",
    function=investors,
    example="investors Anthropic",
    arguments=(Parameter("org", "The organisation.", types=("Organization",)),),
)
