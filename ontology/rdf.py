"""The ontology as OWL, and as SHACL shapes that every RDF export satisfies; both generated from the YAML alone."""

import hashlib
from collections.abc import Mapping, Sequence

from rdflib import OWL, PROV, RDF, RDFS, SH, SKOS, XSD, BNode, Graph, Literal, Namespace, URIRef
from rdflib.term import Node

from ontology.load import load_ontology
from ontology.model import Ontology, Relation

DEFAULT_BASE = "urn:kg:"
WIKIDATA = Namespace("http://www.wikidata.org/entity/")
CLAIM_LITERALS: Mapping[str, URIRef | None] = {
    "confidence": XSD.decimal,
    "said": None,
    "date": None,
    "sentence": XSD.integer,
    "start": XSD.integer,
    "end": XSD.integer,
    "text": None,
    "amount_value": XSD.decimal,
    "amount_unit": XSD.string,
    "amount_usd": XSD.decimal,
    "object_value": XSD.string,
    "object_unit": XSD.string,
    "object_kind": XSD.string,
    "object_usd": XSD.decimal,
    "round": XSD.string,
    "role": XSD.string,
    "kind": XSD.string,
    "left": XSD.boolean,
    "extractor": XSD.string,
}
"""Properties of a claim or its sentence and their datatype; None where a date's precision or a language decides."""

ENTITY_LINKS = ("parent", "developer", "designer", "family", "country")


def terms(base: str = DEFAULT_BASE) -> Namespace:
    """The namespace of classes, relations, modalities and properties."""
    return Namespace(f"{base}ontology:")


def new_graph(base: str) -> Graph:
    """An empty graph with the prefixes that all our files use."""
    graph = Graph(bind_namespaces="none")
    for prefix, namespace in {"owl": OWL, "prov": PROV, "rdf": RDF, "rdfs": RDFS, "skos": SKOS, "xsd": XSD}.items():
        graph.bind(prefix, namespace)
    graph.bind("wd", WIKIDATA)
    graph.bind("o", terms(base))
    return graph


def owl(base: str = DEFAULT_BASE) -> Graph:
    """Classes, relations and modalities with labels in three languages, and the vocabulary of claims."""
    ontology, o, graph = load_ontology(), terms(base), new_graph(base)
    graph.add((URIRef(f"{base}ontology"), RDF.type, OWL.Ontology))
    graph.add((o.Entity, RDF.type, OWL.Class))
    for name, type_ in ontology.types.items():
        graph.add((o[name], RDF.type, OWL.Class))
        graph.add((o[name], RDFS.subClassOf, o[type_.parent or "Entity"]))
        _describe(graph, o[name], type_.label, type_.wikidata)
    for relation in ontology.relations.values():
        _add_relation(graph, o, relation, ontology)
    for modality in ontology.modalities.values():
        graph.add((o[modality.name], RDF.type, o.Modality))
        graph.add((o[modality.name], SKOS.definition, Literal(modality.says, lang="en")))
        _describe(graph, o[modality.name], modality.label)
    _add_claim_vocabulary(graph, o)
    return graph


def shacl(base: str = DEFAULT_BASE) -> Graph:
    """What an export must satisfy: whole claims, known modalities, and the types that each relation may link."""
    ontology, o, graph = load_ontology(), terms(base), new_graph(base)
    graph.bind("sh", SH)
    _add_claim_shape(graph, o, ontology)
    _add_label_shapes(graph, o)
    for relation in ontology.relations.values():
        if _links_entities(relation, ontology):
            _add_triple_shapes(graph, o, relation)
        _add_claim_rule(graph, o, relation, ontology)
    return graph


def _describe(graph: Graph, term: URIRef, label: Mapping[str, str], wikidata: str | None = None) -> None:
    for language, text in label.items():
        graph.add((term, RDFS.label, Literal(text, lang=language)))
    if wikidata:
        graph.add((term, SKOS.closeMatch, WIKIDATA[wikidata]))


def _add_relation(graph: Graph, o: Namespace, relation: Relation, ontology: Ontology) -> None:
    term = o[relation.name]
    entities = _links_entities(relation, ontology)
    graph.add((term, RDF.type, OWL.ObjectProperty if entities else OWL.DatatypeProperty))
    graph.add((term, RDFS.domain, _any_of(graph, relation.subject, o, term, "domain")))
    if entities:
        graph.add((term, RDFS.range, _any_of(graph, relation.object, o, term, "range")))
    if relation.symmetric:
        graph.add((term, RDF.type, OWL.SymmetricProperty))
    for implied in relation.implies:
        graph.add((term, RDFS.subPropertyOf, o[implied]))
    for language, text in relation.inverse.items():
        graph.add((term, o.inverseLabel, Literal(text, lang=language)))
    _describe(graph, term, relation.label, relation.wikidata)


def _links_entities(relation: Relation, ontology: Ontology) -> bool:
    return all(name in ontology.types for name in relation.object)


def _add_claim_vocabulary(graph: Graph, o: Namespace) -> None:
    graph.add((o.inverseLabel, RDF.type, OWL.AnnotationProperty))
    for name, parent in {"Claim": RDF.Statement, "Article": PROV.Entity, "Sentence": PROV.Entity}.items():
        graph.add((o[name], RDF.type, OWL.Class))
        graph.add((o[name], RDFS.subClassOf, parent))
    graph.add((o.Modality, RDF.type, OWL.Class))
    for name, datatype in CLAIM_LITERALS.items():
        graph.add((o[name], RDF.type, OWL.DatatypeProperty))
        if datatype:
            graph.add((o[name], RDFS.range, datatype))
    for name in ("modality", "from", *ENTITY_LINKS):
        graph.add((o[name], RDF.type, OWL.ObjectProperty))


def _add_claim_shape(graph: Graph, o: Namespace, ontology: Ontology) -> None:
    shape = o.ClaimShape
    graph.add((shape, RDF.type, SH.NodeShape))
    graph.add((shape, SH.targetClass, o.Claim))
    modalities = _list(graph, [o[name] for name in ontology.modalities], shape, "modalities")
    one, many = (SH.maxCount, Literal(1)), (SH.minCount, Literal(1))
    _property(graph, shape, RDF.subject, many, one, (SH["class"], o.Entity))
    _property(graph, shape, RDF.predicate, many, one)
    _property(graph, shape, RDF.object, one)
    _property(graph, shape, o.modality, many, one, (SH["in"], modalities))
    bounds = (SH.minInclusive, Literal(0)), (SH.maxInclusive, Literal(1))
    _property(graph, shape, o.confidence, many, one, (SH.datatype, XSD.decimal), *bounds)
    _property(graph, shape, PROV.wasDerivedFrom, many, one, (SH["class"], o.Article))
    _property(graph, shape, PROV.wasQuotedFrom, many, one, (SH["class"], o.Sentence))
    for name in ("amount_value", "amount_usd", "object_usd"):
        _property(graph, shape, o[name], one, (SH.datatype, XSD.decimal))


def _add_label_shapes(graph: Graph, o: Namespace) -> None:
    graph.add((o.EntityShape, RDF.type, SH.NodeShape))
    graph.add((o.EntityShape, SH.targetClass, o.Entity))
    _property(graph, o.EntityShape, SKOS.prefLabel, (SH.minCount, Literal(1)), (SH.uniqueLang, Literal(True)))
    graph.add((o.SentenceShape, RDF.type, SH.NodeShape))
    graph.add((o.SentenceShape, SH.targetClass, o.Sentence))
    _property(graph, o.SentenceShape, o.text, (SH.minCount, Literal(1)), (SH.maxCount, Literal(1)))


def _add_triple_shapes(graph: Graph, o: Namespace, relation: Relation) -> None:
    for side, target, classes in (
        ("subject", SH.targetSubjectsOf, relation.subject),
        ("object", SH.targetObjectsOf, relation.object),
    ):
        shape = o[f"{relation.name}-{side}"]
        graph.add((shape, RDF.type, SH.NodeShape))
        graph.add((shape, target, o[relation.name]))
        graph.add((shape, SH["or"], _classes(graph, o, classes, shape)))


def _add_claim_rule(graph: Graph, o: Namespace, relation: Relation, ontology: Ontology) -> None:
    """A claim of this relation links the relation's types: it is another relation's, or its ends have such a class."""
    shape = o[f"{relation.name}-claim"]
    other, same, ends = (_blank(shape, role) for role in ("other", "same", "ends"))
    graph.add((shape, RDF.type, SH.NodeShape))
    graph.add((shape, SH.targetClass, o.Claim))
    graph.add((shape, SH["or"], _list(graph, [other, ends], shape, "or")))
    graph.add((other, SH["not"], same))
    _property(graph, same, RDF.predicate, (SH.hasValue, o[relation.name]))
    _property(graph, ends, RDF.subject, (SH["or"], _classes(graph, o, relation.subject, shape, "subject")))
    if _links_entities(relation, ontology):
        classes = _classes(graph, o, relation.object, shape, "object")
        _property(graph, ends, RDF.object, (SH.minCount, Literal(1)), (SH["or"], classes))
    else:
        _property(graph, ends, o.object_value, (SH.minCount, Literal(1)))


def _property(graph: Graph, shape: URIRef | BNode, path: URIRef, *rules: tuple[URIRef, Node]) -> None:
    property_ = _blank(shape, path)
    graph.add((shape, SH.property, property_))
    graph.add((property_, SH.path, path))
    for predicate, value in rules:
        graph.add((property_, predicate, value))


def _classes(graph: Graph, o: Namespace, names: Sequence[str], *owner: str) -> Node:
    alternatives = [_blank(*owner, name) for name in names]
    for name, alternative in zip(names, alternatives, strict=True):
        graph.add((alternative, SH["class"], o[name]))
    return _list(graph, alternatives, *owner, "classes")


def _any_of(graph: Graph, names: Sequence[str], o: Namespace, *owner: str) -> Node:
    if len(names) == 1:
        return o[names[0]]
    union = _blank(*owner)
    graph.add((union, RDF.type, OWL.Class))
    graph.add((union, OWL.unionOf, _list(graph, [o[name] for name in names], *owner, "union")))
    return union


def _list(graph: Graph, items: Sequence[Node], *owner: str) -> Node:
    cells = [_blank(*owner, str(index)) for index in range(len(items))]
    for cell, item, rest in zip(cells, items, [*cells[1:], RDF.nil], strict=True):
        graph.add((cell, RDF.first, item))
        graph.add((cell, RDF.rest, rest))
    return cells[0]


def _blank(*owner: str) -> BNode:
    """A blank node whose name, and so its place in a sorted file, is the same in every run."""
    return BNode("b" + hashlib.sha256("\x1f".join(owner).encode()).hexdigest()[:16])
