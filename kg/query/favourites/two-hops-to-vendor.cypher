// Who hangs on a vendor through somebody else: change the name.
MATCH (who:Organization)-[a:USES_CLOUD|USES_HARDWARE|INVESTED_IN]->(middle:Entity)-[b:USES_HARDWARE|DESIGNS_CHIP|SUPPLIES|MANUFACTURES]-(v:Entity {name: 'NVIDIA'})
WHERE who <> v
RETURN who.name AS who, type(a) AS link, middle.name AS through, type(b) AS then, v.name AS vendor
ORDER BY who, through, link, then
LIMIT 100;
