"""Amounts in US dollars at the rate of their day, from tables that come with the project: no network."""

import warnings
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

from currency_converter import CurrencyConverter

from ontology.read import ROOT, read_yaml

_STALE_DAYS = 366


def in_usd(value: float, unit: str, on: str = "") -> float | None:
    """An amount of the currency `unit` (ISO 4217) in US dollars, to the cent; None where no rate is known.

    `on` is an ISO date, as precise as known: a year or month counts as its middle, "" or a day after the last rate as
    the last rate. A table that ended more than a year before `on` gives nothing.
    """
    currency = _rates()["same"].get(unit.upper(), unit.upper())
    if currency == "USD":
        return round(float(value), 2)
    day = _day(on)
    factor = _from_ecb(currency, day) or _from_year(currency, day)
    return None if factor is None else round(float(value) * factor, 2)


def _day(on: str) -> date | None:
    middle = {4: f"{on}-07-01", 7: f"{on}-15"}.get(len(on), on[:10])
    try:
        return date.fromisoformat(middle)
    except ValueError:
        return None


@cache
def _converter() -> CurrencyConverter:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return CurrencyConverter(fallback_on_missing_rate=True, fallback_on_wrong_date=True)


@cache
def _rates() -> Mapping[str, Any]:
    rates: Mapping[str, Any] = read_yaml(ROOT / "values" / "rates.yaml")
    return rates


def _from_ecb(currency: str, day: date | None) -> float | None:
    converter = _converter()
    if currency not in converter.currencies:
        return None
    last = converter.bounds[currency].last_date
    if ((day or converter.bounds["USD"].last_date) - last).days > _STALE_DAYS:
        return None
    return float(converter.convert(1.0, currency, "USD", date=day or last))


def _from_year(currency: str, day: date | None) -> float | None:
    """By the average of the year; the nearest year where the table lacks it."""
    by_year = _rates()["per_dollar"].get(currency)
    if not by_year:
        return None
    wanted = day.year if day else max(by_year)
    nearest = min(by_year, key=lambda year: (abs(year - wanted), -year))
    return 1 / float(by_year[nearest])
