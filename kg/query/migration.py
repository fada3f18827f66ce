"""Who moved from where to where."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from kg.answer import Citation, Edge, Node
from kg.query.question import Found, Parameter, Question, Row
from kg.query.records import derived
from kg.query.reports import joined
from kg.query.view import View
from kg.query.words import status_text
from ontology.names import Names

_MOVE_COLUMNS = ("who", "from", "to", "role", "date", "status", "confidence", "first said", "last said")


class Move(NamedTuple):
    """One person's or group's move, with all claims of it; an end that no claim tells is None."""

    who: Node
    origin: Node | None
    target: Node | None
    claims: tuple[Citation, ...]
    state: Edge

    @property
    def date(self) -> str:
        return max([claim.date for claim in self.claims])


def migration(view: View, *, by: str | None) -> Found:
    """One row a move; with `by`, one for each pair of organisations or places and how many moved between them."""
    moves = _moves(view)
    if by is None:
        ordered = sorted(moves, key=lambda move: (move.date or move.state.first_said, move.who.id, move.claims[0].id))
        return Found("Who moved from where to where", _MOVE_COLUMNS, [_move_row(move) for move in ordered])
    title = "Moves between " + ("organisations" if by == "org" else "places")
    return Found(title, ("from", "to", "moved", "planned", "ended", "other", "who"), _matrix(moves, by))


def _moves(view: View) -> list[Move]:
    """Claims of the same move told apart by person, origin and target; one end untold joins the move that tells it."""
    groups: dict[tuple[Node, Node | None, Node | None], list[Citation]] = defaultdict(list)
    for claim in view.claims(["MOVED"]):
        origin, target = (claim.object, None) if claim.left else (claim.origin, claim.object)
        groups[claim.subject, origin, target].append(claim)
    moves = []
    for (who, origin, target), claims in joined(groups).items():
        state = derived(claims)
        if state.status in view.lens.statuses and state.confidence >= view.lens.confidence:
            moves.append(Move(who, origin, target, tuple(claims), state))
    return moves


def _move_row(move: Move) -> Row:
    state = move.state
    cells = (
        move.who.name,
        move.origin.name if move.origin else "",
        move.target.name if move.target else "",
        max([claim.role for claim in move.claims]),
        move.date,
        status_text(state.status, contested=state.contested),
        state.confidence,
        state.first_said,
        state.last_said,
    )
    return Row(cells, claims=move.claims)


def _matrix(moves: Iterable[Move], by: str) -> list[Row]:
    flows: dict[tuple[str, str], list[Move]] = defaultdict(list)
    for move in moves:
        placed = move._replace(origin=_at(move.origin, by), target=_at(move.target, by))
        if placed.origin != placed.target:
            flows[placed.origin.name if placed.origin else "", placed.target.name if placed.target else ""].append(
                placed
            )
    rows = [_flow_row(*ends, flow) for ends, flow in flows.items()]
    return sorted(rows, key=lambda row: (-sum(int(count or 0) for count in row.cells[2:6]), row.cells[:2]))


def _flow_row(origin: str, target: str, flow: list[Move]) -> Row:
    people: dict[str, set[str]] = defaultdict(set)
    for move in flow:
        people[move.state.status].add(move.who.name)
    counts = [len(people.pop(status, ())) for status in ("asserted", "planned", "ended")]
    others = len(set().union(*people.values()))
    names = ", ".join(sorted({move.who.name for move in flow}))
    claims = sorted({claim for move in flow for claim in move.claims}, key=lambda claim: (claim.said, claim.id))
    return Row((origin, target, *counts, others, names), claims=tuple(claims))


def _at(node: Node | None, by: str) -> Node | None:
    """The organisation or place where someone at `node` is; an organisation's place is its country, by lexicon."""
    if node is None or (node.type == "Place") == (by == "place"):
        return node
    entry = Names.load().lexicon.get(node.id)
    if by == "org" or entry is None or entry.country is None:
        return None
    return _country(entry.country)


def _country(code: str) -> Node | None:
    return next(
        (Node(e.id, e.name, e.type) for e in Names.load().lexicon if e.code == code and e.type == "Place"), None
    )


MIGRATION = Question(
    name="migration",
    help="Who moved from where to where, or how many between organisations or places.",
    function=migration,
    example="migration --by org",
    options=(Parameter("by", "Count moves between these.", "choice", choices=("org", "place")),),
)
