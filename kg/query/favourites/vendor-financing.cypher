// Investors whose company buys their hardware or rents their cloud: money that comes back.
MATCH (v:Organization)-[i:INVESTED_IN]->(c:Organization)-[u:USES_HARDWARE|USES_CLOUD]->(x:Entity)
WHERE i.status <> 'denied' AND u.status <> 'denied' AND (x = v OR x.designer = v.id OR x.developer = v.id)
RETURN v.name AS investor, c.name AS customer, type(u) AS how, x.name AS what, i.status AS investment, u.status AS use
ORDER BY investor, customer, what
LIMIT 50;
