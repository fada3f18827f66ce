"""kg eval: extraction scored against annotated articles."""

import json
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import click

from ingest.parallel import extract_all
from kg.cli.annotated import article_of, read_annotated
from kg.cli.reading import jobs_option
from kg.errors import SourceError
from kg.export.writing import writing
from kg.model import dump_line
from kg.score import Report, score


@click.command()
@click.argument("gold", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--texts",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Folder with ID.txt of every article whose text is not in GOLD.",
)
@click.option("--lang", type=click.Choice(["en", "ja", "zh"]), help="Only articles of this language.")
@click.option("--half", type=click.Choice(["a", "b"]), help="Only half of the articles, by a hash of their ids.")
@click.option("--errors", type=click.Path(path_type=Path), help="File for every missed and every wrong claim.")
@jobs_option
@click.option("--json", "as_json", is_flag=True, help="The figures as JSON.")
def evaluate(
    gold: tuple[Path, ...],
    texts: Path | None,
    lang: str | None,
    half: str | None,
    errors: Path | None,
    jobs: int,
    as_json: bool,
) -> None:
    """Extract the articles of GOLD (JSON Lines) and print precision, recall, F1, modality and entity scores.

    \b
    kg eval dev_en.jsonl --errors errors.jsonl
    kg eval dev_en.jsonl --half a
    """  # fmt: skip
    rows = list(read_annotated(gold, texts, lang=lang, half=half))
    with writing(errors) if errors else nullcontext() as file:
        extractions = list(extract_all(map(article_of, rows), jobs, on_reject=_fail))
        report = score(
            rows,
            (c.record() for e in extractions for c in e.claims),
            (m.record() for e in extractions for m in e.mentions),
        )
        if file:
            file.writelines(map(dump_line, report.errors))
    click.echo(json.dumps(_figures(report), sort_keys=True) if as_json else _table(report))


def _fail(error: SourceError) -> None:
    """A score of the other articles would say too much."""
    raise error


def _figures(report: Report) -> dict[str, Any]:
    def figures(tally: Any) -> dict[str, float]:
        return {k: round(getattr(tally, k), 4) for k in ("precision", "recall", "f1", "modality")}

    entities = report.entities
    return {
        **figures(report.total),
        "languages": {k: figures(v) for k, v in sorted(report.languages.items())},
        "relations": {k: figures(v) for k, v in sorted(report.relations.items())},
        "entities": {
            "precision": round(entities.precision, 4),
            "recall": round(entities.recall, 4),
            "type": round(entities.type_right, 4),
        },
    }


def _table(report: Report) -> str:
    lines = [f"{'':<18}{'P':>7}{'R':>7}{'F1':>7}{'mod':>7}{'gold':>7}"]
    groups = sorted(report.relations.items(), key=lambda kv: (-kv[1].found - kv[1].missed, kv[0]))
    for name, tally in [*groups, *sorted(report.languages.items()), ("all", report.total)]:
        figures = (tally.precision, tally.recall, tally.f1, tally.modality)
        lines.append(f"{name:<18}" + "".join(f"{f:7.2f}" for f in figures) + f"{tally.found + tally.missed:7d}")
    e = report.entities
    lines.append(
        f"entities          {e.precision:7.2f}{e.recall:7.2f}   type right {e.type_right:.2f} of {e.annotated}"
    )
    confusion = ", ".join(f"{g}→{s} {n}" for (g, s), n in report.confusion.most_common(6))
    return "\n".join([*lines, f"modality errors   {confusion}"] if confusion else lines)
