// Who depends on whom as columns of names: the columns are given, dagre places names in them and lines between them.
const TALL = 26;
const EDGE_ROOM = 6;

// A drawing in SVG with its size, the marks of entities by id, and those of relations by index.
function layersOf({ columns, nodes, edges }, chosen) {
  const plan = placed(nodes, edges);
  const spans = spansOf(plan, nodes);
  const lines = Math.max(0, ...columns.map(({ labels }) => labels.length));
  const head = 18 + 16 * lines;
  const bands = columns.map((column) => bandOf(column, spans));
  const [left, right] = [Math.min(0, ...bands.map((band) => band.left)), Math.max(1, ...bands.map((band) => band.right))];
  const size = { width: Math.ceil(right - left), height: Math.ceil(plan.graph().height || 1) + head };
  const drawn = svg("svg", { class: "drawn", viewBox: `${left} 0 ${size.width} ${size.height}`, role: "group" });
  drawn.setAttribute("aria-label", "Who depends on whom, in layers. The arrow keys go from name to name and line to line.");
  drawn.append(...bands.flatMap((band) => headingOf(band, size.height)));
  const body = svg("g", { transform: `translate(0 ${head})` });
  const relations = new Map(edges.map((edge) => [edge.relation, lineOf(pointsOf(plan, edge), edge, chosen)]));
  const entityMarks = new Map(nodes.map(({ id }) => [id, boxOf(plan.node(plan.names[id]), id, chosen)]));
  body.append(...relations.values(), ...entityMarks.values());
  drawn.append(body);
  inTurn(nodes.flatMap(({ id }) => [entityMarks.get(id), ...edges.filter(({ end }) => end === id).map(({ relation }) => relations.get(relation))]));
  return { svg: drawn, ...size, entities: entityMarks, relations };
}

function placed(nodes, edges) {
  const plan = new dagre.graphlib.Graph({ multigraph: true });
  plan.names = Object.assign(Object.create(null), Object.fromEntries(nodes.map(({ id }, index) => [id, String(index)])));
  plan.setGraph({ rankdir: "LR", ranker: "none", ranksep: 36, nodesep: 10, edgesep: EDGE_ROOM, marginx: 14, marginy: 10 });
  // dagre keeps every other column free, for labels on lines.
  for (const { id, rank } of nodes) plan.setNode(plan.names[id], { rank: 2 * rank, width: widthOf(captionOf(entities.get(id)), 13) + 18, height: TALL });
  for (const { relation, start, end } of edges) plan.setEdge(plan.names[start], plan.names[end], {}, String(relation));
  if (nodes.length) dagre.layout(plan);
  return plan;
}

// From where to where each column reaches.
function spansOf(plan, nodes) {
  const spans = new Map();
  for (const { id, rank } of nodes) {
    const { x, width } = plan.node(plan.names[id]);
    const [left, right] = spans.get(rank) ?? [Infinity, -Infinity];
    spans.set(rank, [Math.min(left, x - width / 2), Math.max(right, x + width / 2)]);
  }
  return spans;
}

// The band of one layer or several: as wide as its columns, or its heading.
function bandOf({ labels, first, last }, spans) {
  const words = labels.map((one) => one[language]);
  const [left, right] = [spans.get(first)[0] - 12, spans.get(last)[1] + 12];
  const more = Math.max(0, ...words.map((text) => widthOf(text, 13) + 12 - (right - left))) / 2;
  return { words, left: left - more, right: right + more };
}

function headingOf({ words, left, right }, height) {
  const band = svg("rect", { class: "band", x: left, y: 0, width: right - left, height, rx: 8 });
  const lines = words.map((text, line) => label(text, { class: "heading", x: (left + right) / 2, y: 20 + 16 * line, "text-anchor": "middle" }));
  return [band, ...lines];
}

function boxOf({ x, y, width }, id, chosen) {
  const entity = entities.get(id);
  const text = captionOf(entity);
  const box = svg("rect", { class: "box", x: x - width / 2, y: y - TALL / 2, width, height: TALL, rx: 6 });
  box.style.stroke = shade(colorOf(entity));
  const name = label(text, { x, y, dy: "0.35em", "text-anchor": "middle" });
  return markOf(`${nameOf(id)}, ${labelOf(types, entity.type)}`, () => chosen(id), box, name);
}

const curve = d3
  .line()
  .x((point) => point.x)
  .y((point) => point.y)
  .curve(d3.curveBasis);

// The way of a line, from the right side of one box to the left side of the other.
function pointsOf(plan, { relation, start, end }) {
  const [from, to] = [plan.node(plan.names[start]), plan.node(plan.names[end])];
  const { points } = plan.edge(plan.names[start], plan.names[end], String(relation));
  return [{ x: from.x + from.width / 2, y: from.y }, ...points.slice(1, -1), { x: to.x - to.width / 2, y: to.y }];
}

function lineOf(points, { relation: index, head }, chosen) {
  const relation = graph.relations[index];
  const modality = modalities.get(relation.status);
  const line = svg("path", { class: "line", d: curve(points), "stroke-width": relation.claims.length > 1 ? 2.2 : 1.5 });
  line.style.stroke = strokeOf(relation);
  if (relation.dash.length) line.setAttribute("stroke-dasharray", relation.dash.map((part) => part / 2).join(" "));
  const words = `${nameOf(relation.subject)} ${wordsOf(relation)} ${nameOf(relation.object)}, ${modality.label[language]}, ${plural(relation.claims.length, "claim")}`;
  return markOf(words, () => chosen(undefined, index), svg("path", { class: "hit", d: curve(points) }), line, ...headOf(points, head, relation));
}

// The arrow's head, at the one who is depended on.
function headOf(points, head, relation) {
  if (!head) return [];
  const [tip, before] = head === "start" ? points : [points.at(-1), points.at(-2)];
  const turn = (Math.atan2(tip.y - before.y, tip.x - before.x) * 180) / Math.PI;
  const arrow = svg("path", { d: "M0,0L-9,-4L-9,4Z", transform: `translate(${tip.x} ${tip.y}) rotate(${turn})` });
  arrow.style.fill = strokeOf(relation);
  return [arrow];
}
