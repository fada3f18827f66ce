"""What a page shows, as plain JSON: from the graph or from an answer, in one shape."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from kg.answer import KNOWN, Answer, Citation, Node
from kg.export.graph import Landscape, Record, triple_of
from kg.output.cells import is_control, web_address
from ontology.lexicon import load_lexicon
from ontology.load import LANGUAGES, load_ontology

_QID = re.compile(r"Q[1-9][0-9]*")
_CLAIM_KEYS = (
    "id", "article", "subject", "predicate", "object", "modality", "confidence", "said", "date", "round", "role",
    "speaker", "from", "left", "amount_value", "amount_unit", "text",
)  # fmt: skip
_EDGE_KEYS = (
    "subject", "predicate", "object", "status", "confidence", "first_said", "last_said", "amount_usd", "contested",
    "sources",
)  # fmt: skip
_DASHES: Mapping[str, list[int]] = {
    "planned": [14, 6],
    "rumoured": [7, 6],
    "speculative": [2, 6],
    "ended": [14, 5, 2, 5],
    "denied": [4, 3],
    KNOWN: [1, 5],
}
_KNOWN_LABEL = {"en": "known, no article", "ja": "既知(記事なし)", "zh": "已知（无文章）"}
_KNOWN_COLOR = "#9a9a9a"


@dataclass(frozen=True)
class Page:
    """Everything on a page; `relations` refer to `entities` and `claims` by id, claims to `articles`.

    `events` are those of a timeline, which are drawn in place of relations; `undrawn` are entities that claims name and
    no drawing holds.
    """

    title: str
    notes: tuple[str, ...]
    entities: tuple[Record, ...]
    relations: tuple[Record, ...]
    claims: tuple[Record, ...]
    articles: tuple[Record, ...]
    table: Record | None = None
    events: tuple[Record, ...] = ()
    undrawn: tuple[Record, ...] = ()

    def graph(self) -> dict[str, Any]:
        """What is drawn and listed, with the words and colours of the ontology that it needs."""
        ontology = load_ontology()
        types = {entity["type"] for entity in self.entities}
        predicates = {statement["predicate"] for statement in (*self.relations, *self.claims)}
        statuses = {claim["modality"] for claim in self.claims} | {r["status"] for r in self.relations}
        size = [len(rows) for rows in (self.entities, self.relations, self.claims, self.articles)]
        return {
            "summary": ["{:,} entities, {:,} links, {:,} claims, {:,} articles".format(*size), *self.notes],
            "entities": self.entities,
            "relations": self.relations,
            "table": self.table,
            "events": self.events or None,
            "undrawn": [{"id": entity["id"], "names": entity["names"]} for entity in self.undrawn],
            "types": [
                {"id": name, "label": dict(type_.label), "color": type_.color}
                for name, type_ in ontology.types.items()
                if name in types
            ],
            "predicates": [
                {"id": name, "label": dict(relation.label)}
                for name, relation in ontology.relations.items()
                if name in predicates
            ],
            "modalities": _modalities(statuses),
        }

    def evidence(self) -> dict[str, Any]:
        """What is read when somebody asks why: claims with their sentences, and where they stand."""
        return {"claims": self.claims, "articles": self.articles}


def page_of_landscape(landscape: Landscape, title: str) -> Page:
    """The entities of a landscape that stand in some relation or claim, and a note of what a limit left out."""
    behind = landscape.claims_of()
    used = {edge[end] for edge in landscape.edges for end in ("subject", "object")}
    used |= {claim["subject"] for claim in landscape.claims.values()}
    return Page(
        title=caption(title),
        notes=limit_note(len(landscape.entities), landscape.found),
        entities=tuple(_entity(row) for key, row in landscape.entities.items() if key in used),
        relations=tuple(
            _relation(edge, [c["id"] for c in behind.get(triple_of(edge), ())]) for edge in landscape.edges
        ),
        claims=tuple(_claim(claim) for claim in landscape.claims.values()),
        articles=tuple(_article(article) for article in landscape.articles.values()),
    )


def page_of_answer(answer: Answer) -> Page:
    """An answer's subgraph with its rows."""
    cited = answer.evidence
    return Page(
        title=caption(answer.title),
        notes=answer.notes,
        entities=tuple(_entity(_named(node)) for node in answer.graph.nodes),
        relations=tuple(
            _relation({**asdict(edge), "subject": edge.subject.id, "object": edge.object.id}, edge.evidence)
            for edge in answer.graph.edges
        ),
        claims=tuple(_claim(_cited(citation)) for citation in cited.values()),
        articles=tuple({c.article: _article({**asdict(c), "id": c.article}) for c in cited.values()}.values()),
        table={
            "columns": list(answer.columns),
            "rows": [list(row) for row in answer.rows],
            "claims": [[claim.id for claim in claims] for claims in answer.claims],
        },
    )


def limited(page: Page, most: int) -> Page:
    """A page that draws no more than so many entities, the best-connected; its claims and rows stay.

    Who has no link to another of these is left out as well.
    """
    if len(page.entities) <= most:
        return page
    degree: Counter[str] = Counter()
    claims: Counter[str] = Counter()
    for relation, end in ((relation, relation[end]) for relation in page.relations for end in ("subject", "object")):
        degree[end] += 1
        claims[end] += len(relation["claims"])
    order = sorted((entity["id"] for entity in page.entities), key=lambda key: (-degree[key], -claims[key], key))
    first = set(order[:most])
    relations = tuple(r for r in page.relations if {r["subject"], r["object"]} <= first)
    kept = {relation[end] for relation in relations for end in ("subject", "object")}
    return replace(
        page,
        notes=(*page.notes, *limit_note(len(kept), len(order))),
        entities=tuple(entity for entity in page.entities if entity["id"] in kept),
        undrawn=tuple(entity for entity in page.entities if entity["id"] not in kept),
        relations=relations,
    )


def limit_note(shown: int, found: int) -> tuple[str, ...]:
    """What a limit left out, in one line; none where it left out nothing."""
    return (f"Showing the {shown:,} best-connected of {found:,} entities.",) if shown < found else ()


def caption(text: str) -> str:
    """One line that shows as it reads: no control characters, and nothing that turns the reading direction."""
    return "".join(char for char in " ".join(text.split()) if not is_control(char))


def _entity(entity: Record) -> Record:
    name = caption(entity["name"]) or entity["id"]
    names = {language: caption(entity.get(f"name_{language}") or "") or name for language in LANGUAGES}
    wikidata = entity.get("wikidata") or ""
    return {
        "id": entity["id"],
        "names": names,
        "type": entity["type"],
        "aliases": sorted({caption(alias) for alias in entity.get("aliases") or ()} - {*names.values(), ""}),
        "wikidata": wikidata if _QID.fullmatch(wikidata) else "",
    }


def _named(node: Node) -> Record:
    """An answer names an entity once; the lexicon may know its names in the other languages."""
    entry = load_lexicon().get(node.id)
    if entry is None:
        return asdict(node)
    names = {f"name_{language}": next(iter(entry.aliases.get(language, ())), None) for language in ("ja", "zh")}
    return {**names, "aliases": entry.names, "wikidata": entry.wikidata, **asdict(node)}


def _relation(edge: Record, claims: Iterable[str]) -> Record:
    return {
        **{key: edge.get(key) for key in _EDGE_KEYS},
        "claims": list(claims),
        "dash": _DASHES.get(edge["status"], []),
    }


def _claim(claim: Record) -> Record:
    row = {key: claim[key] for key in _CLAIM_KEYS if claim.get(key) not in {None, ""}}
    if "object" not in row:
        row["value"] = caption(claim.get("object_mention") or claim["object_value"])
    return row


def _cited(claim: Citation) -> Record:
    money = {"amount_value": claim.money.value, "amount_unit": claim.money.unit} if claim.money else {}
    return {
        **asdict(claim),
        "subject": claim.subject.id,
        "object": claim.object.id if claim.object else None,
        "object_value": claim.value,
        "from": claim.origin.name if claim.origin else "",
        **money,
    }


def _article(article: Record) -> Record:
    return {
        "id": article["id"],
        "title": caption(article.get("title") or article["id"]),
        "publisher": caption(article.get("publisher") or ""),
        "lang": article.get("lang") or "",
        "url": web_address(article.get("url") or ""),
    }


def _modalities(used: set[str]) -> list[Record]:
    rows: list[Record] = [
        {"id": name, "label": dict(modality.label), "says": modality.says, "color": modality.color}
        for name, modality in load_ontology().modalities.items()
        if name in used
    ]
    if KNOWN in used:
        rows.append({"id": KNOWN, "label": _KNOWN_LABEL, "says": "from the lexicon", "color": _KNOWN_COLOR})
    return [{**row, "dash": _DASHES.get(row["id"], [])} for row in rows]
