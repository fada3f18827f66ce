// Which models there are: makers, what they derive from, what they were trained and run on, drawn.
MATCH p = (:Entity)-[:DEVELOPS|OPEN_SOURCED|DERIVED_FROM|TRAINED_ON|RUNS_ON]->(:Entity)
RETURN p
LIMIT 200;
