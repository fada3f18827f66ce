// Each flow is drawn from the JSON of the page with d3-sankey.
const WIDTH = 1000, ROW = 34, NODE = 12, SIDES = 260;
const APART = 18; // As much as a name is tall, however small its flow.

function drawFlow(drawn, flow) {
  const height = Math.max(120, ROW * Math.max(flow.left, flow.right));
  drawn.setAttribute("viewBox", `0 0 ${WIDTH} ${height}`);
  const layout = d3.sankey().nodeWidth(NODE).nodePadding(APART)
    .extent([[SIDES, 10], [WIDTH - SIDES, height - 10]]);
  const { nodes, links } = layout({ nodes: flow.nodes.map((node) => ({ ...node })), links: flow.links.map((link) => ({ ...link })) });
  for (const link of links) {
    const path = svg("path", { d: d3.sankeyLinkHorizontal()(link), "stroke-width": Math.max(1, link.width) });
    const hint = svg("title", {});
    hint.textContent = `${link.source.name} → ${link.target.name}: ${link.label}`;
    path.append(hint);
    drawn.append(path);
  }
  for (const node of nodes) {
    const isLeft = node.x0 < WIDTH / 2;
    drawn.append(
      svg("rect", { x: node.x0, y: node.y0, width: NODE, height: Math.max(1, node.y1 - node.y0) }),
      label(short(node.name), { x: isLeft ? node.x0 - 6 : node.x1 + 6, y: (node.y0 + node.y1) / 2, dy: "0.35em", "text-anchor": isLeft ? "end" : "start" }),
    );
  }
}

const flows = read("flows");
for (const drawn of document.querySelectorAll("svg[data-flow]")) drawFlow(drawn, flows[drawn.dataset.flow]);
