"""The graph, or an answer, as a file for other programs and as a page for people."""

PICTURE_LIMIT = 250
"""Entities that a picture can hold and stay readable."""

PICTURE_MOST = 10_000
"""Entities for which a page is written within half a minute and can be used within some seconds."""

LAYERS_LIMIT = 60
"""Entities that a drawing of layers can hold and stay readable."""

EVENTS_LIMIT = 120
"""Events that a drawing of a timeline can hold and stay readable."""
