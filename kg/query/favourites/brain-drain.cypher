// Organisations by how many people are told to have left them.
MATCH (c:Claim {predicate: 'MOVED'})-[:SUBJECT]->(p:Entity)
MATCH (c)-[:OBJECT]->(o:Entity)
OPTIONAL MATCH (c)-[:FROM]->(f:Entity)
WITH p, CASE WHEN c.left THEN o ELSE f END AS origin
WHERE origin IS NOT NULL
RETURN origin.name AS left, count(DISTINCT p) AS people
ORDER BY people DESC, left
LIMIT 50;
