"""OWL and SHACL follow the YAML."""

import subprocess
import sys

import pytest
from rdflib import OWL, RDF, RDFS, SH, Graph, Literal, Namespace

from ontology import load_ontology
from ontology.rdf import owl, shacl

KG = Namespace("urn:kg:ontology:")


def test_every_type_is_a_class_below_its_parent() -> None:
    graph = owl()
    for name, type_ in load_ontology().types.items():
        assert (KG[name], RDF.type, OWL.Class) in graph
        assert (KG[name], RDFS.subClassOf, KG[type_.parent or "Entity"]) in graph


@pytest.mark.parametrize("name", load_ontology().relations)
def test_every_relation_is_a_property_with_labels_and_a_rule(name: str) -> None:
    relation, graph = load_ontology().relations[name], owl()
    labels = {label.language: str(label) for label in graph.objects(KG[name], RDFS.label)}
    assert labels == dict(relation.label)
    assert ((KG[name], RDF.type, OWL.SymmetricProperty) in graph) is relation.symmetric
    assert set(graph.objects(KG[name], RDFS.subPropertyOf)) == {KG[implied] for implied in relation.implies}
    assert (KG[f"{name}-claim"], SH.targetClass, KG.Claim) in shacl()


@pytest.mark.parametrize("name", load_ontology().modalities)
def test_every_modality_is_named_in_three_languages(name: str) -> None:
    label = load_ontology().modalities[name].label
    assert set(owl().objects(KG[name], RDFS.label)) == {Literal(text, lang=lang) for lang, text in label.items()}


@pytest.mark.parametrize("make", [owl, shacl])
def test_another_base_moves_every_term_of_ours(make) -> None:
    text = make("https://data.news.test/").serialize(format="turtle")
    assert "urn:kg" not in text
    assert len(Graph().parse(data=text, format="turtle")) == len(make())


def test_the_text_is_the_same_in_every_run() -> None:
    code = "from ontology.rdf import owl, shacl; print(owl().serialize() + shacl().serialize())"
    runs = {
        subprocess.run(
            [sys.executable, "-c", code], env={"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1
