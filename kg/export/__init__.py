"""The graph, or an answer, as a file for other programs and as a page for people."""

PICTURE_LIMIT = 250
"""Entities that a picture can hold and stay readable."""

PICTURE_MOST = 10_000
"""Entities for which a page is written within half a minute and can be used within some seconds."""
