"""Real Neo4j Community servers for tests, from their Maven artifacts, on loopback."""
