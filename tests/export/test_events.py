"""Which events of a timeline are drawn, and what is said of those left out."""

from dataclasses import replace
from functools import partial

import pytest

from kg.answer import Answer, Graph
from kg.export.events import abridged, strongest, topics, with_events
from kg.export.page import page_of_answer
from tests.export.test_report import citation

COLUMNS = ("date", "what", "modality", "first said", "speakers")


def timeline(*events: tuple[str, str, int]) -> Answer:
    """A timeline of events: (date, first said, how many articles tell of it)."""
    rows = tuple((date, f"Event {at}", "asserted", said, "") for at, (date, said, _) in enumerate(events))
    claims = tuple(
        tuple(replace(citation(f"{at}-{number}"), said=said) for number in range(articles))
        for at, (_, said, articles) in enumerate(events)
    )
    nodes = tuple(sorted({node for row in claims for c in row for node in (c.subject, c.object) if node}))
    return Answer("timeline", "Timeline", COLUMNS, rows, claims, draw=partial(Graph, nodes))


@pytest.mark.parametrize(
    ("events", "kept"),
    [
        ([("", "2025-01", 1), ("", "2025-02", 3), ("", "2025-03", 2)], [1, 2]),
        ([("", "2025-01", 1), ("2025-01", "2025-01", 1), ("", "2025-03", 1)], [1, 2]),
        ([("", "2025-01", 1), ("", "2025-02", 1), ("", "2025-03", 1)], [1, 2]),
        ([("", "", 1), ("", "", 1), ("", "", 1)], [0, 1]),
    ],
    ids=["told by many", "its day is known", "the latest", "the first of equals"],
)
def test_strongest_events_are_kept_in_order_of_time(events: list[tuple[str, str, int]], kept: list[int]) -> None:
    assert strongest(timeline(*events), 2) == kept


def test_what_is_left_out_is_said() -> None:
    answer = timeline(*[("", f"2025-0{month}", 1) for month in range(1, 6)])
    few = abridged(answer, 2)
    assert [row[1] for row in few.rows] == ["Event 3", "Event 4"]
    assert few.notes[0].startswith("Showing 2 of 5 events")
    page = with_events(page_of_answer(answer), answer, 2)
    assert [event["row"] for event in page.events] == [3, 4]
    assert page.notes[0].startswith("Showing 2 of 5 events")
    assert "Small marks stand where something was first said" in page.notes[1]


def test_events_lie_in_lanes_of_their_topics() -> None:
    page = with_events(page_of_answer(timeline(("2025", "", 1))), timeline(("2025", "", 1)), 9)
    assert [lane["id"] for lane in topics(page)["lanes"]] == ["supply"]
    assert (page.events[0]["articles"], page.notes) == (1, ())
