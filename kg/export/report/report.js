// Each flow is drawn from the JSON of the page with d3-sankey; every text is set as text.
const SVG = "http://www.w3.org/2000/svg";
const WIDTH = 1000, ROW = 26, NODE = 12, LABEL = 260;

function element(name, attributes, text) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (text !== undefined) made.textContent = text;
  return made;
}

function draw(svg, flow) {
  const height = Math.max(120, ROW * Math.max(flow.left, flow.right));
  svg.setAttribute("viewBox", `0 0 ${WIDTH} ${height}`);
  const layout = d3.sankey().nodeWidth(NODE).nodePadding(10)
    .extent([[LABEL, 4], [WIDTH - LABEL, height - 4]]);
  const { nodes, links } = layout({ nodes: flow.nodes.map(n => ({ ...n })), links: flow.links.map(l => ({ ...l })) });
  for (const link of links) {
    const path = element("path", { d: d3.sankeyLinkHorizontal()(link), "stroke-width": Math.max(1, link.width) });
    path.append(element("title", {}, `${link.source.name} → ${link.target.name}: ${link.label}`));
    svg.append(path);
  }
  for (const node of nodes) {
    const left = node.x0 < WIDTH / 2;
    svg.append(element("rect", { x: node.x0, y: node.y0, width: NODE, height: Math.max(1, node.y1 - node.y0) }));
    svg.append(element("text", {
      x: left ? node.x0 - 6 : node.x1 + 6, y: (node.y0 + node.y1) / 2, dy: "0.35em", "text-anchor": left ? "end" : "start",
    }, node.name));
  }
}

const flows = JSON.parse(document.getElementById("flows").textContent);
for (const svg of document.querySelectorAll("svg[data-flow]")) draw(svg, flows[svg.dataset.flow]);
