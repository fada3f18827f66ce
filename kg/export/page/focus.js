// Focus keeps only the neighbourhood of one entity; expanding adds the neighbours of another that is shown.
function setAround(ids, then) {
  around = ids;
  then();
  refresh();
  drawing.fit();
  panel.querySelector(".focus button")?.focus();
}

function focusButtons(id) {
  const near = neighbourhood(id);
  const hidden = around ? [...near].filter((other) => !around.has(other)).length : 0;
  const again = () => showEntity(id, false);
  const buttons = [];
  if (!around || around.size !== near.size || hidden) {
    buttons.push(button("small", "Focus", () => setAround(near, again), { title: "Show only what this is linked to" }));
  }
  if (hidden) {
    const expand = () => setAround(new Set([...around, ...near]), again);
    buttons.push(button("small", `Expand by ${hidden}`, expand, { title: "Add what this is linked to" }));
  }
  if (around) buttons.push(button("small", "Show all", () => setAround(null, again)));
  return el("p", { className: "focus" }, ...buttons);
}
