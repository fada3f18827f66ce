// Who outperforms or competes with whom, and whose word that is.
MATCH (a:Entity)-[r:OUTPERFORMS|COMPETES_WITH]->(b:Entity)
RETURN a.name AS one, type(r) AS relation, b.name AS other, r.status AS status, r.speakers AS speakers
ORDER BY relation, one, other
LIMIT 100;
