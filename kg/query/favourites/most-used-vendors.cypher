// Vendors by how many organisations use their hardware, chips counted for their designers.
MATCH (user:Organization)-[r:USES_HARDWARE]->(x:Entity)
WHERE r.status IN ['asserted', 'planned']
OPTIONAL MATCH (known:Entity) WHERE known.id = x.designer
OPTIONAL MATCH (said:Organization)-[:DESIGNS_CHIP]->(x)
WITH coalesce(known.name, said.name, x.name) AS vendor, user
RETURN vendor, count(DISTINCT user) AS users
ORDER BY users DESC, vendor
LIMIT 50;
