"""The graph, or an answer, as a file: one module a format, all of them over `kg.export.graph.Landscape`."""
