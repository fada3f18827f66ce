// Valuations told, by company and day.
MATCH (c:Claim {predicate: 'VALUED_AT'})-[:SUBJECT]->(s:Entity)
RETURN s.name AS who, c.said AS said, c.object_usd AS usd, c.modality AS modality, c.speaker AS speaker, c.text AS sentence
ORDER BY who, said, usd
LIMIT 100;
