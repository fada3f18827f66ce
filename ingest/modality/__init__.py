"""How sure a text is of what it says: cues and their scope, and what is learnt of them from annotated sentences."""
