// The drawing by vis-network, which has the same methods as the one by force-graph.
function drawingOf(box, drawing, clicked) {
  function node({ id, type }) {
    return { id, opacity: seen.isFaded(id) ? 0.25 : 1, color: { background: types.get(type).color, border: theme.ink } };
  }
  function edge(relation, id) {
    const color = strokeOf(relation);
    const opacity = seen.lit.nodes.size > 0 && !seen.lit.edges.has(id) ? 0.12 : 0.75;
    return { id, color: { color, highlight: color, hover: color, opacity } };
  }
  const nodes = new vis.DataSet(graph.entities.map((entity, index) => ({ ...drawing.nodes[index], label: "", ...node(entity) })));
  const edges = new vis.DataSet(graph.relations.map((relation, index) => ({ ...drawing.edges[index], ...edge(relation, index) })));
  const network = new vis.Network(box, { nodes, edges }, drawing.options);
  box.firstElementChild.tabIndex = -1; // The box around it takes the keys already.

  const sizes = new Map(drawing.nodes.map((row) => [row.id, row.size]));
  const captions = captionsOver(box, (id) => {
    return { ...network.canvasToDOM(network.getPosition(id)), radius: sizes.get(id) * network.getScale() };
  });
  network.on("afterDrawing", (context) => captions.draw(context));
  network.on("click", ({ nodes: [id], edges: [index], pointer }) => clicked(id ?? captions.entityAt(pointer.DOM.x, pointer.DOM.y), index));

  const moving = (duration) => (still.matches ? false : { duration });
  const changed = (before, after) => [...before].filter((id) => !after.has(id)).concat([...after].filter((id) => !before.has(id)));
  return {
    paint() {
      nodes.update(graph.entities.map(node));
      edges.update(graph.relations.map(edge));
    },
    show(nodeIds, edgeIds) {
      nodes.update(changed(seen.nodes, nodeIds).map((id) => ({ id, hidden: !nodeIds.has(id) })));
      edges.update(changed(seen.edges, edgeIds).map((id) => ({ id, hidden: !edgeIds.has(id) })));
      Object.assign(seen, { nodes: nodeIds, edges: edgeIds });
    },
    select(nodeIds, edgeIds) {
      seen.lit = { nodes: nodeIds, edges: edgeIds };
      network.unselectAll();
      this.paint();
    },
    focus: (ids) => network.fit({ nodes: [...ids], maxZoomLevel: 1.1, animation: moving(350) }),
    fit: () => network.fit({ nodes: [...seen.nodes], maxZoomLevel: 1.3, animation: moving(350) }),
    zoom: (factor) => network.moveTo({ scale: network.getScale() * factor, animation: moving(150) }),
    pan(dx, dy) {
      const { x, y } = network.getViewPosition();
      network.moveTo({ position: { x: x + dx / network.getScale(), y: y + dy / network.getScale() } });
    },
  };
}
