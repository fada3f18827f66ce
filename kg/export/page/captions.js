// What a drawing shows and brings forward, and its captions: names at one size whatever the zoom, best-connected first,
// each only where it covers no other and no named dot. Both libraries draw through this.
const CAPTIONS = 110;
const TRIES = 3000;
const FEW = 6; // More captions of lines than this around one node cover each other.

const seen = {
  nodes: new Set(entities.keys()),
  edges: new Set(graph.relations.keys()),
  lit: { nodes: new Set(), edges: new Set() },
  isFaded: (id) => seen.lit.nodes.size > 0 && !seen.lit.nodes.has(id),
};
const mostLinks = byLinks.length ? Math.max(1, touching.get(byLinks[0]).length) : 1;

// Where the texts go, on the screen: `dotOf(id)` is the x, y and radius of a dot, `middleOf(index)` the x and y of a line.
function* wantedCaptions({ dotOf, middleOf }) {
  for (const id of byLinks) {
    if (!seen.nodes.has(id) || seen.isFaded(id)) continue;
    const size = 12 + 3 * Math.sqrt(touching.get(id).length / mostLinks);
    const { x, y, radius } = dotOf(id);
    yield { id, text: captionOf(entities.get(id)), size, x, y: y + radius + 3 + size / 2, above: 2 * radius };
  }
  for (const index of seen.lit.edges.size <= FEW ? seen.lit.edges : []) {
    if (seen.edges.has(index)) yield { text: wordsOf(graph.relations[index]), size: 12, ...middleOf(index) };
  }
}

function captionsOver(box, where) {
  let taken = [];
  const isFree = (one) => taken.every((other) => one.right < other.left || one.left > other.right || one.bottom < other.top || one.top > other.bottom);
  const isInside = ({ x, y }) => x > -10 && y > -10 && x < box.clientWidth + 10 && y < box.clientHeight + 10;
  return {
    draw(context) {
      taken = [];
      context.save();
      context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
      Object.assign(context, { textAlign: "center", textBaseline: "middle", lineWidth: 3.5, lineJoin: "round", strokeStyle: theme.paper, fillStyle: theme.ink });
      let tries = 0;
      for (const { id, text, size, x, y, above = 0 } of wantedCaptions(where)) {
        if (!isInside({ x, y })) continue;
        if (taken.length >= 2 * CAPTIONS || (tries += 1) > TRIES) break;
        context.font = `${size}px ${faceOf(text)}`;
        const half = context.measureText(text).width / 2 + 4;
        const middle = Math.max(half, Math.min(box.clientWidth - half, x));
        const place = { id, left: middle - half, right: middle + half, top: y - size * 0.7, bottom: y + size * 0.7 };
        if (!isFree(place)) continue;
        taken.push(place, { id, left: x - above / 2, right: x + above / 2, top: place.top - above, bottom: place.top });
        context.strokeText(text, middle, y);
        context.fillText(text, middle, y);
      }
      context.restore();
    },
    // The entity whose name is there.
    at: (x, y) => taken.find((place) => x >= place.left && x <= place.right && y >= place.top && y <= place.bottom)?.id,
  };
}
