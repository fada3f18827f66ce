"""Names that no dictionary holds, as a trained recogniser sees them."""
