"""`kg ask`: a plain question in English, Japanese or Chinese, by a fixed grammar."""

from typing import TYPE_CHECKING, Any

import click

from kg.cli.answering import LENS, answering_command, show
from kg.query import Lens, View, ask, lens
from kg.query.plain import understand

if TYPE_CHECKING:
    from kg.answer import Answer
    from kg.config import Settings
    from kg.store import Store


def _run(
    *,
    settings: "Settings",
    question: tuple[str, ...],
    include: str,
    as_of: str,
    min_confidence: float,
    limit: int | None,
    **output: Any,
) -> None:
    def answer(store: "Store") -> "Answer":
        understood = understand(View(store, Lens()), " ".join(question))
        if not output["quiet"]:
            click.echo(f"Understood as: kg query {understood.command}", err=True)
        through = lens([*include.split(","), *understood.include], as_of or understood.as_of, min_confidence, limit)
        return ask(store, understood.question, understood.values, through=through)

    show(settings, answer, **output)


ask_command = answering_command(
    "ask",
    _run,
    [click.Argument(["question"], nargs=-1, required=True), *LENS],
    """Ask a plain question in English, Japanese or Chinese; the question of the table that was understood is shown.

    \b
    kg ask "Who depends on NVIDIA?"
    kg ask "エヌビディアに依存しているのは？"
    kg ask "谁投资了Anthropic？" --explain
    """,
)
