// One relationship with its claims and articles, drawn: expand the claims to read the sentences.
MATCH p = (:Entity)<-[:SUBJECT]-(c:Claim {predicate: 'INVESTED_IN'})-[:OBJECT]->(:Entity)
MATCH q = (c)-[:IN]->(:Article)
RETURN p, q
LIMIT 50;
