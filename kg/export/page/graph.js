// What the page holds. The evidence is most of it by far, so it is parsed when somebody first asks for it.
const read = (id) => JSON.parse($(id).textContent);
const byId = (rows) => new Map(rows.map((row) => [row.id, row]));

const graph = read("data");
const entities = byId(graph.entities);
const types = byId(graph.types);
const predicates = byId(graph.predicates);
const modalities = byId(graph.modalities);
const marked = graph.events ?? graph.relations; // What the drawing has a mark of.

const touching = new Map(graph.entities.map((entity) => [entity.id, []]));
graph.relations.forEach(({ subject, object }, index) => {
  touching.get(subject).push(index);
  if (object !== subject) touching.get(object).push(index);
});
const byLinks = [...touching.keys()].sort((a, b) => touching.get(b).length - touching.get(a).length || (a < b ? -1 : 1));

let parsed = null;
function evidence() {
  if (!parsed) {
    const { claims, articles } = read("evidence");
    const ofValues = new Map();
    for (const claim of claims) {
      if (!claim.object) ofValues.set(claim.subject, [...(ofValues.get(claim.subject) ?? []), claim.id]);
    }
    parsed = { claims: byId(claims), articles: byId(articles), ofValues };
  }
  return parsed;
}

function neighbourhood(id) {
  const ends = touching.get(id).flatMap((index) => [graph.relations[index].subject, graph.relations[index].object]);
  return new Set([id, ...ends]);
}

let language = "en";
const undrawn = byId(graph.undrawn);
const nameOf = (id) => (entities.get(id) ?? undrawn.get(id))?.names[language] ?? id;
const labelOf = (rows, id) => (rows.has(id) ? rows.get(id).label[language] : id);
