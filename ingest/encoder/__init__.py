"""A small multilingual transformer that reads passages for the judge."""
