"""Who leaves and who joins: a move told only by its leaving says so, whoever saw it."""

import pytest

from ingest.pipeline import extract
from kg.model import Article, Language


def _moves(lang: Language, text: str) -> list[tuple[str, bool]]:
    claims = extract(Article("case", text, lang)).claims
    return [(c.object.mention, c.qualifiers.get("left", False)) for c in claims if c.predicate == "MOVED"]


@pytest.mark.parametrize(
    ("lang", "text", "moves"),
    [
        ("en", "Andrej Karpathy left OpenAI in February 2024.", [("OpenAI", True)]),
        ("en", "Orla Tennick quit the search giant Google last year.", [("Google", True)]),
        ("en", "Mira Murati's departure from OpenAI surprised many.", [("OpenAI", True)]),
        ("en", "John Schulman left OpenAI for Anthropic.", [("Anthropic", False)]),
        ("en", "Orla Tennick left to join Corvane Labs.", [("Corvane Labs", False)]),
        ("ja", "黒沢彩氏は2024年に東都計算機を退社した。", [("東都計算機", True)]),
        ("ja", "黒沢彩氏はGoogleの研究部門を離れ、OpenAIに移籍した。", [("OpenAI", False)]),
        ("zh", "陆启明日前离开了字节跳动。", [("字节跳动", True)]),
        ("zh", "陆启明从谷歌离职，加入澜序科技。", [("谷歌", True), ("澜序科技", False)]),
    ],
)
def test_a_move_says_whether_it_is_a_leaving(lang: Language, text: str, moves: list[tuple[str, bool]]) -> None:
    assert _moves(lang, text) == moves
