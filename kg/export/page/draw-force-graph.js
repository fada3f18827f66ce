// The drawing by force-graph, for many nodes. Places are given, so no force acts. The library draws lines and knows what
// the pointer is on; dots and captions are drawn on its canvas here, so that no text is ever handed on as HTML.
const CROWD = 1500; // Of more lines than this, dashes and arrows are not seen.

function drawingOf(box, drawing, clicked) {
  const nodes = drawing.nodes;
  const links = drawing.edges.map(({ from, to, ...look }, index) => {
    return { ...look, source: from, target: to, index, relation: graph.relations[index] };
  });
  const nodeOf = byId(nodes);
  let scale = 1;
  let dashes = new Map();

  const weight = () => Math.max(0.45, Math.min(1, 150 / (seen.lit.edges.size || seen.edges.size)));

  const radius = (node) => Math.max(node.size, 1.7 / scale);
  function disc(context, node, room = 0) {
    context.moveTo(node.x + radius(node) + room, node.y);
    context.arc(node.x, node.y, radius(node) + room, 0, 2 * Math.PI);
  }
  function drawDots(context) {
    const groups = new Map();
    for (const node of nodes) {
      if (!seen.nodes.has(node.id)) continue;
      const color = types.get(entities.get(node.id).type).color + (seen.isFaded(node.id) ? "30" : "");
      if (!groups.has(color)) groups.set(color, []);
      groups.get(color).push(node);
    }
    for (const [color, group] of [...groups].sort((one, other) => other[0].length - one[0].length)) {
      context.beginPath();
      for (const node of group) disc(context, node);
      context.fillStyle = color;
      context.fill();
    }
  }
  // Settled before a frame: none of thousands of lines has its looks worked out while the drawing moves.
  function settleLines() {
    const usual = Math.max(0.14, Math.min(0.7, 400 / seen.edges.size));
    const colors = new Map(graph.modalities.map(({ id, color }) => [id, shade(color)]));
    for (const link of links) {
      const opacity = seen.lit.edges.has(link.index) ? 0.9 : seen.lit.nodes.size ? 0.05 : usual;
      link.color = colors.get(link.relation.status) + Math.round(opacity * 255).toString(16).padStart(2, "0");
      link.plain = seen.edges.size > CROWD && !seen.lit.edges.has(link.index);
      link.stroke = link.plain ? 0.7 : link.width * weight();
    }
  }
  const captions = captionsOver(box, (id) => {
    const node = nodeOf.get(id);
    return { ...library.graph2ScreenCoords(node.x, node.y), radius: radius(node) * scale };
  });

  settleLines();
  const library = new ForceGraph(box)
    .width(box.clientWidth)
    .height(box.clientHeight)
    .cooldownTicks(0)
    .nodeLabel(null)
    .linkLabel(null)
    .nodeRelSize(1)
    .nodeVal((node) => node.size ** 2)
    .nodeCanvasObject(() => {})
    .nodePointerAreaPaint((node, mark, context) => {
      context.fillStyle = mark;
      context.beginPath();
      disc(context, node, 2 / scale);
      context.fill();
    })
    .nodeVisibility((node) => seen.nodes.has(node.id))
    .linkVisibility((link) => seen.edges.has(link.index))
    .linkColor("color")
    .linkWidth("stroke")
    .linkLineDash((link) => (link.plain ? null : dashes.get(link.relation.status)))
    .linkCurvature("bend")
    .linkDirectionalArrowLength((link) => (link.arrow && !link.plain ? ((4 + 5 * weight()) * Math.min(1, 4 * scale)) / scale : 0))
    .linkDirectionalArrowRelPos(1)
    .onRenderFramePre((context, zoom) => {
      scale = zoom;
      dashes = new Map(graph.modalities.map(({ id, dash }) => [id, dash.map((part) => part / zoom)]));
    })
    .onRenderFramePost((context) => {
      drawDots(context);
      captions.draw(context);
    })
    .onNodeClick((node) => clicked(node.id))
    .onLinkClick((link) => clicked(undefined, link.index))
    .onBackgroundClick((event) => clicked(captions.entityAt(event.offsetX, event.offsetY)))
    .graphData({ nodes, links });
  new ResizeObserver(() => library.width(box.clientWidth).height(box.clientHeight)).observe(box);

  const redraw = () => library.linkColor("color");
  function see(wanted, closest) {
    const bounds = library.getGraphBbox((node) => wanted.has(node.id));
    if (!bounds) return;
    const [width, height] = [bounds.x, bounds.y].map(([low, high]) => high - low);
    const duration = still.matches ? 0 : 350;
    const room = Math.min((box.clientWidth - 70) / width, (box.clientHeight - 90) / height);
    library.centerAt((bounds.x[0] + bounds.x[1]) / 2, (bounds.y[0] + bounds.y[1]) / 2, duration).zoom(Math.min(closest, room), duration);
  }
  return {
    paint: redraw,
    show(nodeIds, edgeIds) {
      Object.assign(seen, { nodes: nodeIds, edges: edgeIds });
      redraw();
    },
    select(nodeIds, edgeIds) {
      seen.lit = { nodes: nodeIds, edges: edgeIds };
      redraw();
    },
    focus: (ids) => see(ids, 1.1),
    fit: () => see(seen.nodes, 1.3),
    zoom: (factor) => library.zoom(library.zoom() * factor, still.matches ? 0 : 150),
    pan(dx, dy) {
      const { x, y } = library.centerAt();
      library.centerAt(x + dx / library.zoom(), y + dy / library.zoom());
    },
  };
}
