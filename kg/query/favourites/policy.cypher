// Export controls, bans and inquiries, drawn.
MATCH p = (:Entity)-[:RESTRICTS|INVESTIGATES]->(:Entity)
RETURN p
LIMIT 200;
