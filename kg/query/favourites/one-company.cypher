// Everything said of one company: change the name.
MATCH p = (e:Entity {name: 'NVIDIA'})-[r]-(:Entity)
RETURN p
LIMIT 200;
