"""The language of a text: by script, by what it declares, and none where it is not ours."""

import pytest

from ingest.language import detect
from ingest.script import one_script
from kg.model import Language

CASES = [
    ("Tarnbeck said on Monday that it would build a plant.", "", "en"),
    ("青嶺電算は新しいモデルを公開した。", "", "ja"),
    ("蓝岩半导体宣布完成新一轮融资。", "", "zh"),
    ("藍岩半導體宣布完成新一輪融資。", "", "zh"),
    ("経済産業省、半導体支援拡充検討", "", "ja"),
    ("半導体大手提携発表", "ja", "ja"),
    ("新型芯片发布", "zh-CN", "zh"),
    ("蓝岩半导体宣布完成新一轮融资。", "en", "zh"),
    ("Die Firma hat am Montag ein neues Werk in der Stadt eröffnet.", "", None),
    ("Компания сообщила о новом заводе в понедельник.", "", None),
    ("회사는 월요일에 새로운 공장을 발표했다.", "", None),
    ("1234 5678", "", None),
]


@pytest.mark.parametrize(("text", "declared", "language"), CASES)
def test_language(text: str, declared: str, language: str | None) -> None:
    assert detect(text, declared) == language


@pytest.mark.parametrize(
    ("lang", "text", "read"),
    [
        ("zh", "兴发(600141)公告,拟增资:", "兴发（600141）公告，拟增资："),
        ("zh", "OpenAI, Google和Meta投资1,000亿元,同比+3%", "OpenAI, Google和Meta投资1,000亿元，同比+3%"),
        ("ja", "タルガ(東京都),ノードが1,000億円を出資!", "タルガ（東京都）、ノードが1,000億円を出資！"),
        ("ja", "GPT (OpenAI) は新しい", "GPT (OpenAI) は新しい"),
        ("en", "Fennick (北京), a maker", "Fennick (北京), a maker"),
    ],
)
def test_narrow_marks_beside_east_asian_characters_are_read_as_wide_ones(lang: Language, text: str, read: str) -> None:
    assert one_script(text, lang) == read
