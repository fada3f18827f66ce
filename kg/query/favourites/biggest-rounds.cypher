// Rounds raised, largest first, in US dollars of the day.
MATCH (c:Claim {predicate: 'RAISED'})-[:SUBJECT]->(s:Entity)
WHERE c.modality <> 'denied'
RETURN s.name AS who, c.object_usd AS usd, c.object_value AS amount, c.object_unit AS currency, c.round AS round, c.said AS said, c.text AS sentence
ORDER BY usd DESC, who, said
LIMIT 50;
