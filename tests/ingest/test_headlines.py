"""Headlines in title case are read in small letters; names and ordinary sentences stay as they are."""

import pytest

from ingest.headlines import in_sentence_case
from tests.patterns import read_example


@pytest.mark.parametrize(
    ("marked", "read"),
    [
        (
            "[Tarnbeck|Company] Raises New Funding Led by [Oakden Ventures|Investor]",
            "Tarnbeck raises new funding led by Oakden Ventures",
        ),
        ("[Tarnbeck|Company] raised new funding in Leeds.", "Tarnbeck raised new funding in Leeds."),
        ("[Tarnbeck|Company] Hires", "Tarnbeck Hires"),
    ],
)
def test_title_case_is_read_as_a_sentence(marked: str, read: str) -> None:
    assert in_sentence_case(read_example("en", "case", "case", True, marked).sentence).text == read
