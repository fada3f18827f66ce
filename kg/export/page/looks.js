// Colours and fonts, by scheme and language.
const dark = matchMedia("(prefers-color-scheme: dark)");
const still = matchMedia("(prefers-reduced-motion: reduce)");

const css = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const theme = { ink: "", paper: "", face: "", japanese: "" };
function refreshTheme() {
  Object.assign(theme, { ink: css("--ink"), paper: css("--paper"), face: css("--font"), japanese: css("--font-ja") });
}
const faceOf = (caption) => (isJapanese(caption) ? theme.japanese : theme.face);

// Colours are meant for white paper; on dark paper they are mixed with white until they can be seen.
function shade(color) {
  const parts = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));
  const light = (0.3 * parts[0] + 0.59 * parts[1] + 0.11 * parts[2]) / 255;
  const mix = dark.matches ? Math.max(0, (0.66 - light) / (1 - light)) : 0;
  return `#${parts.map((part) => Math.round(part + (255 - part) * mix).toString(16).padStart(2, "0")).join("")}`;
}

const captionOf = (entity) => short(entity.names[language]);
const colorOf = (entity) => types.get(entity.type).color;
const strokeOf = (relation) => shade(modalities.get(relation.status).color);
const wordsOf = (relation) => labelOf(predicates, relation.predicate);

function dot(type) {
  const mark = el("span", { className: "dot" });
  mark.style.background = types.get(type).color;
  return mark;
}

function stroke(modality) {
  const box = svg("svg", { width: 34, height: 10, class: "stroke", "aria-hidden": true });
  const line = svg("line", { x1: 0, x2: 34, y1: 5, y2: 5, "stroke-width": 2.5, "stroke-dasharray": modality.dash.join(" ") || "none" });
  line.style.stroke = shade(modality.color);
  box.append(line);
  return box;
}

function badge(id) {
  const modality = modalities.get(id);
  const mark = el("span", { className: "badge", textContent: modality.label[language], title: modality.says });
  mark.style.color = shade(modality.color);
  return mark;
}
