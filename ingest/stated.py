"""Money, dates and funding rounds of a text as mentions."""

from collections.abc import Iterator

from ingest.text import Mention
from ingest.values import dates, money, rounds
from kg.model import Language


def stated_values(text: str, lang: Language, published: str) -> Iterator[Mention]:
    """Mentions of types Money (value {"value","unit"}), Date (ISO, as precise as said) and Round (canonical name)."""
    for amount in money.find(text, lang):
        value = {"value": f"{amount.value:f}", "unit": amount.unit}
        yield Mention(amount.start, amount.end, amount.text, "Money", "value", value=value)
    for day in dates.find(text, lang, published):
        yield Mention(day.start, day.end, day.text, "Date", "value", value=day.value)
    for stage in rounds.find(text, lang):
        yield Mention(stage.start, stage.end, stage.text, "Round", "value", value=stage.value)
