:param ids => ["TSMC", "org:tsmc"];
:param name => "TSMC";
UNWIND $ids AS id
MATCH (e:Entity {id: id})
RETURN e.id AS id, e.name AS name, e.type AS type
UNION
MATCH (e:Entity {name: $name})
RETURN e.id AS id, e.name AS name, e.type AS type;

:param statuses => ["asserted", "ended", "planned"];
MATCH (:Entity)-[r:DESIGNS_CHIP|DEVELOPS|MANUFACTURES|RUNS_ON|SUBSIDIARY_OF|SUPPLIES|TRAINED_ON|USES_CLOUD|USES_HARDWARE]->(:Entity) WHERE r.status IN $statuses
WITH DISTINCT r, startNode(r) AS s, endNode(r) AS o
RETURN s.id AS s_id, s.name AS s_name, s.type AS s_type,
  type(r) AS predicate,
  o.id AS o_id, o.name AS o_name, o.type AS o_type,
  r.status AS r_status, r.confidence AS r_confidence, r.claims AS r_claims, r.sources AS r_sources, r.first_said AS r_first_said, r.last_said AS r_last_said, r.date AS r_date, r.amount_usd AS r_amount_usd, r.contested AS r_contested, r.speakers AS r_speakers;

MATCH (e:Entity) WHERE e.designer IS NOT NULL OR e.developer IS NOT NULL OR e.parent IS NOT NULL
RETURN e.id AS id, e.name AS name, e.type AS type,
  e.designer AS designer, e.developer AS developer, e.parent AS parent;

:param triples => ["rel-1ff7abc63f69257b7c11", "rel-40e41bcf7b8a4a0afe1d", "rel-43ac0fb98c3692e68489", "rel-49b0a237529fa9e641e5", "rel-636115f38d3f42300241", "rel-6a5927a0f6d0516c6fd4", "rel-7fbf7fd396d332dec654", "rel-ddf0868fec678f0bf06a", "rel-f53cb380fa9a68de8c28"];
UNWIND $triples AS triple
MATCH (c:Claim {triple: triple})
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
