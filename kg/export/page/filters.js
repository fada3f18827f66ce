// Legend and filters in one: each kind of entity, statement and relation with its mark, its number and a box to tick.
function countBy(rows, key) {
  const counts = new Map();
  for (const row of rows) counts.set(row[key], (counts.get(row[key]) ?? 0) + 1);
  return counts;
}
const GROUPS = [
  { box: "types", rows: graph.types, hidden: filters.types, counts: countBy(graph.entities, "type"), mark: (row) => dot(row.id) },
  { box: "modalities", rows: graph.modalities, hidden: filters.modalities, counts: countBy(marked, "status"), mark: (row) => sampleOf(row) },
  { box: "predicates", rows: graph.predicates, hidden: filters.predicates, counts: countBy(marked, "predicate"), mark: () => "" },
];

function fillGroup({ box, rows, hidden, counts, mark }, onchange) {
  const present = rows.filter((row) => counts.get(row.id));
  const choices = present.map((row) => {
    const input = el("input", { type: "checkbox", checked: !hidden.has(row.id), value: row.id });
    input.onchange = () => {
      if (input.checked) hidden.delete(row.id);
      else hidden.add(row.id);
      onchange();
    };
    const total = el("span", { className: "count", textContent: grouped(counts.get(row.id)) });
    return el("label", {}, input, mark(row), el("span", { textContent: row.label[language] }), total);
  });
  const setAll = (ids) => () => {
    hidden.clear();
    for (const id of ids) hidden.add(id);
    for (const input of $(box).querySelectorAll("input")) input.checked = !hidden.has(input.value);
    onchange();
  };
  const name = $(box).parentElement.querySelector("legend").textContent.toLowerCase();
  const both = el(
    "p",
    { className: "both" },
    button("small", "All", setAll([]), { "aria-label": `All ${name}` }),
    button("small", "None", setAll(present.map((row) => row.id)), { "aria-label": `None of the ${name}` }),
  );
  $(box).replaceChildren(...choices, ...(present.length > 1 ? [both] : []));
}

function fillFilters(onchange) {
  for (const group of GROUPS) fillGroup(group, onchange);
}

function clearFilters() {
  for (const { hidden } of GROUPS) hidden.clear();
  clearRanges();
}
