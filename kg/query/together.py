"""Who invests together: pairs of investors that put money into the same organisations."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from operator import attrgetter
from typing import NamedTuple

from kg.answer import Cell, Citation, Edge, Node
from kg.query.question import Found, Parameter, Question, Row
from kg.query.records import Triple, by_triple
from kg.query.view import View
from kg.query.words import rank, said

_COUNTED = ("asserted", "planned", "ended")
_COLUMNS = ("investor", "beside", "together", "planned", "ended", "other", "receivers", "first said", "last said")


class Shared(NamedTuple):
    """One receiver of both investors' money, the investments, and the claims of each."""

    receiver: Node
    edges: tuple[Edge, Edge]
    claims: tuple[Sequence[Citation], Sequence[Citation]]

    @property
    def status(self) -> str:
        """That of the less sure of both investments."""
        one, other = self.edges
        return one.status if one.status == other.status else max(one.status, other.status, key=rank)

    @property
    def rounds(self) -> tuple[str, ...]:
        """The rounds that both are told to be in, as they were written first."""
        one, other = self.claims
        named = {claim.round.casefold(): claim.round for claim in other if claim.round}
        return tuple(dict.fromkeys([named[key] for claim in one if (key := claim.round.casefold()) in named]))

    @property
    def words(self) -> str:
        """The receiver, with the rounds that both are told to be in and what is not sure about it."""
        remarks = [*self.rounds, *([] if self.status == "asserted" else [self.status])]
        return f"{self.receiver.name} ({', '.join(remarks)})" if remarks else self.receiver.name


def co_investors(view: View, *, by: Node | None) -> Found:
    """A row a pair, most shared receivers first: how many both invested in, and how many are not that sure."""
    claims = by_triple(view.claims(["INVESTED_IN"]))
    pairs = _pairs(view.derive(claims), claims)
    chosen = [shared for pair, shared in pairs.items() if by is None or by.id in pair]
    rows = [_row(*_by_first(shared[0].edges, by), shared) for shared in chosen]
    title = "Who invests together" + (f" with {by.name}" if by else "")
    return Found(title, _COLUMNS, sorted(rows, key=_most_first))


def _pairs(edges: Iterable[Edge], claims: Mapping[Triple, list[Citation]]) -> dict[tuple[str, str], list[Shared]]:
    """What each two investors share, by the ids of the two in their order."""
    receivers: dict[Node, list[tuple[Edge, list[Citation]]]] = defaultdict(list)
    for edge in edges:
        receivers[edge.object].append((edge, claims[edge.triple]))
    pairs: dict[tuple[str, str], list[Shared]] = defaultdict(list)
    for receiver in sorted(receivers, key=attrgetter("id")):
        for (one, told), (other, retold) in combinations(receivers[receiver], 2):
            pairs[one.subject.id, other.subject.id].append(Shared(receiver, (one, other), (told, retold)))
    return pairs


def _by_first(edges: tuple[Edge, Edge], by: Node | None) -> tuple[Node, Node]:
    one, other = edges
    return (other.subject, one.subject) if by == other.subject else (one.subject, other.subject)


def _row(investor: Node, beside: Node, shared: list[Shared]) -> Row:
    statuses = [one.status for one in shared]
    counted = [statuses.count(status) for status in _COUNTED]
    ordered = sorted(shared, key=lambda one: (rank(one.status), one.receiver)) if len(shared) > 1 else shared
    edges = tuple([edge for one in shared for edge in one.edges])
    cells: tuple[Cell, ...] = (
        investor.name,
        beside.name,
        *counted,
        len(shared) - sum(counted),
        ", ".join([one.words for one in ordered]),
        *said(edges),
    )
    return Row(cells, edges, tuple([claim for one in shared for told in one.claims for claim in told]))


def _most_first(row: Row) -> tuple[object, ...]:
    investor, beside, *counts = row.cells[:6]
    return (*[-int(count or 0) for count in counts], investor, beside)


CO_INVESTORS = Question(
    name="co-investors",
    help="Who invests together: pairs of investors by how many receivers they share.",
    function=co_investors,
    example="co-investors --by NVIDIA",
    options=(Parameter("by", "Only pairs with this investor.", types=("Organization",)),),
)
