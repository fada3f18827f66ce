// Marks of a drawing in SVG that are chosen by pointer and by keyboard: one of them is in the order of Tab, the arrow keys
// go on from mark to mark, Enter and Space choose.
const meter = document.createElement("canvas").getContext("2d");
function widthOf(text, size) {
  meter.font = `${size}px ${faceOf(text)}`;
  return Math.ceil(meter.measureText(text).width);
}

function label(text, attributes) {
  const node = svg("text", { ...attributes, ...(isJapanese(text) ? { lang: "ja" } : {}) });
  node.textContent = text;
  return node;
}

function markOf(words, chosen, ...children) {
  const mark = svg("g", { class: "mark", role: "button", tabindex: -1, "aria-label": words });
  const hint = svg("title", {});
  hint.textContent = words;
  mark.append(hint, ...children);
  mark.addEventListener("click", (event) => {
    event.stopPropagation(); // Around the marks a click chooses nothing.
    chosen();
  });
  return mark;
}

const GOES = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
function inTurn(marks) {
  const goTo = (mark) => {
    for (const one of marks) one.setAttribute("tabindex", one === mark ? 0 : -1);
    mark.focus();
  };
  marks[0]?.setAttribute("tabindex", 0);
  for (const mark of marks) {
    mark.addEventListener("keydown", (event) => {
      const open = marks.filter((one) => !one.classList.contains("gone"));
      const at = open.indexOf(mark);
      if (GOES[event.key]) goTo(open.at((at + GOES[event.key]) % open.length));
      else if (event.key === "Home") goTo(open[0]);
      else if (event.key === "End") goTo(open.at(-1));
      else if (event.key === "Enter" || event.key === " ") mark.dispatchEvent(new MouseEvent("click", { bubbles: true }));
      else return;
      event.preventDefault();
    });
  }
}
