// Who invested in whom, drawn; a line's amount_usd is the largest single amount told.
MATCH p = (:Entity)-[r:INVESTED_IN]->(:Organization)
WHERE r.status <> 'denied'
RETURN p
LIMIT 200;
