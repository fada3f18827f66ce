"""The trained recogniser of Chinese names, on names that nothing here holds."""

import pytest

from ingest.languages import analyser
from ingest.sentences import split_sentences
from ingest.text import VALUE_TYPES


def _named(text: str) -> set[str]:
    return {mention.text for mention in analyser("zh").analyse().names(split_sentences(text))}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("做机器人的穹海智能宣布完成B轮融资，由砺石资本领投。", {"穹海智能", "砺石资本"}),
        ("曾任职于谷歌的陆启明已加入澜序科技，负责模型训练。", {"陆启明", "澜序科技"}),
    ],
)
def test_unseen_names_are_recognised(text: str, names: set[str]) -> None:
    assert names <= _named(text)


@pytest.mark.parametrize(
    "text",
    [
        "市场普遍认为其估值过高，投资者保持观望。",
        "该模块支持 USB 和 API 接口，功率可达 1200W，尺寸为 3110mm。",
        "工业视觉、移动网络和电池技术的发展带来新的挑战。",
    ],
)
def test_common_words_and_quantities_are_no_names(text: str) -> None:
    assert _named(text) == set()


def test_a_name_of_common_words_with_the_ending_of_a_firm_may_be_one() -> None:
    assert "远方科技" in _named("做机器人的远方科技宣布完成B轮融资，由砺石资本领投。")


def test_names_lie_where_they_say() -> None:
    text = "今天没有新闻。\n穹海智能宣布完成B轮融资，由砺石资本领投。"
    for mention in analyser("zh").analyse().names(split_sentences(text)):
        assert text[mention.start : mention.end] == mention.text
        assert mention.type not in VALUE_TYPES
        assert mention.how == "ner"
