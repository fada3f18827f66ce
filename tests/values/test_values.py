"""Money, dates and rounds in three languages: cases, and amounts that come back as they were written."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.values import dates, money, rounds
from kg.model import Language
from ontology.read import read_yaml

CASES: dict[str, Any] = read_yaml(Path(__file__).parent / "cases.yaml")
PUBLISHED = "2026-03-11"
ENGLISH = {"k": 3, "m": 6, " million": 6, "bn": 9, " billion": 9, "tn": 12, " trillion": 12}
JAPANESE = {"万": 4, "億": 8, "兆": 12}
CHINESE = {"万": 4, "亿": 8, "億": 8, "万亿": 12}


@pytest.mark.parametrize(("lang", "text", "amounts"), CASES["money"])
def test_money(lang: Language, text: str, amounts: list[str]) -> None:
    assert [f"{m.value:f} {m.unit} {m.bound}" for m in money.find(text, lang)] == amounts


@pytest.mark.parametrize(("lang", "text", "values"), CASES["dates"])
def test_dates(lang: Language, text: str, values: list[str]) -> None:
    assert [m.value for m in dates.find(text, lang, PUBLISHED)] == values


@pytest.mark.parametrize(("lang", "text", "values"), CASES["rounds"])
def test_rounds(lang: Language, text: str, values: list[str]) -> None:
    assert [m.value for m in rounds.find(text, lang)] == values


@given(st.integers(1, 99999), st.integers(0, 2), st.sampled_from(sorted(ENGLISH)))
def test_english_amount_comes_back(digits: int, places: int, scale: str) -> None:
    number = Decimal(digits).scaleb(-places)
    _comes_back(f"It paid ${number:,f}{scale} for it.", "en", number.scaleb(ENGLISH[scale]), "USD")


@given(st.integers(1, 99999), st.integers(0, 2), st.sampled_from(sorted(JAPANESE)))
def test_japanese_amount_comes_back(digits: int, places: int, scale: str) -> None:
    number = Decimal(digits).scaleb(-places)
    _comes_back(f"同社は{number:,f}{scale}円を投じた。", "ja", number.scaleb(JAPANESE[scale]), "JPY")


@given(st.integers(1, 99999), st.integers(0, 2), st.sampled_from(sorted(CHINESE)))
def test_chinese_amount_comes_back(digits: int, places: int, scale: str) -> None:
    number = Decimal(digits).scaleb(-places)
    _comes_back(f"公司投入{number:f}{scale}美元。", "zh", number.scaleb(CHINESE[scale]), "USD")


@given(
    st.integers(1, 9999), st.integers(1, 9999), st.sampled_from([("ja", "兆", "億", "円"), ("zh", "亿", "万", "元")])
)
def test_amount_of_two_scales_comes_back(high: int, low: int, form: tuple[Language, str, str, str]) -> None:
    lang, big, small, currency = form
    value = Decimal(high * 10**4 + low).scaleb({"億": 8, "万": 4}[small])
    _comes_back(f"{high}{big}{low}{small}{currency}。", lang, value, {"円": "JPY", "元": "CNY"}[currency])


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))  # the years that dates.yaml reads
def test_day_comes_back(day: date) -> None:
    texts: dict[Language, str] = {
        "en": f"on {day:%B} {day.day}, {day.year}.",
        "ja": f"{day.year}年{day.month}月{day.day}日に発表した。",
        "zh": f"{day.year}年{day.month}月{day.day}日发布。",
    }
    for lang, text in texts.items():
        assert [m.value for m in dates.find(text, lang, PUBLISHED)] == [day.isoformat()]


def _comes_back(text: str, lang: Language, value: Decimal, unit: str) -> None:
    assert [(m.value, m.unit) for m in money.find(text, lang)] == [(value, unit)]
