"""Writes places.yaml: each country with its English, Japanese and Chinese names, from CLDR and countries.yaml."""

import re
from pathlib import Path
from typing import Any

import yaml
from babel import Locale

from ontology.fold import slug

HERE = Path(__file__).parent
HEAD = """\
# Countries and territories, written by build_places.py from CLDR (Unicode License v3) and countries.yaml: change
# those. Cities, states and regions are in places_extra.yaml.
"""
_NOT_LISTED = "AC AQ BQ BV CC CP CQ CX DG EA EU EZ GS HM IC IO MF NF PN QO SH SJ TA TF TK UM UN XA XB ZZ"


def country(code: str, extra: dict[str, Any]) -> dict[str, Any]:
    """One lexicon entry; where countries.yaml names the country, its names also precede CLDR's in each language."""
    cldr = {locale: str(Locale.parse(locale).territories[code]) for locale in ("en", "ja", "zh_Hans", "zh_Hant")}
    name = extra.get("name") or cldr["en"].replace("’", "'").replace(" & ", " and ").replace("St. ", "Saint ")
    row: dict[str, Any] = {"id": f"place:{slug(name)}", "name": name, "type": "Place", "code": code}
    for lang, names in {"en": [], "ja": [cldr["ja"]], "zh": [cldr["zh_Hans"], cldr["zh_Hant"]]}.items():
        more = list(extra.get(lang, []))
        if kept := [n for n in dict.fromkeys(more + names if "name" in extra else names + more) if n != name]:
            row[lang] = kept
    return row | {key: extra[key] for key in ("short", "adjective", "common") if key in extra}


def build() -> str:
    """The text of places.yaml, sorted by name; raises KeyError for a code of countries.yaml that CLDR lacks."""
    extras = yaml.safe_load((HERE / "countries.yaml").read_text(encoding="utf-8"))
    codes = {str(code) for code in Locale.parse("en").territories if re.fullmatch("[A-Z]{2}", str(code))}
    rows = [country(code, extras.get(code, {})) for code in (codes - set(_NOT_LISTED.split())) | set(extras)]
    return HEAD + "".join(f"- {_flow(row)}\n" for row in sorted(rows, key=lambda row: str(row["name"])))


def _flow(row: dict[str, Any]) -> str:
    text = str(yaml.safe_dump(row, default_flow_style=True, sort_keys=False, allow_unicode=True, width=10**6))
    return re.sub(r"'(place:[\w-]+)'", r"\1", text.strip())


if __name__ == "__main__":
    (HERE / "places.yaml").write_text(build(), encoding="utf-8")
