"""Whether a confidence of 0.9 is right nine times in ten: a reliability table, and the scale that would make it so.

python -m bench.calibration ANNOTATED.jsonl... [--texts FOLDER] [--half a|b] [--fit]    --fit needs the extra `training`
"""

import argparse
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

from ingest.judge.confidence import logit, scales
from ingest.pipeline import extract
from kg.cli.annotated import article_of, read_annotated
from kg.score.match import match_article

EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)
Judged = list[tuple[float, bool]]


def judged(row: Mapping[str, Any]) -> Iterator[tuple[float, bool]]:
    """Confidence of every claim of an article that is right or wrong."""
    claims = [claim.record() for claim in extract(article_of(row)).claims]
    found, wrong = match_article(row, claims)
    yield from ((claims[j]["confidence"], True) for j in found.values())
    yield from ((claims[j]["confidence"], False) for j in wrong)


def table(lang: str, claims: Judged) -> None:
    """Print a row for each stretch of confidence."""
    for low, high in pairwise(EDGES):
        inside = [(sure, right) for sure, right in claims if low <= sure < high]
        if inside:
            mean, share = sum(s for s, _ in inside) / len(inside), sum(r for _, r in inside) / len(inside)
            print(f"| {lang} | {low:.1f}-{min(high, 1):.1f} | {len(inside)} | {mean:.2f} | {share:.2f} |")


def fit(lang: str, claims: Judged) -> None:
    """Print the scale under which these claims are as often right as they say."""
    from sklearn.linear_model import LogisticRegression

    scale = scales()[lang]
    raw = [[(logit(sure) - scale["shift"]) / scale["slope"]] for sure, _ in claims]
    model = LogisticRegression(C=1e6).fit(raw, [right for _, right in claims])
    print(f"{lang}: {{ slope: {model.coef_[0][0]:.2f}, shift: {model.intercept_[0]:.2f} }}")


def main() -> None:
    """Read the arguments and the articles."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("annotated", nargs="+", type=Path)
    parser.add_argument("--texts", type=Path)
    parser.add_argument("--half", choices=("a", "b"))
    parser.add_argument("--fit", action="store_true")
    given = parser.parse_args()
    claims: dict[str, Judged] = defaultdict(list)
    for row in read_annotated(given.annotated, given.texts, half=given.half):
        claims[row["lang"]] += judged(row)
    print("| language | confidence | claims | mean | right |", "| --- " * 5 + "|", sep="\n")
    for lang, found in sorted(claims.items()):
        (fit if given.fit else table)(lang, found)


if __name__ == "__main__":
    main()
