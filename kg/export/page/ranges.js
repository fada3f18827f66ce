// The sliders: from when to when something was said, over how often each month or day says something; and how sure.
const said = marked.flatMap(({ first_said: first, last_said: last }) => (first ? [first, last] : [])).sort();
const spansMonths = said.length > 0 && new Date(said.at(-1)) - new Date(said[0]) > 120 * 864e5;
const steps = said.length ? stepsBetween(said[0], said.at(-1)) : [];

function stepsBetween(first, last) {
  const length = spansMonths ? 7 : 10;
  const found = [];
  const day = new Date(`${first}-01-01`.slice(0, 10));
  if (spansMonths) day.setUTCDate(1);
  for (; found.at(-1) !== last.slice(0, length) && found.length < 1000; ) {
    const step = day.toISOString().slice(0, length);
    if (step > last) break;
    found.push(step);
    if (spansMonths) day.setUTCMonth(day.getUTCMonth() + 1);
    else day.setUTCDate(day.getUTCDate() + 1);
  }
  return found;
}

const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
function inWords(step) {
  const [year, month, day] = step.split("-");
  if (language !== "en") return `${year}年${Number(month)}月${day ? `${Number(day)}日` : ""}`;
  return `${day ? `${Number(day)} ` : ""}${MONTHS[month - 1]} ${year}`;
}

function readRanges() {
  const [from, until] = [Number($("from").value), Number($("until").value)];
  filters.from = from > 0 ? steps[from] : "";
  filters.until = until < steps.length - 1 ? steps[until] : "";
  filters.least = Number($("least").value) / 100;
}

function tellRanges() {
  $("least-text").textContent = Number($("least").value) ? `at least ${filters.least.toFixed(2)}` : "any";
  $("least").setAttribute("aria-valuetext", $("least-text").textContent);
  if (steps.length < 2) return;
  const last = steps.length - 1;
  for (const id of ["from", "until"]) {
    const words = inWords(steps[Number($(id).value)]);
    $(`${id}-text`).textContent = words;
    $(id).setAttribute("aria-valuetext", words);
  }
  const [from, until] = [Number($("from").value), Number($("until").value)];
  $("from").style.zIndex = from > last / 2 ? 2 : 1; // Where both handles meet, the one that can still move is on top.
  [...$("bars").children].forEach((bar, index) => bar.classList.toggle("out", index < from || index > until));
}

function drawBars() {
  const counts = new Map(steps.map((step) => [step, 0]));
  for (const { last_said: last } of marked) {
    const step = last?.slice(0, steps[0].length);
    if (counts.has(step)) counts.set(step, counts.get(step) + 1);
  }
  const most = Math.max(...counts.values());
  const width = 100 / steps.length;
  const bars = [...counts.values()].map((count, index) => {
    const height = count && 4 + (36 * count) / most;
    return svg("rect", { x: index * width, y: 40 - height, width: width * 0.8, height });
  });
  $("bars").replaceChildren(...bars);
}

function setUpRanges(onchange) {
  const undated = marked.filter((statement) => !statement.first_said).length;
  $("undated").textContent = undated ? `${grouped(undated)} undated` : "";
  $("dates").hidden = steps.length < 2;
  if (steps.length > 1) drawBars();
  for (const id of ["from", "until"]) $(id).max = steps.length - 1;
  $("until").value = steps.length - 1;
  const [from, until] = [$("from"), $("until")];
  from.oninput = () => (from.value = Math.min(Number(from.value), Number(until.value)));
  until.oninput = () => (until.value = Math.max(Number(from.value), Number(until.value)));
  for (const input of [from, until, $("least")]) {
    input.addEventListener("input", () => {
      readRanges();
      tellRanges();
      onchange();
    });
  }
  tellRanges();
}

function clearRanges() {
  $("from").value = 0;
  $("until").value = steps.length - 1;
  $("least").value = 0;
  readRanges();
  tellRanges();
}
