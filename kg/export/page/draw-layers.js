// The drawing of dependence in layers, which has the same methods as the others.
const sampleOf = stroke;

function drawingOf(box, drawing, clicked) {
  const seen = { nodes: new Set(entities.keys()), edges: new Set(graph.relations.keys()), lit: new Set(), lines: new Set() };
  const look = scrolled(box, () => layersOf(drawing, clicked), { least: 0.68, mark });
  function mark() {
    const fades = seen.lit.size > 0;
    const each = (marks, shown, lit) => {
      for (const [key, one] of marks) {
        one.classList.toggle("gone", !shown.has(key));
        one.classList.toggle("faded", fades && !lit.has(key));
        one.classList.toggle("lit", fades && lit.has(key));
      }
    };
    each(look.marks().entities, seen.nodes, seen.lit);
    each(look.marks().relations, seen.edges, seen.lines);
  }
  box.addEventListener("click", () => clicked());
  return {
    ...look,
    show(nodes, edges) {
      Object.assign(seen, { nodes, edges });
      mark();
    },
    select(lit, lines) {
      Object.assign(seen, { lit, lines });
      mark();
    },
    focus: (ids) => look.bring([...ids].map((id) => look.marks().entities.get(id))),
  };
}
