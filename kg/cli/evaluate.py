"""kg eval: extraction scored against annotated articles."""

import hashlib
import json
from pathlib import Path
from typing import Any

import click

from ingest.parallel import extract_all
from kg.cli.reading import jobs_option
from kg.errors import SourceError
from kg.model import Article, dump_line
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
    rows = [row for path in gold for row in _rows(path, texts) if _chosen(row, lang, half)]
    articles = (
        Article(row["id"], row["text"], row["lang"], row.get("title", ""), published=row.get("published", ""))
        for row in rows
    )
    extractions = list(extract_all(articles, jobs, on_reject=_fail))
    report = score(
        rows,
        (c.record() for e in extractions for c in e.claims),
        (m.record() for e in extractions for m in e.mentions),
    )
    if errors:
        errors.write_text("".join(map(dump_line, report.errors)), encoding="utf-8")
    click.echo(json.dumps(_figures(report), sort_keys=True) if as_json else _table(report))


def _fail(error: SourceError) -> None:
    """A score of the other articles would say too much."""
    raise error


def _chosen(row: dict[str, Any], lang: str | None, half: str | None) -> bool:
    """Whether an article is scored; its half never changes, so that rules are tuned on one and judged on the other."""
    return lang in (None, row["lang"]) and half in (None, in_half(row["id"]))


def in_half(article: str) -> str:
    """The half, a or b, that an article is in."""
    return "ab"[hashlib.sha256(article.encode()).digest()[0] % 2]


def _rows(path: Path, texts: Path | None) -> list[dict[str, Any]]:
    rows = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except json.JSONDecodeError as error:
            raise SourceError(f"{path}:{number}", f"not JSON ({error.msg})", "mend or remove the line") from error
        if "text" not in row and texts and (file := texts / f"{row['id']}.txt").exists():
            row["text"] = file.read_text(encoding="utf-8")
        if "text" in row:
            rows.append(row)
        else:
            click.echo(f"{row['id']}: no text; left out (--texts names a folder with {row['id']}.txt)", err=True)
    return rows


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
