"""Dates and texts in one form, whatever they were."""

from datetime import UTC, date, datetime
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.sources.normalise import clean_line, clean_text, iso_date

DAYS = st.dates(date(1970, 1, 1), date(2099, 12, 31))
WRITTEN = (
    "{0:%Y-%m-%d}", "{0:%Y/%m/%d}", "{0:%Y.%m.%d}", "{0.year}年{0.month}月{0.day}日", "{0.year}/{0.month}/{0.day}",
    "{0:%Y-%m-%d}T23:59:59Z", "{0:%Y-%m-%d} 00:00:00+09:00", "{0:%B %d, %Y}", "{0:%b %d, %Y}", "{0:%d %B %Y}",
    "{0:%d %b %Y}", "{0:%b}. {0.day}, {0.year}", " {0:%Y-%m-%d}\n",
)  # fmt: skip


@given(DAYS, st.sampled_from(WRITTEN))
def test_day_is_read_in_any_usual_form(day: date, form: str) -> None:
    assert iso_date(form.format(day)) == day.isoformat()


@given(DAYS)
def test_mail_date_is_read(day: date) -> None:
    at = datetime(day.year, day.month, day.day, 23, 30, tzinfo=UTC)
    assert iso_date(format_datetime(at)) == day.isoformat()


@given(DAYS)
def test_date_is_as_precise_as_it_is_written(day: date) -> None:
    month = f"{day:%Y-%m}"
    assert iso_date(f"{day:%Y}") == f"{day:%Y}"
    forms = (month, f"{day.year}年{day.month}月", f"{day:%B %Y}", f"{day:%b. %Y}")
    assert {iso_date(form) for form in forms} == {month}


@given(st.text())
def test_date_is_iso_or_none_and_stays(text: str) -> None:
    found = iso_date(text)
    assert found == "" or date.fromisoformat(f"{found}-01-01"[:10])
    assert iso_date(found) == found


@pytest.mark.parametrize(
    "text", ["", "soon", "2025-13-01", "2025-02-30", "99 Nevember", "1234567", "0000-00-00", "20250230"]
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert iso_date(text) == ""


@given(st.text())
def test_clean_text_is_clean_already(text: str) -> None:
    cleaned = clean_text(text)
    assert clean_text(cleaned) == cleaned
    assert cleaned == cleaned.strip()
    assert "\r" not in cleaned
    assert "\ufeff" not in cleaned
    cleaned.encode()


@given(st.text(st.characters(codec="utf-8", categories=["L", "N", "P"]), min_size=1))
def test_clean_text_keeps_letters_digits_and_points(text: str) -> None:
    assert clean_text(text) == text


@given(st.text(), st.sampled_from(["\r\n", "\r", "\x0c", "\u2028"]))
def test_clean_text_knows_one_line_end(text: str, end: str) -> None:
    assert clean_text(f"a{end}{text}") == clean_text(f"a\n{text}")


@given(st.text())
def test_clean_line_is_one_line(text: str) -> None:
    line = clean_line(text)
    assert len(line.splitlines()) <= 1
    assert clean_line(line) == line
