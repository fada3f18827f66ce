// What is only rumoured or guessed.
MATCH (a:Entity)-[r]->(b:Entity)
WHERE r.status IN ['rumoured', 'speculative']
RETURN a.name AS subject, type(r) AS relation, b.name AS object, r.status AS status, r.first_said AS first_said
ORDER BY first_said, subject, relation, object
LIMIT 100;
