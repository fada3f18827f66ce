// The parts wired together.
refreshTheme();
const drawing = drawingOf($("graph"), read("drawing"), (node, edge, row) => {
  if (row !== undefined) showRow(row, false);
  else if (node !== undefined) showEntity(node, false);
  else if (edge !== undefined) showRelation(edge, false);
  else showStart();
});

// The words of who looks away from the drawing; the latest count waits until a slider rests.
let counting = 0;
function tell(words) {
  clearTimeout(counting);
  $("status").textContent = words;
}

function refresh() {
  const { nodes, edges, events } = shown();
  drawing.show(nodes, edges, events);
  const of = (part, whole, ...words) => `${part === whole ? "" : `${grouped(part)} of `}${plural(whole, ...words)}`;
  const ofEntities = of(nodes.size, graph.entities.length, "entity", "entities");
  const ofMarks = graph.events ? of(events.size, graph.events.length, "event") : of(edges.size, graph.relations.length, "link");
  const count = `${ofEntities}, ${ofMarks}`;
  $("count").textContent = count;
  $("clear").hidden = !isFiltered();
  $("show-all").hidden = !around;
  clearTimeout(counting);
  counting = setTimeout(() => tell(`${count} shown`), 300);
}

// A slider moves faster than thousands of nodes can be drawn.
let waiting = false;
function refreshSoon() {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(() => {
    waiting = false;
    if (view.draw === showStart) showStart();
    refresh();
  });
}

function repaint() {
  refreshTheme();
  fillFilters(refreshSoon);
  tellRanges();
  drawing.paint();
  view.draw();
}

$("zoom-in").onclick = () => drawing.zoom(1.3);
$("zoom-out").onclick = () => drawing.zoom(1 / 1.3);
$("zoom-fit").onclick = () => drawing.fit();
$("show-all").onclick = () => setAround(null, view.draw);
$("clear").onclick = () => {
  clearFilters();
  fillFilters(refreshSoon);
  refreshSoon();
};
$("language").onchange = (event) => {
  language = event.target.value;
  document.documentElement.lang = language;
  repaint();
};
dark.addEventListener("change", repaint);

const STEPS = { ArrowLeft: [-60, 0], ArrowRight: [60, 0], ArrowUp: [0, -60], ArrowDown: [0, 60] };
$("graph").addEventListener("keydown", (event) => {
  if (event.defaultPrevented) return; // A mark took it.
  if (STEPS[event.key]) drawing.pan(...STEPS[event.key]);
  else if (event.key === "+" || event.key === "=") drawing.zoom(1.3);
  else if (event.key === "-") drawing.zoom(1 / 1.3);
  else if (event.key === "0") drawing.fit();
  else return;
  event.preventDefault();
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    closeResults();
    showStart();
  } else if (event.key === "/" && !event.target.closest("input, select")) {
    event.preventDefault();
    search.focus();
  }
});

if (matchMedia("(max-width: 52rem)").matches) $("filters").open = false;
$("summary").textContent = graph.summary.join(" · ");
setUpRanges(refreshSoon);
fillFilters(refreshSoon);
showStart();
refresh();
drawing.fit();
