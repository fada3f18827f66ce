// Entities with their names in three languages.
MATCH (e:Entity)
WHERE e.name_ja IS NOT NULL OR e.name_zh IS NOT NULL
RETURN e.name AS name, e.name_ja AS japanese, e.name_zh AS chinese, e.type AS type
ORDER BY name
LIMIT 200;
