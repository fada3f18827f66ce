"""Trains the recognisers of names: spaCy's for English, characters tagged by a transformer for Japanese and Chinese."""
