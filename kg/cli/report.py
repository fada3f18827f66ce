"""kg report: one page of what is new, who depends on whom, what happened when, money, people and rumours."""

import shlex
from collections import defaultdict
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.answer import Answer, cut_note
from kg.cli.options import store_options
from kg.export.events import abridged
from kg.export.report import Drawing, Flow, Report, Section, write_report
from kg.query import Lens, ask, lens
from kg.query.lens import DEFAULT_STATUSES
from kg.query.words import money_text, rank

if TYPE_CHECKING:
    from kg.config import Settings
    from kg.store import Store

_ROWS, _EVENTS = 25, 40
Asked = tuple[str, Answer]


@click.command()
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), required=True, help="File.")
@click.option("--since", metavar="DATE", default="", help="What counts as new [the last day of news].")
@click.option("--title", default="AI landscape", show_default=True, help="What the page is called.")
@click.option("-q", "--quiet", is_flag=True, help="No summary.")
@store_options
def report(output: Path, since: str, title: str, settings: "Settings", quiet: bool) -> None:
    """Write one page that a reader gets in the morning; every row is a click from its sentences.

    \b
    kg report -o landscape.html
    kg report --since 2025-03 -o landscape.html
    """
    from kg.store import open_store
    from kg.store.doctor import emptiness

    with open_store(settings) as store:
        articles = ask(store, "sources")
        since = since or max((str(row[0]) for row in articles.rows), default="")
        sections = _sections(store, since or "0001", articles)
        empty = "" if articles.rows else emptiness(store)
    lead = f"{len(articles.rows)} articles, news since {since or 'the beginning'}."
    write_report(Report(title, lead, sections), output)
    if not quiet:
        click.echo("\n".join(filter(None, (f"{output} written: {lead}", empty))), err=True)


def _sections(store: "Store", since: str, articles: Answer) -> list[Section]:
    few = lens(limit=_ROWS)
    rumours = lens(("rumoured", "speculative", "denied"), limit=_ROWS)
    money, people, events = ask(store, "funding"), ask(store, "migration"), _timeline(store)
    layers = ask(store, "concentration")  # One row a layer, so that the table needs no limit.
    return [
        Section("new", "What is new", [_asked(store, "changes", {"since": since}, few)]),
        Section(
            "dependence",
            "Who depends on whom",
            [_asked(store, "chokepoints", {"top": 12}, few), ("concentration", layers)],
            drawing=Drawing("layers", layers),
        ),
        Section("timeline", "What happened when", [events], drawing=Drawing("timeline", events[1])),
        Section("money", "Money", [("funding", _first(money)), _asked(store, "circular", {}, few)], _money(money)),
        Section("people", "People", [("migration", _first(people))], _people(people)),
        Section("rumours", "Rumours and what became of them", [_asked(store, "rumours", {}, rumours)]),
        Section("conflicts", "Rival claims", [_asked(store, "conflicts", {}, rumours)]),
        Section("sources", "Sources", [("sources", _first(articles))]),
    ]


def _asked(store: "Store", name: str, values: dict[str, Any], through: Lens) -> Asked:
    """An answer with the words that ask for it."""
    more = sorted(through.statuses - DEFAULT_STATUSES, key=rank)
    given = {**values, "include": ",".join(more)} if more else values
    words = [f"--{option} {shlex.quote(str(value))}" for option, value in given.items()]
    return " ".join([name, *words]), ask(store, name, values, through=through)


def _timeline(store: "Store") -> Asked:
    command, answer = _asked(store, "timeline", {}, lens(("rumoured", "denied")))
    return command, abridged(answer, _EVENTS)


def _first(answer: Answer) -> Answer:
    """The rows that a limit leaves, of an answer that is needed whole for something else; no table draws its graph."""
    rows = answer.rows[:_ROWS]
    notes = (*answer.notes, *cut_note(len(rows), len(answer.rows)))
    return replace(answer, rows=rows, claims=answer.claims[:_ROWS], notes=notes)


def _money(funding: Answer) -> Flow:
    """The largest amount told of each investor and receiver, in US dollars; what has no amount is in the table only."""
    largest: dict[tuple[str, str], float] = defaultdict(float)
    labels: dict[tuple[str, str], str] = {}
    for claim in (claim for claims in funding.claims for claim in claims):
        usd = claim.money.usd if claim.money else None
        if claim.predicate == "INVESTED_IN" and claim.object and usd and claim.modality in {"asserted", "planned"}:
            pair = (claim.subject.name, claim.object.name)
            if usd > largest[pair]:
                largest[pair], labels[pair] = usd, money_text(claim.money)
    return Flow("Investments told with an amount, in US dollars of the day.", _streams(largest, labels))


def _people(migration: Answer) -> Flow:
    """How many are told to have moved between each two; a group of people counts as one."""
    moves: dict[tuple[str, str], float] = defaultdict(float)
    for row in migration.rows:
        origin, target = str(row[1] or ""), str(row[2] or "")
        if origin and target:
            moves[origin, target] += 1
    return Flow("Moves of people told with where from and where to.", _streams(moves, {}))


def _streams(
    sizes: dict[tuple[str, str], float], labels: dict[tuple[str, str], str]
) -> list[tuple[str, str, float, str]]:
    ordered = sorted(sizes.items(), key=lambda pair: (-pair[1], pair[0]))[:40]
    return [(source, target, size, labels.get((source, target), f"{size:g}")) for (source, target), size in ordered]
