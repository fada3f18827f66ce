"""Trains the encoder (ingest/encoder): fine-tuning of multilingual-e5-small on the annotated sentences; needs torch."""
