"""Events of a timeline as marks of a drawing, and which of many are the strongest."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from kg.answer import Answer, Graph
from kg.export.graph import Record
from kg.export.page import Page, caption
from ontology.load import load_ontology

_SMALL = "Small marks stand where something was first said; its own day is not told."


def with_events(page: Page, answer: Answer, most: int) -> Page:
    """The page of a timeline with its strongest events as marks; a note says what is left out."""
    rows = strongest(answer, most)
    events = tuple(_event(answer, row) for row in rows)
    left_out = event_note(len(rows), len(answer.rows))
    small = (_SMALL,) if any(not event["date"] and event["first_said"] for event in events) else ()
    return replace(page, events=events, notes=(*page.notes, *left_out, *small))


def abridged(answer: Answer, most: int) -> Answer:
    """The timeline with no more than so many events, the strongest; a note says what is left out."""
    rows = strongest(answer, most)
    claims = tuple(answer.claims[row] for row in rows)
    ends = {end for behind in claims for claim in behind for end in (claim.subject, claim.object)}
    return replace(
        answer,
        rows=tuple(answer.rows[row] for row in rows),
        claims=claims,
        draw=partial(Graph, tuple(node for node in answer.graph.nodes if node in ends)),
        notes=(*answer.notes, *event_note(len(rows), len(answer.rows))),
    )


def strongest(answer: Answer, most: int) -> list[int]:
    """The rows, in their order, of so many events of a timeline: what many articles tell, its day known, and late."""

    def strength(row: int) -> tuple[int, str, int]:
        date, _, _, first_said, *_ = answer.rows[row]
        articles = {claim.article for claim in answer.claims[row]}
        return len(articles) + bool(date), str(date or first_said), -row

    return sorted(sorted(range(len(answer.rows)), key=strength, reverse=True)[:most])


def event_note(shown: int, found: int) -> tuple[str, ...]:
    """What a limit left out, in one line; none where it left out nothing."""
    words = f"Showing {shown:,} of {found:,} events: first those that most articles tell of and whose day is known."
    return (words,) if shown < found else ()


def topics(page: Page) -> Mapping[str, Any]:
    """The drawing of a timeline: a lane for each topic that its events have."""
    used = {event["topic"] for event in page.events}
    return {
        "lanes": [{"id": name, "label": dict(label)} for name, label in load_ontology().topics.items() if name in used]
    }


def _event(answer: Answer, row: int) -> Record:
    date, what, modality, *_ = answer.rows[row]
    claims = answer.claims[row]
    said = sorted(claim.said for claim in claims if claim.said)
    ends = {node.id: None for claim in claims for node in (claim.subject, claim.object) if node}
    return {
        "row": row,
        "date": date,
        "text": caption(str(what)),
        "status": modality,
        "predicate": claims[0].predicate,
        "topic": load_ontology().relations[claims[0].predicate].topic,
        "confidence": max(claim.confidence for claim in claims),
        "first_said": said[0] if said else "",
        "last_said": said[-1] if said else "",
        "articles": len({claim.article for claim in claims}),
        "ends": list(ends),
        "claims": [claim.id for claim in claims],
    }
