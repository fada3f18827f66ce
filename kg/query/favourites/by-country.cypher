// Organisations by the country of their seat, as told.
MATCH (o:Organization)-[r:HEADQUARTERED_IN]->(p:Place)
WHERE r.status = 'asserted'
RETURN p.name AS place, collect(DISTINCT o.name) AS organisations, count(DISTINCT o) AS number
ORDER BY number DESC, place
LIMIT 50;
