"""Judgements on who is the same: given, loaded, taken back; each in one transaction with all that follows from it."""

from collections.abc import Iterable

from neo4j import ManagedTransaction

from kg.errors import SourceError, UsageError
from kg.same import Judgement, contradiction, pair_id
from kg.store.check import WrongRecordError, check_judgement
from kg.store.group import Item
from kg.store.read import rows
from kg.store.same import judged, representatives, settle
from kg.store.schema import lock


def judge(tx: ManagedTransaction, judgement: Judgement) -> bool:
    """Keep a judgement, in place of the opposite one; tells whether it is new.

    Raises `UsageError` where it contradicts others.
    """
    lock(tx)
    there = judged(tx)
    if any(j.id == judgement.id and j.same == judgement.same for j in there):
        return False
    _agree([j for j in there if j.id != judgement.id], judgement)
    _keep(tx, [judgement])
    return True


def take_back(tx: ManagedTransaction, one: str, other: str) -> bool:
    """Forget the judgement on two entities; tells whether there was one."""
    lock(tx)
    before = representatives(tx)
    gone = rows(tx, "MATCH (j:Judgement {id: $id}) DELETE j RETURN 1 AS one", id=pair_id(one, other))
    settle(tx, before)
    return bool(gone)


def load_judgements(tx: ManagedTransaction, items: Iterable[Item]) -> tuple[int, list[SourceError]]:
    """Keep judgements, of two on the same pair the later; returns how many are new, and why others were not kept."""
    lock(tx)
    given, rejected = _checked(items)
    there = {j.id: j for j in judged(tx)}
    fresh: dict[str, Judgement] = {}
    for where, judgement in given:
        if judgement.id in there and there[judgement.id] >= judgement:
            continue
        try:
            _agree([j for j in there.values() if j.id != judgement.id], judgement)
        except UsageError as error:
            rejected.append(SourceError(where, str(error), "the rest was kept"))
            continue
        there[judgement.id] = fresh[judgement.id] = judgement
    _keep(tx, list(fresh.values()))
    return len(fresh), rejected


def _checked(items: Iterable[Item]) -> tuple[list[tuple[str, Judgement]], list[SourceError]]:
    """Judgements with where they stand, the earliest first."""
    given, rejected = [], []
    for number, item in enumerate(items, 1):
        if isinstance(item, SourceError):
            rejected.append(item)
            continue
        where = getattr(item, "where", "") or f"judgement record {number}"
        try:
            check_judgement(item)
        except WrongRecordError as error:
            rejected.append(SourceError(where, str(error), "the rest was kept; mend the record and load it again"))
        else:
            given.append((where, Judgement.of(item)))
    return sorted(given, key=lambda pair: pair[1]), rejected


def _agree(others: Iterable[Judgement], judgement: Judgement) -> None:
    if chain := contradiction([*others, judgement]):
        said = "; ".join(map(str, chain))
        raise UsageError(f"Judged together, {said}: that can't be. Take one back with kg judgements --undo.")


def _keep(tx: ManagedTransaction, judgements: Iterable[Judgement]) -> None:
    before = representatives(tx)
    rows(
        tx,
        "UNWIND $rows AS row MERGE (j:Judgement {id: row.id}) SET j = row",
        rows=[{"id": judgement.id, **judgement.record()} for judgement in judgements],
    )
    settle(tx, before)
