"""What the world is, as data: entity types, relations, modality, the lexicon of names, and the patterns that read text.

Imports nothing else of this project.
"""

from ontology.load import load_ontology
from ontology.model import EntityType, Ontology, Relation

__all__ = ["EntityType", "Ontology", "Relation", "load_ontology"]
