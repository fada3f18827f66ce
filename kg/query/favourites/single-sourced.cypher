// Organisations for which only one hardware vendor or chip is told.
MATCH (user:Organization)-[r:USES_HARDWARE]->(x:Entity)
WHERE r.status IN ['asserted', 'planned']
WITH user, collect(DISTINCT x.name) AS sources
WHERE size(sources) = 1
RETURN user.name AS who, sources[0] AS source
ORDER BY source, who
LIMIT 100;
