// What a drawing shows and brings forward, and its captions: names at one size whatever the zoom, best-connected first,
// each only where it covers no other and no named dot. Both libraries draw through this.
const CAPTIONS = 110;
const TRIES = 3000;
const FEW = 6; // More captions of lines than this around one node cover each other.
const ALONG = [0.5, 0.35, 0.65, 0.22, 0.78];

const seen = {
  nodes: new Set(entities.keys()),
  edges: new Set(graph.relations.keys()),
  lit: { nodes: new Set(), edges: new Set() },
  isFaded: (id) => seen.lit.nodes.size > 0 && !seen.lit.nodes.has(id),
};
const sampleOf = stroke; // What the legend shows of a status.
const mostLinks = byLinks.length ? Math.max(1, touching.get(byLinks[0]).length) : 1;

// The texts that are wanted, each with the spots on the screen where it may go: below or above a dot, along a line.
function* wantedCaptions(dotOf) {
  for (const id of byLinks) {
    if (!seen.nodes.has(id) || seen.isFaded(id)) continue;
    const size = 12 + Math.round(3 * Math.sqrt(touching.get(id).length / mostLinks));
    const dot = dotOf(id);
    const away = dot.radius + 3 + size / 2;
    yield { id, text: captionOf(entities.get(id)), size, dot, spots: [{ x: dot.x, y: dot.y + away }, { x: dot.x, y: dot.y - away }] };
  }
  for (const index of seen.lit.edges.size <= FEW ? seen.lit.edges : []) {
    if (!seen.edges.has(index)) continue;
    const { subject, object } = graph.relations[index];
    const [one, other] = [dotOf(subject), dotOf(object)];
    const spots = ALONG.map((part) => ({ x: one.x + (other.x - one.x) * part, y: one.y + (other.y - one.y) * part }));
    yield { text: wordsOf(graph.relations[index]), size: 12, spots };
  }
}

// `dotOf(id)` is the x, y and radius of an entity's dot on the screen.
function captionsOver(box, dotOf) {
  let taken = [];
  const areApart = (one, other) => one.right < other.left || one.left > other.right || one.bottom < other.top || one.top > other.bottom;
  const isFree = (one) => taken.every((other) => areApart(one, other));
  const isInside = ({ x, y }) => x > -10 && y > -10 && x < box.clientWidth + 10 && y < box.clientHeight + 10;
  const around = (id, x, y, across, down) => ({ id, x, y, left: x - across, right: x + across, top: y - down, bottom: y + down });
  const at = (x, y) => taken.find((one) => x >= one.left && x <= one.right && y >= one.top && y <= one.bottom);
  function place(context, { id, text, size, spots }) {
    const open = spots.filter((spot) => isInside(spot) && !at(spot.x, spot.y));
    if (!open.length) return undefined; // Most end here, before their width is measured.
    context.font = `${size}px ${faceOf(text)}`;
    const half = context.measureText(text).width / 2 + 4;
    return open
      .map(({ x, y }) => around(id, Math.max(half, Math.min(box.clientWidth - half, x)), y, half, size * 0.7))
      .find(isFree);
  }
  return {
    draw(context) {
      taken = [];
      context.save();
      context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
      Object.assign(context, { textAlign: "center", textBaseline: "middle", fillStyle: theme.ink });
      Object.assign(context, { lineWidth: 3.5, lineJoin: "round", strokeStyle: theme.paper });
      let tries = 0;
      for (const wanted of wantedCaptions(dotOf)) {
        if (taken.length >= 2 * CAPTIONS || (tries += 1) > TRIES) break;
        const found = place(context, wanted);
        if (!found) continue;
        taken.push(found);
        if (wanted.dot) taken.push(around(wanted.id, wanted.dot.x, wanted.dot.y, wanted.dot.radius, wanted.dot.radius));
        context.strokeText(wanted.text, found.x, found.y);
        context.fillText(wanted.text, found.x, found.y);
      }
      context.restore();
    },
    // The entity whose name or dot is there.
    entityAt: (x, y) => at(x, y)?.id,
  };
}
