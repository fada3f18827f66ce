// Loads nodes.csv, edges.csv, claims.csv and articles.csv into Neo4j 5.26 or later.
// Copy the four files into the server's import folder and set db.import.csv.legacy_quote_escaping=false, since sentences may
// hold backslashes. Run it with: cypher-shell -f import.cypher. An apostrophe at the start of a text is taken off again.

CREATE CONSTRAINT import_entity IF NOT EXISTS FOR (e:Entity) REQUIRE e.id IS UNIQUE;
CREATE CONSTRAINT import_article IF NOT EXISTS FOR (a:Article) REQUIRE a.id IS UNIQUE;
CREATE CONSTRAINT import_claim IF NOT EXISTS FOR (c:Claim) REQUIRE c.id IS UNIQUE;

LOAD CSV WITH HEADERS FROM 'file:///articles.csv' AS row
MERGE (a:Article {id: CASE WHEN row.id STARTS WITH "'" THEN substring(row.id, 1) ELSE row.id END})
FOREACH (key IN [k IN keys(row) WHERE k <> 'id' AND row[k] IS NOT NULL] |
  SET a[key] = CASE WHEN row[key] STARTS WITH "'" THEN substring(row[key], 1) ELSE row[key] END);

LOAD CSV WITH HEADERS FROM 'file:///nodes.csv' AS row
MERGE (e:Entity {id: row.id})
SET e:$(split(row.labels, '|'))
FOREACH (key IN [k IN keys(row) WHERE NOT k IN ['id', 'labels', 'aliases'] AND row[k] IS NOT NULL] |
  SET e[key] = CASE WHEN row[key] STARTS WITH "'" THEN substring(row[key], 1) ELSE row[key] END)
SET e.aliases = coalesce(
      split(CASE WHEN row.aliases STARTS WITH "'" THEN substring(row.aliases, 1) ELSE row.aliases END, '|'), []);

LOAD CSV WITH HEADERS FROM 'file:///edges.csv' AS row
MATCH (s:Entity {id: row.subject}), (o:Entity {id: row.object})
MERGE (s)-[r:$(row.predicate) {id: row.id}]->(o)
SET r.status = row.status, r.claims = toInteger(row.claims), r.sources = toInteger(row.sources),
    r.first_said = row.first_said, r.last_said = row.last_said, r.date = row.date,
    r.amount_usd = toFloat(row.amount_usd), r.confidence = toFloat(row.confidence),
    r.contested = toBoolean(row.contested),
    r.speakers = coalesce(
      split(CASE WHEN row.speakers STARTS WITH "'" THEN substring(row.speakers, 1) ELSE row.speakers END, '|'), []);

LOAD CSV WITH HEADERS FROM 'file:///claims.csv' AS row
MATCH (s:Entity {id: row.subject})
MATCH (a:Article {id: CASE WHEN row.article STARTS WITH "'" THEN substring(row.article, 1) ELSE row.article END})
OPTIONAL MATCH (o:Entity {id: row.object})
OPTIONAL MATCH (w:Entity {id: row.speaker_id})
OPTIONAL MATCH (f:Entity {id: row.from_id})
MERGE (c:Claim {id: row.id})
FOREACH (key IN [k IN keys(row) WHERE row[k] IS NOT NULL AND NOT k IN ['id', 'subject', 'object', 'speaker_id', 'from_id']] |
  SET c[key] = CASE WHEN row[key] STARTS WITH "'" THEN substring(row[key], 1) ELSE row[key] END)
SET c.confidence = toFloat(row.confidence), c.sentence = toInteger(row.sentence), c.start = toInteger(row.start),
    c.end = toInteger(row.end), c.amount_value = toFloat(row.amount_value), c.amount_usd = toFloat(row.amount_usd),
    c.object_usd = toFloat(row.object_usd), c.left = toBoolean(row.left),
    c.subject_span = [n IN split(row.subject_span, '|') | toInteger(n)],
    c.object_span = [n IN split(row.object_span, '|') | toInteger(n)]
MERGE (c)-[:SUBJECT]->(s)
MERGE (c)-[:IN]->(a)
FOREACH (x IN CASE WHEN o IS NULL THEN [] ELSE [o] END | MERGE (c)-[:OBJECT]->(x))
FOREACH (x IN CASE WHEN w IS NULL THEN [] ELSE [w] END | MERGE (c)-[:SPEAKER]->(x))
FOREACH (x IN CASE WHEN f IS NULL THEN [] ELSE [f] END | MERGE (c)-[:FROM]->(x));
