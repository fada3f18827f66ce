"""A small multilingual transformer that reads a sentence for the judge."""
