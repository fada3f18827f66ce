// Investors that share companies.
MATCH (a:Entity)-[:INVESTED_IN]->(x:Organization)<-[:INVESTED_IN]-(b:Entity)
WHERE a.id < b.id
WITH a, b, collect(DISTINCT x.name) AS together
RETURN a.name AS investor, b.name AS beside, size(together) AS companies, together
ORDER BY companies DESC, investor, beside
LIMIT 50;
