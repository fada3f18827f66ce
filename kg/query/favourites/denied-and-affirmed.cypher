// What one says and another denies.
MATCH (c:Claim {modality: 'denied'})
MATCH (c)-[:SUBJECT]->(s:Entity)
OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)
OPTIONAL MATCH (d:Claim {triple: c.triple}) WHERE d.modality <> 'denied'
RETURN s.name AS subject, c.predicate AS predicate, coalesce(o.name, c.object_value) AS object, c.speaker AS denied_by, c.text AS denial,
  collect(DISTINCT d.text) AS affirmed
ORDER BY subject, predicate, object
LIMIT 100;
