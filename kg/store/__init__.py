"""Claims, articles and entities in a graph database: Neo4j, or one embedded in the process."""

from kg.store.group import Record
from kg.store.load import LoadReport
from kg.store.store import Store, open_store

__all__ = ["LoadReport", "Record", "Store", "open_store"]
