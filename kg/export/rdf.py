"""The graph as RDF: entities with labels in three languages, claims with their provenance, and what is asserted."""

import json
import re
from datetime import date
from decimal import Decimal
from typing import Any, Literal
from urllib.parse import quote

from rdflib import OWL, PROV, RDF, RDFS, SKOS, XSD, Graph, URIRef
from rdflib import Literal as Text
from rdflib.namespace import DCTERMS

from kg.errors import UsageError
from kg.export.graph import Landscape, Record
from kg.output.cells import web_address
from ontology.load import load_ontology
from ontology.rdf import CLAIM_LITERALS, DEFAULT_BASE, ENTITY_LINKS, WIKIDATA, new_graph, terms

Format = Literal["turtle", "json-ld"]

_BASE = re.compile(
    r"(urn:[A-Za-z0-9][A-Za-z0-9-]{1,31}:|https?://)[^\s<>\"{}|\\^`]*[:/#]|urn:[A-Za-z0-9][A-Za-z0-9-]{1,31}:"
)
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")
_OF_SENTENCE = ("sentence", "start", "end", "text")
_DATE_TYPES = {4: XSD.gYear, 7: XSD.gYearMonth, 10: XSD.date}
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_QID = re.compile(r"Q[1-9][0-9]*")


def rdf(landscape: Landscape, form: Format = "turtle", base: str = DEFAULT_BASE) -> str:
    """A Turtle or JSON-LD document with one fixed order; `base` starts every IRI and ends in : / or #."""
    graph = rdf_graph(landscape, base)
    if form == "turtle":
        return graph.serialize(format="turtle")
    document = json.loads(graph.serialize(format="json-ld", auto_compact=True))
    return json.dumps(_ordered(document), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def rdf_graph(landscape: Landscape, base: str = DEFAULT_BASE) -> Graph:
    """The statements themselves; raises `UsageError` for a base that no IRI can start with."""
    if not _BASE.fullmatch(base):
        raise UsageError(
            f"{base!r} can't start an IRI; --base takes one such as urn:kg: or https://data.mysite.net/kg/."
        )
    graph = new_graph(base)
    graph.bind("dcterms", DCTERMS)
    writer = _Writer(graph, base)
    for article in landscape.articles.values():
        writer.add_article(article)
    for entity in landscape.entities.values():
        writer.add_entity(entity)
    for edge in landscape.edges:
        writer.add_edge(edge)
    for claim in landscape.claims.values():
        writer.add_claim(claim, landscape.articles[claim["article"]])
    return graph


class _Writer:
    """Adds one record at a time."""

    def __init__(self, graph: Graph, base: str) -> None:
        self._graph, self._base, self._o = graph, base, terms(base)

    def add_article(self, article: Record) -> None:
        node = self._iri("article", article["id"])
        self._add(node, RDF.type, self._o.Article)
        self._add(node, DCTERMS.identifier, _text(article["id"]))
        for key, predicate in (("title", DCTERMS.title), ("publisher", DCTERMS.publisher), ("lang", DCTERMS.language)):
            if words := article.get(key):
                self._add(node, predicate, _text(words, article.get("lang") if key == "title" else None))
        if published := article.get("published"):
            self._add(node, DCTERMS.issued, _date(published))
        if url := web_address(article.get("url") or ""):
            self._add(node, DCTERMS.source, URIRef(url))

    def add_entity(self, entity: Record) -> None:
        node = self._iri(entity["id"])
        for name in (*load_ontology().lineage(entity["type"]), "Entity"):
            self._add(node, RDF.type, self._o[name])
        self._add(node, SKOS.prefLabel, _text(entity["name"], None if _CJK.search(entity["name"]) else "en"))
        for key, language in (("name_ja", "ja"), ("name_zh", "zh")):
            if words := entity.get(key):
                self._add(node, SKOS.prefLabel, _text(words, language))
        for alias in entity.get("aliases") or ():
            self._add(node, SKOS.altLabel, _text(alias))
        if _QID.fullmatch(entity.get("wikidata") or ""):
            self._add(node, OWL.sameAs, WIKIDATA[entity["wikidata"]])
        for key in ENTITY_LINKS:
            if value := entity.get(key):
                self._add(node, self._o[key], self._iri(value) if ":" in value else _text(value))

    def add_edge(self, edge: Record) -> None:
        """A derived statement stands by itself only where it is asserted; all others are claims."""
        if edge["status"] == "asserted":
            self._add(self._iri(edge["subject"]), self._o[edge["predicate"]], self._iri(edge["object"]))

    def add_claim(self, claim: Record, article: Record) -> None:
        node, source = self._iri("claim", claim["id"]), self._iri("article", article["id"])
        sentence = URIRef(f"{source}#char={claim['start']},{claim['end']}")
        for predicate, value in (
            (RDF.type, self._o.Claim),
            (RDF.subject, self._iri(claim["subject"])),
            (RDF.predicate, self._o[claim["predicate"]]),
            (self._o.modality, self._o[claim["modality"]]),
            (PROV.wasDerivedFrom, source),
            (PROV.wasQuotedFrom, sentence),
        ):
            self._add(node, predicate, value)
        self._add(sentence, RDF.type, self._o.Sentence)
        self._add(sentence, DCTERMS.isPartOf, source)
        for key in CLAIM_LITERALS:
            if (given := claim.get(key)) is not None:
                literal = _text(given, article.get("lang")) if key == "text" else self._literal(key, given)
                self._add(sentence if key in _OF_SENTENCE else node, self._o[key], literal)
        self._add_ends(node, claim)

    def _add_ends(self, node: URIRef, claim: Record) -> None:
        if "object" in claim:
            self._add(node, RDF.object, self._iri(claim["object"]))
        if "from_id" in claim:
            self._add(node, self._o["from"], self._iri(claim["from_id"]))
        if speaker_id := claim.get("speaker_id"):
            self._add(node, PROV.wasAttributedTo, self._iri(speaker_id))
        elif speaker := claim.get("speaker"):
            agent = self._iri("speaker", speaker)
            self._add(node, PROV.wasAttributedTo, agent)
            self._add(agent, RDF.type, PROV.Agent)
            self._add(agent, RDFS.label, _text(speaker))

    def _add(self, subject: URIRef, predicate: URIRef, value: URIRef | Text) -> None:
        self._graph.add((subject, predicate, value))

    def _iri(self, *parts: str) -> URIRef:
        return URIRef(self._base + ":".join(quote(part, safe=":", errors="replace") for part in parts))

    def _literal(self, key: str, value: Any) -> Text:
        datatype = CLAIM_LITERALS[key]
        if datatype is None:
            return _date(value)
        if datatype == XSD.decimal:
            return Text(f"{Decimal(repr(value)):f}", datatype=datatype)
        return _text(value) if isinstance(value, str) else Text(value, datatype=datatype)


def _text(text: str, language: str | None = None) -> Text:
    return Text(_UNWRITABLE.sub("\ufffd", text), lang=language)


def _date(text: str) -> Text:
    """A date as precise as it is given; a literal without a type where it is none."""
    try:
        date.fromisoformat(f"{text}-01-01"[:10])
    except ValueError:
        return _text(text)
    return Text(text, datatype=_DATE_TYPES[len(text)]) if _DATE.fullmatch(text) else _text(text)


def _ordered(node: Any) -> Any:
    """The same JSON-LD with every array sorted, since order means nothing in them."""
    if isinstance(node, dict):
        return {key: _ordered(value) for key, value in node.items()}
    if isinstance(node, list):
        return sorted(map(_ordered, node), key=lambda item: json.dumps(item, ensure_ascii=False, sort_keys=True))
    return node
