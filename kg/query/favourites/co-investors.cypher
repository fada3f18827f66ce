// Investors that share companies, by how many; what is only planned, rumoured or ended on either side is told apart.
MATCH (a:Entity)-[i:INVESTED_IN]->(x:Organization)<-[j:INVESTED_IN]-(b:Entity)
WHERE a.id < b.id AND i.status <> 'denied' AND j.status <> 'denied'
WITH a, b, x, CASE WHEN i.status = 'asserted' THEN j.status ELSE i.status END AS status
ORDER BY x.name
WITH a, b, collect(CASE WHEN status = 'asserted' THEN x.name ELSE x.name + ' (' + status + ')' END) AS companies,
  sum(CASE WHEN status = 'asserted' THEN 1 ELSE 0 END) AS together
RETURN a.name AS investor, b.name AS beside, together, companies
ORDER BY together DESC, investor, beside
LIMIT 50;
