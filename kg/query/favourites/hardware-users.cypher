// Who uses whose hardware: the derived relationships, drawn.
MATCH p = (:Organization)-[r:USES_HARDWARE]->(:Entity)
WHERE r.status IN ['asserted', 'planned']
RETURN p
LIMIT 200;
