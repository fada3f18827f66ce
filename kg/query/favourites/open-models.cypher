// Models released openly, with who released them.
MATCH (o:Organization)-[r:OPEN_SOURCED]->(m:Entity)
RETURN o.name AS who, m.name AS model, r.status AS status, r.first_said AS first_said
ORDER BY who, model
LIMIT 100;
