"""What is learnt rather than written: annotated sentences, and the models trained on them."""
