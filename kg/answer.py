"""What a question yields and every output takes: rows, the subgraph they come from, and the claims behind each.

An answer may hold a million of them: slots keep them small, and their ids alone are hashed. Citations and edges are not
frozen only because that makes each of them ten times slower to make; nothing changes one.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from functools import cached_property
from typing import Any

Cell = str | int | float | bool | None

KNOWN = "known"
"""The status of an edge that no article states and the lexicon knows, e.g. who designs a chip; it has no claims."""


@dataclass(frozen=True, order=True, slots=True)
class Node:
    """An entity of the graph."""

    id: str
    name: str
    type: str

    def __hash__(self) -> int:
        return hash(self.id)


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in its own currency (ISO 4217) and, where a rate is known, in US dollars of its day."""

    value: float
    unit: str
    usd: float | None = None


@dataclass(slots=True)
class Citation:
    """One claim with where it is said: ids and names of its ends, its words, its article.

    `object` is None for a claim about a value; `value` then holds its text. Dates are ISO, as precise as known, or "".
    """

    id: str
    subject: Node
    predicate: str
    object: Node | None
    value: str
    modality: str
    confidence: float
    said: str
    date: str
    speaker: str
    origin: Node | None
    left: bool
    round: str
    role: str
    kind: str
    money: Money | None
    text: str
    sentence: int
    start: int
    end: int
    article: str
    title: str
    publisher: str
    url: str
    lang: str

    def __hash__(self) -> int:
        return hash(self.id)

    @property
    def triple(self) -> tuple[str, str, str]:
        """What is claimed: subject id, predicate, and the object's id or the value."""
        return (self.subject.id, self.predicate, self.object.id if self.object else self.value)

    @property
    def amount_usd(self) -> float | None:
        """Its amount in US dollars of its day, where it has one and a rate is known."""
        return self.money.usd if self.money else None

    @property
    def voice(self) -> str:
        """Who says so: the speaker where one is named, else who publishes it, else the article."""
        return self.speaker or self.publisher or self.article


@dataclass(slots=True)
class Edge:
    """All claims that one entity stands in one relation to another, and the status derived from them.

    `amount_usd` is the largest single claim's; `evidence` the ids of the claims that an answer carries for this edge.
    """

    subject: Node
    predicate: str
    object: Node
    status: str
    confidence: float = 1.0
    claims: int = 0
    sources: int = 0
    first_said: str = ""
    last_said: str = ""
    date: str = ""
    amount_usd: float | None = None
    contested: bool = False
    speakers: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()

    def __hash__(self) -> int:
        return hash(self.triple)

    @property
    def triple(self) -> tuple[str, str, str]:
        return (self.subject.id, self.predicate, self.object.id)

    def backed(self, evidence: tuple[str, ...]) -> "Edge":
        """The same edge with the claims of an answer; written out, as `replace` takes twice as long for each."""
        said = (self.claims, self.sources, self.first_said, self.last_said, self.date)
        state = (self.amount_usd, self.contested, self.speakers)
        return Edge(self.subject, self.predicate, self.object, self.status, self.confidence, *said, *state, evidence)


@dataclass(frozen=True)
class Statement:
    """A Cypher statement that was run, with its parameters."""

    cypher: str
    parameters: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Graph:
    """Entities and the edges between them, each once and in a fixed order."""

    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()


@dataclass(frozen=True)
class Answer:
    """The answer to one question; `claims[i]` are the claims behind `rows[i]`. Everything in it has one fixed order.

    `draw` makes the graph of all rows: a table needs none. `notes` are remarks for the reader, such as that a known
    entity is in no article yet. Rows of raw Cypher have no claims: it is not `cited`.
    """

    question: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...] = ()
    claims: tuple[tuple[Citation, ...], ...] = ()
    draw: Callable[[], Graph] = field(default=Graph, compare=False)
    cypher: tuple[Statement, ...] = ()
    notes: tuple[str, ...] = ()
    cited: bool = True

    @cached_property
    def graph(self) -> Graph:
        """Every entity of the answer, and every edge with the ids of its claims."""
        return self.draw()

    @property
    def headings(self) -> tuple[str, ...]:
        """The columns, and one for the number of claims."""
        return (*self.columns, "claims") if self.cited else self.columns

    def lines(self) -> Iterator[tuple[Cell, ...]]:
        """The rows under `headings`."""
        for row, claims in zip(self.rows, self.claims, strict=True):
            yield (*row, len(claims)) if self.cited else row

    @property
    def evidence(self) -> Mapping[str, Citation]:
        """Every claim of the answer by its id, in order of first use."""
        return {claim.id: claim for claims in self.claims for claim in claims}

    def record(self) -> dict[str, Any]:
        """Plain JSON: rows as objects with the ids of their claims, and each claim once."""
        return {
            "question": self.question,
            "title": self.title,
            "columns": list(self.columns),
            "rows": list(self.row_records()),
            "claims": [asdict(claim) for claim in self.evidence.values()],
            "nodes": [asdict(node) for node in self.graph.nodes],
            "edges": [asdict(edge) for edge in self.graph.edges],
            "cypher": [asdict(statement) for statement in self.cypher],
            "notes": list(self.notes),
        }

    def row_records(self) -> Iterator[dict[str, Any]]:
        """Each row as an object: the columns by name, and `claims`, the ids of the claims behind it."""
        for row, claims in zip(self.rows, self.claims, strict=True):
            cells = dict(zip(self.columns, row, strict=True))
            yield {**cells, "claims": [claim.id for claim in claims]} if self.cited else cells


def cut_note(shown: int, found: int) -> tuple[str, ...]:
    """What a limit leaves out, where it leaves out some rows."""
    return (f"{found - shown} more rows; raise --limit to see them.",) if shown < found else ()
