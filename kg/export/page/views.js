// What the panel shows and the drawing brings forward: everything, a row of the answer, an entity, or a link.
let view = { draw: showStart };

function choose(draw, { nodes = [], edges = [], claims = [], look = false }) {
  const plain = view.draw === showStart && draw === showStart;
  view = { draw };
  const [lit, lines, told] = [nodes, edges, claims].map((ids) => new Set(ids));
  if (!plain) drawing.select(lit, lines, told);
  if (look) drawing.focus(lit, told);
}
const back = () => button("back", "Close", () => showStart());

function showStart() {
  choose(showStart, {});
  const { nodes } = shown();
  const listed = byLinks.filter((id) => nodes.has(id));
  const hint = graph.entities.length
    ? "Choose a name or a line to read the sentences behind it."
    : "Nothing to draw: no claim links any entities here.";
  const heading = el("h2", { className: "minor", textContent: "Entities by number of links" });
  fill(
    ...(graph.table ? [el("h2", { textContent: "Answer" }), answerTable()] : []),
    el("p", { className: "soft", textContent: hint }),
    ...(listed.length ? [heading, list(listed, (id) => entityRow(id))] : []),
  );
}

function showRow(index, look = true) {
  const ids = new Set(graph.table.claims[index]);
  const claims = [...ids].map((id) => evidence().claims.get(id));
  const ends = new Set(claims.flatMap((claim) => [claim.subject, claim.object]).filter((id) => entities.has(id)));
  const behind = graph.relations.flatMap((relation, at) => (relation.claims.some((id) => ids.has(id)) ? [at] : []));
  choose(() => showRow(index, false), { nodes: ends, edges: behind, claims: ids, look });
  const cells = graph.table.rows[index].map((cell, at) => [graph.table.columns[at], cell]);
  const told = cells.filter(([, cell]) => cell !== null && cell !== "");
  const first = (graph.events && told.find(([column]) => column === "what")) ?? told[0] ?? ["", ""]; // An event has no name.
  const rest = told.filter((cell) => cell !== first);
  const facts = rest.map(([column, cell]) => el("span", {}, `${column} `, isolated(String(cell))));
  fill(back(), el("h2", {}, isolated(String(first[1]))), el("p", { className: "facts" }, ...facts), ...claimCards([...ids]));
}

function showEntity(id, look = true) {
  const entity = entities.get(id);
  const indexes = touching.get(id);
  const names = new Set([...Object.values(entity.names), ...entity.aliases]);
  names.delete(nameOf(id));
  const page = entity.wikidata && link(`https://www.wikidata.org/wiki/${entity.wikidata}`, `Wikidata ${entity.wikidata}`);
  const ids = [...(evidence().ofValues.get(id) ?? []), ...new Set(indexes.flatMap((index) => graph.relations[index].claims))];
  choose(() => showEntity(id, false), { nodes: neighbourhood(id), edges: indexes, claims: ids, look });
  fill(
    back(),
    el("h2", {}, isolated(nameOf(id))),
    el("p", { className: "soft" }, dot(entity.type), ` ${labelOf(types, entity.type)} `, page),
    names.size ? el("p", { className: "soft" }, isolated([...names].join(" · "))) : "",
    focusButtons(id),
    ...(indexes.length ? [el("h3", { textContent: plural(indexes.length, "link") }), list(indexes, relationRow)] : []),
    ...(ids.length ? claimCards(ids) : []),
  );
}

function showRelation(index, look = true) {
  const relation = graph.relations[index];
  choose(() => showRelation(index, false), { nodes: [relation.subject, relation.object], edges: [index], claims: relation.claims, look });
  const dates = [...new Set([relation.first_said, relation.last_said])].filter(Boolean).join(" to ");
  const facts = [
    badge(relation.status),
    relation.contested ? "contested" : "",
    relation.sources ? plural(relation.sources, "article") : "",
    dates,
    `confidence ${relation.confidence.toFixed(2)}`,
    relation.amount_usd ? `up to ${grouped(Math.round(relation.amount_usd))} USD` : "",
  ];
  const title = el("h2", {}, nameButton(relation.subject), ` ${wordsOf(relation)} `, nameButton(relation.object));
  const told = el("p", { className: "facts" }, ...facts.map((fact) => fact && el("span", {}, fact)));
  fill(back(), title, told, ...claimCards(relation.claims));
}
