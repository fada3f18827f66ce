// The drawings of the report, each with a place below it for the sentences behind the mark that was chosen.
const LEAST = 0.8;
const KINDS = {
  layers: { draw: layersOf, statements: graph.relations, sample: stroke },
  timeline: { draw: (drawing, chosen) => timelineOf(drawing, 1060, chosen), statements: graph.events ?? [], sample: sampleShape },
};

const drawings = read("drawings");
let open = null; // Where sentences are shown, and the mark that was chosen.

function legend(statements, sample) {
  const present = new Set(statements.map(({ status }) => status));
  return graph.modalities
    .filter(({ id }) => present.has(id))
    .map((modality) => el("span", {}, sample(modality), ` ${modality.label[language]}`));
}

function paint() {
  refreshTheme();
  for (const box of document.querySelectorAll("[data-drawing]")) {
    const { draw, statements, sample } = KINDS[drawings[box.dataset.drawing].kind];
    const behind = box.parentElement.querySelector(".behind");
    const drawn = draw(drawings[box.dataset.drawing], (node, relation, row) => showBehind(behind, node, relation, row));
    const scale = Math.max(LEAST, Math.min(1, box.clientWidth / drawn.width));
    drawn.svg.setAttribute("width", Math.round(drawn.width * scale));
    drawn.svg.setAttribute("height", Math.round(drawn.height * scale));
    box.replaceChildren(drawn.svg);
    box.parentElement.querySelector(".legend").replaceChildren(...legend(statements, sample));
  }
}

function showBehind(behind, node, relation, row) {
  open = { behind, mark: document.activeElement?.closest(".mark") ?? open?.mark };
  if (node !== undefined) showEntity(node);
  else if (relation !== undefined) showClaims(relationWords(graph.relations[relation]), graph.relations[relation].claims);
  else showClaims([isolated(eventOf(row).text)], eventOf(row).claims);
}
const eventOf = (row) => graph.events.find((event) => event.row === row);
const relationWords = (relation) => [nameButton(relation.subject), ` ${wordsOf(relation)} `, nameButton(relation.object)];

function showEntity(id) {
  const relations = touching.get(id).flatMap((index) => graph.relations[index].claims);
  const events = (graph.events ?? []).filter(({ ends }) => ends.includes(id)).flatMap(({ claims }) => claims);
  showClaims([isolated(nameOf(id))], [...new Set([...relations, ...events])]);
}

function showClaims(words, ids) {
  const none = ids.length ? [] : [el("p", { className: "soft", textContent: "No article says so; the lexicon knows it." })];
  open.behind.replaceChildren(button("back", "Close", close), el("h3", {}, ...words), ...none, ...(ids.length ? claimCards(ids) : []));
  open.behind.hidden = false;
  open.behind.focus({ preventScroll: true });
  open.behind.scrollIntoView({ block: "nearest" });
}

function close() {
  if (!open) return;
  open.behind.hidden = true;
  open.mark?.focus();
  open = null;
}
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") close();
});
dark.addEventListener("change", paint);
paint();
