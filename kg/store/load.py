"""Loading: each article whole or not at all, and the same graph however often and in what order."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from neo4j import ManagedTransaction

from kg.errors import SourceError
from kg.store.connection import Connection
from kg.store.group import Bundle, Grouped, Item
from kg.store.judge import load_judgements
from kg.store.read import owners, states
from kg.store.schema import lock
from kg.store.state import State, is_other_text, wanted
from kg.store.write import write_states

BATCH = 100
"""Articles in one transaction."""


@dataclass(frozen=True)
class LoadReport:
    """What a load did: articles that were new or got more, stayed as they were, or were replaced because their text
    had changed; claims and judgements that were written; and why records were rejected."""

    loaded: int = 0
    unchanged: int = 0
    replaced: int = 0
    claims: int = 0
    rejected: tuple[SourceError, ...] = ()
    judgements: int = 0

    def __add__(self, other: "LoadReport") -> "LoadReport":
        return LoadReport(
            self.loaded + other.loaded,
            self.unchanged + other.unchanged,
            self.replaced + other.replaced,
            self.claims + other.claims,
            self.rejected + other.rejected,
            self.judgements + other.judgements,
        )


def load(
    connection: Connection,
    articles: Iterable[Item],
    mentions: Iterable[Item],
    claims: Iterable[Item],
    judgements: Iterable[Item],
    *,
    batch: int,
    replace: bool,
) -> LoadReport:
    """Load records in transactions of `batch` articles; see `Store.load`."""
    with Grouped() as grouped:
        for kind, items in (("article", articles), ("mentions", mentions), ("claim", claims)):
            grouped.add(kind, items)
        report = LoadReport(rejected=tuple(grouped.rejected))
        for bundles in _batches(grouped.bundles(), batch):
            report += connection.write(_load_batch, bundles, replace=replace)
    if given := list(judgements):
        kept, rejected = connection.write(load_judgements, given)
        report += LoadReport(judgements=kept, rejected=tuple(rejected))
    return report


def _load_batch(tx: ManagedTransaction, bundles: list[Bundle], *, replace: bool) -> LoadReport:
    lock(tx)
    bundles, rejected = _without_strangers(tx, bundles)
    before = states(tx, [bundle.id for bundle in bundles])
    after = {bundle.id: wanted(bundle, before.get(bundle.id), replace=replace) for bundle in bundles}
    changed: dict[str, State] = {i: state for i, state in after.items() if before.get(i) != state}
    replaced = sum(b.id in changed and b.id in before and is_other_text(b, before[b.id]) for b in bundles)
    written = write_states(tx, {i: before[i] for i in changed if i in before}, changed) if changed else 0
    return LoadReport(len(changed) - replaced, len(after) - len(changed), replaced, written, tuple(rejected))


def _without_strangers(tx: ManagedTransaction, bundles: list[Bundle]) -> tuple[list[Bundle], list[SourceError]]:
    """Bundles without claims whose id is another article's."""
    owner = owners(tx, {claim["id"] for bundle in bundles for claim in bundle.claims})
    kept, rejected = [], []
    for bundle in bundles:
        mine = []
        for claim in bundle.claims:
            if owner.setdefault(claim["id"], bundle.id) == bundle.id:
                mine.append(claim)
            else:
                reason = f"its id belongs to a claim of article {owner[claim['id']]}"
                rejected.append(SourceError(f"claim {claim['id']} of {bundle.id}", reason, "give it an id of its own"))
        kept.append(Bundle(bundle.id, bundle.article, bundle.mentions, mine))
    return kept, rejected


def _batches(bundles: Iterator[Bundle], size: int) -> Iterator[list[Bundle]]:
    while batch := list(islice(bundles, size)):
        yield batch
