// Who moved, leads, founded or works where, drawn.
MATCH p = (:Person)-[:MOVED|LEADS|FOUNDED|WORKS_AT]->(:Entity)
RETURN p
LIMIT 200;
