// Search by name in any of the three languages: width, case, spaces, hyphens and the two kana make no difference.
const fold = (text) =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s・·-]+/g, "")
    .replace(/[ぁ-ゖ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60));

const search = $("search");
const results = $("results");
let forms = null;
function find(text) {
  const wanted = fold(text);
  if (!wanted) return [];
  forms ??= byLinks.map((id) => [id, [...new Set([...Object.values(entities.get(id).names), ...entities.get(id).aliases].map(fold))]]);
  const rank = (form) => (form === wanted ? 0 : form.startsWith(wanted) ? 1 : form.includes(wanted) ? 2 : 3);
  const ranks = [[], [], [], []];
  for (const [id, own] of forms) ranks[Math.min(...own.map(rank))].push(id);
  return ranks.slice(0, 3).flat().slice(0, 12);
}

function pick(id) {
  closeResults();
  search.value = nameOf(id);
  showEntity(id);
  panel.focus({ preventScroll: true });
}

function closeResults() {
  results.hidden = true;
}

search.addEventListener("input", () => {
  const found = find(search.value);
  results.replaceChildren(...found.map((id) => entityRow(id, () => pick(id))));
  if (!found.length) results.append(el("li", { className: "soft", textContent: "Nothing by that name." }));
  results.hidden = !search.value;
  tell(found.length ? `${plural(found.length, "name")} found` : "Nothing by that name");
});
search.addEventListener("keydown", (event) => {
  const [first] = find(search.value);
  if (event.key === "Enter" && first) pick(first);
  if (event.key === "ArrowDown") results.querySelector("button")?.focus();
});
results.addEventListener("keydown", (event) => {
  const step = { ArrowDown: "nextElementSibling", ArrowUp: "previousElementSibling" }[event.key];
  if (!step) return;
  event.preventDefault();
  const item = event.target.closest("li")[step];
  (item ? item.querySelector("button") : search).focus();
});
document.addEventListener("click", (event) => {
  if (!event.target.closest(".finder")) closeResults();
});
