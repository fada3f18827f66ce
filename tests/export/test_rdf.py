"""RDF that says what the graph says, parses back, and satisfies the shapes."""

from collections.abc import Callable

import pytest
from pyshacl import validate
from rdflib import OWL, PROV, RDF, SKOS, XSD, Graph, Literal, Namespace, URIRef
from rdflib.compare import isomorphic

from kg.errors import UsageError
from kg.export.graph import Landscape
from kg.export.rdf import rdf, rdf_graph
from ontology.rdf import shacl
from tests.export.hostile import hostile
from tests.export.world import landscape

KG, TERM = Namespace("urn:kg:"), Namespace("urn:kg:ontology:")
WORLDS = pytest.mark.parametrize("given", [landscape, hostile], ids=["world", "hostile"])


@WORLDS
@pytest.mark.parametrize("base", ["urn:kg:", "https://data.news.test/kg/", "https://news.test/kg#"])
def test_export_satisfies_the_shapes(given: Callable[[], Landscape], base: str) -> None:
    conforms, _, report = validate(rdf_graph(given(), base), shacl_graph=shacl(base))
    assert conforms, report


@pytest.mark.parametrize(
    "broken",
    [
        (KG["chip:h100"], TERM.DEVELOPS, KG["place:japan"]),
        (KG["claim:other"], RDF.type, TERM.Claim),
        (KG["org:nameless"], RDF.type, TERM.Entity),
        (KG["org:nvidia"], SKOS.prefLabel, Literal("Another name", lang="en")),
    ],
)
def test_the_shapes_find_what_is_wrong(broken: tuple[URIRef, URIRef, URIRef]) -> None:
    graph = rdf_graph(landscape()).add(broken)
    assert not validate(graph, shacl_graph=shacl())[0]


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")  # rdflib's own JSON-LD reader
@WORLDS
def test_both_formats_say_the_same(given: Callable[[], Landscape]) -> None:
    turtle = Graph().parse(data=rdf(given()), format="turtle")
    assert isomorphic(turtle, Graph().parse(data=rdf(given(), "json-ld"), format="json-ld"))
    assert isomorphic(turtle, rdf_graph(given()))


@pytest.mark.parametrize(
    "statement",
    [
        (KG["org:tsmc"], TERM.MANUFACTURES, KG["chip:h100"]),
        (KG["org:nvidia"], RDF.type, TERM.Organization),
        (KG["org:nvidia"], SKOS.prefLabel, Literal("英伟达", lang="zh")),
        (KG["org:nvidia"], SKOS.prefLabel, Literal("エヌビディア", lang="ja")),
        (KG["org:nvidia"], SKOS.prefLabel, Literal("NVIDIA", lang="en")),
    ],
)
def test_statement_is_there(statement: tuple[URIRef, URIRef, URIRef]) -> None:
    assert statement in rdf_graph(landscape())


@pytest.mark.parametrize(
    "statement",
    [
        (KG["org:kitakaze-capital"], TERM.INVESTED_IN, KG["org:hoshizora-labs"]),
        (KG["person:mio-tachibana"], TERM.MOVED, KG["org:hoshizora-labs"]),
        (KG["org:alibaba"], TERM.USES_HARDWARE, KG["chip:ascend-910c"]),
    ],
)
def test_what_is_not_asserted_stays_a_claim(statement: tuple[URIRef, URIRef, URIRef]) -> None:
    graph = rdf_graph(landscape())
    _, predicate, object_ = statement
    assert statement not in graph
    assert set(graph.subjects(RDF.predicate, predicate)) & set(graph.subjects(RDF.object, object_))


def test_a_claim_has_its_provenance() -> None:
    graph = rdf_graph(landscape())
    (claim,) = graph.subjects(TERM.modality, TERM.denied)
    sentence = graph.value(claim, PROV.wasQuotedFrom)
    assert graph.value(claim, PROV.wasDerivedFrom) == KG["article:en-denial"]
    assert graph.value(claim, PROV.wasAttributedTo) == KG["person:mio-tachibana"]
    assert graph.value(sentence, TERM.text).language == "en"
    assert str(graph.value(sentence, TERM.text)).startswith('"There are no talks')
    assert graph.value(claim, TERM.said) == Literal("2025-02-05", datatype=XSD.date)


def test_amounts_are_decimals_and_months_are_months() -> None:
    graph = rdf_graph(landscape())
    (claim,) = graph.subjects(TERM.amount_unit, Literal("USD", datatype=None))
    assert str(graph.value(claim, TERM.amount_value)) == "10000000000.0"
    assert graph.value(claim, TERM.amount_value).datatype == XSD.decimal
    assert graph.value(claim, TERM.date) == Literal("2023-01", datatype=XSD.gYearMonth)


def test_wikidata_is_the_same_thing() -> None:
    given = landscape()
    entities = {**given.entities, "org:tsmc": {**given.entities["org:tsmc"], "wikidata": "Q713418"}}
    graph = rdf_graph(Landscape(entities, (), {}, {}))
    assert (KG["org:tsmc"], OWL.sameAs, URIRef("http://www.wikidata.org/entity/Q713418")) in graph


@pytest.mark.parametrize("base", ["", "kg:", "http//x/", "https://x y/", "https://n.test", "javascript:x:", "urn:kg"])
def test_a_base_that_starts_no_address_is_refused(base: str) -> None:
    with pytest.raises(UsageError, match="--base"):
        rdf(landscape(), base=base)
