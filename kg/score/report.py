"""Precision, recall and F1 of claims, modality, and entities, in all, by language and by relation."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from kg.score.match import match_article, required
from kg.score.names import GoldNames, fold

Record = Mapping[str, Any]


@dataclass
class Tally:
    """Counts of one group of claims: found, wrong, missed, and found with the right modality."""

    found: int = 0
    wrong: int = 0
    missed: int = 0
    modality_right: int = 0

    @property
    def precision(self) -> float:
        return _share(self.found, self.found + self.wrong)

    @property
    def recall(self) -> float:
        return _share(self.found, self.found + self.missed)

    @property
    def f1(self) -> float:
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if p + r else 0.0

    @property
    def modality(self) -> float:
        return _share(self.modality_right, self.found)


@dataclass
class Entities:
    """Counts of entities: annotated, of these found, of these with the right type; said, of these right."""

    annotated: int = 0
    found: int = 0
    typed: int = 0
    said: int = 0
    right: int = 0

    @property
    def precision(self) -> float:
        return _share(self.right, self.said)

    @property
    def recall(self) -> float:
        return _share(self.found, self.annotated)

    @property
    def type_right(self) -> float:
        return _share(self.typed, self.found)


@dataclass
class Report:
    """The scores of a run over annotated articles; `errors` lists every missed and every wrong claim."""

    total: Tally = field(default_factory=Tally)
    languages: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    relations: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    entities: Entities = field(default_factory=Entities)
    confusion: Counter[tuple[str, str]] = field(default_factory=Counter)
    errors: list[dict[str, Any]] = field(default_factory=list)


def score(gold: Iterable[Record], claims: Iterable[Record], mentions: Iterable[Record]) -> Report:
    """Score claim and mention records (as `kg extract` writes them) against annotated articles."""
    said = _by_article(_distinct(claims))
    named = _by_article(mentions)
    report = Report()
    for row in gold:
        _score_claims(row, said.get(row["id"], []), report)
        _score_entities(row, named.get(row["id"], []), report.entities)
    return report


def _score_claims(row: Record, predictions: Sequence[Record], report: Report) -> None:
    found, wrong = match_article(row, predictions)
    for i, claim in enumerate(required(row)):
        tallies = (report.total, report.languages[row["lang"]], report.relations[claim["p"]])
        if i not in found:
            report.errors.append({"article": row["id"], "kind": "missed", **claim})
            for tally in tallies:
                tally.missed += 1
            continue
        given = predictions[found[i]].get("modality")
        if given != claim["modality"]:
            report.confusion[claim["modality"], str(given)] += 1
        for tally in tallies:
            tally.found += 1
            tally.modality_right += given == claim["modality"]
    for j in wrong:
        report.errors.append({"article": row["id"], "kind": "wrong", **predictions[j]})
        for tally in (report.total, report.languages[row["lang"]], report.relations[predictions[j]["predicate"]]):
            tally.wrong += 1


def _score_entities(row: Record, mentions: Sequence[Record], tally: Entities) -> None:
    names = GoldNames(row)
    found: dict[int, Record] = {}
    for mention in mentions:
        means = names.entities([mention["name"], *mention.get("mentions", ())])
        tally.said += 1
        tally.right += bool(means)
        for index in means:
            found.setdefault(index, mention)
    tally.annotated += len(row["entities"])
    tally.found += len(found)
    tally.typed += sum(row["entities"][index]["type"] == mention["type"] for index, mention in found.items())


def _distinct(claims: Iterable[Record]) -> Iterable[Record]:
    """Claims without those that an article makes twice."""
    seen = set()
    for claim in claims:
        subject, object_ = claim["subject"], claim["object"]
        key = (
            claim["article"],
            fold(subject.get("name") or subject.get("mention")),
            claim["predicate"],
            fold(object_.get("name") or object_.get("value") or object_.get("mention")),
            claim.get("modality"),
        )
        if key not in seen:
            seen.add(key)
            yield claim


def _by_article(records: Iterable[Record]) -> dict[str, list[Record]]:
    grouped: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        grouped[record["article"]].append(record)
    return grouped


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
