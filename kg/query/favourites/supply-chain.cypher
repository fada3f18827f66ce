// The supply chain: who makes, supplies and designs for whom, drawn.
MATCH p = (:Organization)-[r:SUPPLIES|MANUFACTURES|DESIGNS_CHIP]->(:Entity)
WHERE r.status <> 'denied'
RETURN p
LIMIT 200;
