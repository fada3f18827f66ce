// What was so, or was planned, and has ended.
MATCH (c:Claim {modality: 'ended'})-[:SUBJECT]->(s:Entity)
OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)
RETURN s.name AS subject, c.predicate AS predicate, coalesce(o.name, c.object_value) AS object, c.said AS said, c.text AS sentence
ORDER BY subject, predicate, object, said
LIMIT 100;
