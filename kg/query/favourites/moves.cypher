// Moves of people from one organisation or place to another, with the sentence.
MATCH (c:Claim {predicate: 'MOVED'})-[:SUBJECT]->(p:Entity)
MATCH (c)-[:OBJECT]->(o:Entity)
OPTIONAL MATCH (c)-[:FROM]->(f:Entity)
RETURN p.name AS who, f.name AS origin, o.name AS target, c.left AS left, c.modality AS modality, c.date AS date, c.text AS sentence
ORDER BY who, target
LIMIT 100;
