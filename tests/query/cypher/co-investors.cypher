:param predicates => ["INVESTED_IN"];
MATCH (c:Claim) WHERE c.predicate IN $predicates
WITH DISTINCT c
MATCH (c)-[:SUBJECT]->(s:Entity)
MATCH (c)-[:IN]->(a:Article)
OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)
OPTIONAL MATCH (c)-[:FROM]->(f:Entity)
RETURN c.id AS c_id, c.predicate AS c_predicate, c.modality AS c_modality, c.confidence AS c_confidence, c.said AS c_said, c.date AS c_date, c.amount_value AS c_amount_value, c.amount_unit AS c_amount_unit, c.amount_usd AS c_amount_usd, c.round AS c_round, c.role AS c_role, c.kind AS c_kind, c.left AS c_left, c.speaker AS c_speaker, c.sentence AS c_sentence, c.start AS c_start, c.end AS c_end, c.text AS c_text, c.object_value AS c_object_value, c.object_unit AS c_object_unit, c.object_usd AS c_object_usd,
  s.id AS s_id, s.name AS s_name, s.type AS s_type,
  o.id AS o_id, o.name AS o_name, o.type AS o_type,
  f.id AS f_id, f.name AS f_name, f.type AS f_type,
  a.id AS a_id, a.title AS a_title, a.publisher AS a_publisher, a.url AS a_url, a.lang AS a_lang;
