"""What is new: statuses that changed between two days, and the articles that said so."""

from collections import defaultdict

from kg.answer import Citation, Node
from kg.query.question import Found, Parameter, Question, Row
from kg.query.records import canonical, derived
from kg.query.view import View
from kg.query.words import claim_text, voices

_CHANGES = ("what", "before", "after", "said", "by")
_SOURCES = ("published", "article", "publisher", "lang", "asserted", "planned", "rumoured", "other")


def changes(view: View, *, since: str, until: str | None) -> Found:
    """Statements that are new or have another status at the end of `until` than before `since`."""
    end = f"{until}~" if until else "~"
    fresh = [claim for claim in view.claims(since=since) if claim.said <= end]
    known = view.claims({c.predicate for c in fresh}, about={c.subject.id for c in fresh}) if fresh else []
    groups: dict[tuple[str, str, str], list[Citation]] = defaultdict(list)
    for claim in known:
        if claim.said <= end:
            groups[canonical(claim)].append(claim)
    rows = []
    for triple in dict.fromkeys(canonical(claim) for claim in fresh):
        before = [claim for claim in groups[triple] if claim.said < since]
        old = derived(before).status if before else ""
        new = derived(groups[triple])
        if old != new.status and new.status in view.lens.statuses and new.confidence >= view.lens.confidence:
            rows.append(_change(old, new.status, [claim for claim in groups[triple] if claim.said >= since]))
    return Found(f"What changed since {since}" + (f" until {until}" if until else ""), _CHANGES, rows)


def sources(view: View, *, about: Node | None) -> Found:
    """The articles, newest first, with how many claims of which modality each makes."""
    by_article: dict[str, list[Citation]] = defaultdict(list)
    told = view.claims(about=[about.id] if about else None, roles=("SUBJECT", "OBJECT", "FROM"))
    for claim in view.seen(told):
        by_article[claim.article].append(claim)
    rows = [_source(claims) for _, claims in sorted(by_article.items())]
    title = "Articles" + (f" about {about.name}" if about else "")
    return Found(title, _SOURCES, sorted(rows, key=lambda row: str(row.cells[0]), reverse=True))


def _change(old: str, new: str, claims: list[Citation]) -> Row:
    told = max(claims, key=lambda claim: (claim.modality == new, claim.said, claim.id))
    return Row((claim_text(told), old or "(new)", new, told.said, voices(claims)), claims=tuple(claims))


def _source(claims: list[Citation]) -> Row:
    first = claims[0]
    modalities = [claim.modality for claim in claims]
    cells = [first.said, first.title or first.article, first.publisher, first.lang]
    counts = [modalities.count(name) for name in ("asserted", "planned", "rumoured")]
    return Row((*cells, *counts, len(claims) - sum(counts)), claims=tuple(claims))


CHANGES = Question(
    name="changes",
    help="What is new, or has another status, since a day.",
    function=changes,
    example="changes --since 2025-03 --until 2025-06",
    options=(
        Parameter("since", "The first day that counts.", "date", required=True),
        Parameter("until", "The last day that counts.", "date"),
    ),
)
SOURCES = Question(
    name="sources",
    help="Which articles the graph stands on, and how much each says.",
    function=sources,
    example="sources --about OpenAI",
    options=(Parameter("about", "Only what is about this entity."),),
)
