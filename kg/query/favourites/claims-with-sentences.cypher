// Claims about one entity with the sentences that make them: change the name.
MATCH (e:Entity {name: 'OpenAI'})<-[:SUBJECT|OBJECT]-(c:Claim)-[:IN]->(a:Article)
MATCH (c)-[:SUBJECT]->(s:Entity)
OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)
RETURN DISTINCT c.said AS said, s.name AS subject, c.predicate AS predicate, coalesce(o.name, c.object_value) AS object,
  c.modality AS modality, c.speaker AS speaker, c.text AS sentence, coalesce(a.url, a.id) AS article
ORDER BY said, subject, predicate
LIMIT 100;
