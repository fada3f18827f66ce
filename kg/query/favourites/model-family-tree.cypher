// What was derived from what, drawn.
MATCH p = (:Model)-[:DERIVED_FROM*1..3]->(:Model)
RETURN p
LIMIT 100;
