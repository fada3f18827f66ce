// The panel beside the drawing: lists of names and links, and the rows of an answer.
const panel = $("panel");
function fill(...children) {
  const wasInside = panel.contains(document.activeElement);
  panel.replaceChildren(...children);
  panel.scrollTop = 0;
  if (wasInside) panel.focus({ preventScroll: true });
  tell(panel.querySelector("h2")?.textContent ?? "");
}

const list = (items, build) => el("ul", { className: "rows" }, ...inPieces(items, build, (more) => el("li", {}, more)));

function relationRow(index) {
  const relation = graph.relations[index];
  const text = `${nameOf(relation.subject)} ${wordsOf(relation)} ${nameOf(relation.object)}`;
  const row = { type: "button", className: "row", onclick: () => showRelation(index) };
  return el("li", {}, el("button", row, isolated(text), el("span", { className: "count" }, badge(relation.status))));
}

function entityRow(id, onclick = () => showEntity(id)) {
  const entity = entities.get(id);
  const label = el("span", { className: "count", textContent: labelOf(types, entity.type) });
  return el("li", {}, el("button", { type: "button", className: "row", onclick }, dot(entity.type), isolated(nameOf(id)), label));
}

function answerTable() {
  const { columns, rows, claims } = graph.table;
  const head = ["claims", ...columns].map((column) => el("th", { scope: "col", textContent: column }));
  const row = (index) => {
    const count = claims[index]?.length ?? 0;
    const says = `${plural(count, "claim")} behind row ${index + 1}`;
    const open = count ? button("name", String(count), () => showRow(index), { "aria-label": says }) : "0";
    return el("tr", {}, el("td", {}, open), ...rows[index].map((cell) => el("td", { dir: "auto", textContent: cell ?? "" })));
  };
  const body = inPieces([...rows.keys()], row, (more) => el("tr", {}, el("td", { colSpan: head.length }, more)));
  const table = el("table", {}, el("thead", {}, el("tr", {}, ...head)), el("tbody", {}, ...body));
  return el("div", { className: "scroll", tabIndex: 0 }, table);
}
