"""Amounts of money, dates and funding rounds that a text states. The words are data in `ontology/values/`."""
