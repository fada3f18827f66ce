"""The trained recognisers of names, on names that nothing here holds."""

import pytest

from ingest.languages import analyse
from ingest.pipeline import extract
from ingest.sentences import split_sentences
from ingest.text import VALUE_TYPES
from kg.model import Article, Language


def _named(text: str, lang: Language = "zh") -> set[str]:
    return {mention.text for mention in analyse(lang).names(split_sentences(text))}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Brightvane had agreements with Sorrelcom and Kestler Foods.", {"Brightvane", "Sorrelcom", "Kestler Foods"}),
        ("Gorsey Mining, Ltd. was opened in Ghent by Ada Velt.", {"Gorsey Mining, Ltd", "Ghent", "Ada Velt"}),
        ("The Marlin Ferry Company sold its ships to Ostvik Lines.", {"Marlin Ferry Company", "Ostvik Lines"}),
        ("In 1987 Averbeck left the Institute of Marine Acoustics.", {"Averbeck", "Institute of Marine Acoustics"}),
    ],
)
def test_unseen_english_names_are_recognised(text: str, names: set[str]) -> None:
    assert names <= _named(text, "en")


@pytest.mark.parametrize(
    "text",
    [
        "Denials have followed, and seldom have they been so brief.",
        "Spectators said that the API was slow. Substrates for it are short.",
        "Similar companies pay less. Below them stand the poor.",
    ],
)
def test_english_words_that_begin_a_sentence_are_no_names(text: str) -> None:
    assert _named(text, "en") == set()


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
    ("text", "names"),
    [
        ("半導体商社の東都計算機は、VELTRIXの加速器「K9」を採用した。", {"東都計算機", "VELTRIX"}),
        ("元アルゴス社の高瀬美緒氏が、ノヴァリスの最高技術責任者に就いた。", {"高瀬美緒", "ノヴァリス"}),
        ("ほしかぜ証券が運営する投資会社から2億円を調達した。", {"ほしかぜ証券"}),
    ],
)
def test_unseen_japanese_names_are_recognised(text: str, names: set[str]) -> None:
    assert names <= _named(text, "ja")


@pytest.mark.parametrize(
    "text",
    [
        "生成AIの市場は急速に拡大している。",
        "消費電力は1200Wで、重さは3kgだという。",
        "同社は今後の方針について明らかにしていない。",
    ],
)
def test_japanese_words_and_quantities_are_no_names(text: str) -> None:
    assert _named(text, "ja") == set()


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


@pytest.mark.parametrize(
    ("text", "name", "parts"),
    [
        ("他毕业于西安电子科技大学，后来去了深圳。", "西安电子科技大学", {"西安", "电子科技"}),
        ("论文第一作者来自北京穹海智能研究院。", "北京穹海智能研究院", {"北京", "穹海智能"}),
        ("公司主体上海穹海智能科技有限公司已经成立。", "上海穹海智能科技有限公司", {"上海", "穹海智能"}),
        ("她在华东师范大学计算机学院任教。", "华东师范大学", {"华东", "计算机学院"}),
    ],
)
def test_name_of_an_institution_is_one_with_the_names_in_it(text: str, name: str, parts: set[str]) -> None:
    found = {form for mention in extract(Article("case", text, "zh")).mentions for form in mention.mentions}
    assert name in found
    assert not parts & found


@pytest.mark.parametrize("text", ["她在大学里学的是数学。", "北京初创公司澜序科技周三宣布裁员。"])
def test_kind_of_institution_is_no_name_of_one(text: str) -> None:
    assert not any(name.endswith(("大学", "初创公司")) for name in _named(text))


def test_names_lie_where_they_say() -> None:
    text = "今天没有新闻。\n穹海智能宣布完成B轮融资，由砺石资本领投。"
    for mention in analyse("zh").names(split_sentences(text)):
        assert text[mention.start : mention.end] == mention.text
        assert mention.type not in VALUE_TYPES
        assert mention.how == "ner"
