// Events along a time axis, in lanes by what they are about; what has no date stands apart below. d3 gives the scale and the shapes.
const LINE = 22;
const LONGEST = 64;
// How each status looks: a shape of d3, filled or not, turned or not.
const SHAPES = {
  asserted: ["symbolCircle", true, 0],
  planned: ["symbolCircle", false, 0],
  rumoured: ["symbolDiamond", false, 0],
  speculative: ["symbolTriangle", false, 0],
  ended: ["symbolSquare", true, 0],
  denied: ["symbolCross", true, 45],
};

function shapeOf(status, x, y, small = false) {
  const [symbol, filled, turn] = SHAPES[status];
  const shape = svg("path", { d: d3.symbol().type(d3[symbol]).size(small ? 38 : 84)(), transform: `translate(${x} ${y}) rotate(${turn})`, "stroke-width": 1.8 });
  const color = shade(modalities.get(status).color);
  shape.style.stroke = color;
  shape.style.fill = filled ? color : css("--paper");
  return shape;
}

function sampleShape({ id }) {
  const box = svg("svg", { width: 18, height: 16, class: "stroke", "aria-hidden": true });
  box.append(shapeOf(id, 9, 8));
  return box;
}

// A drawing in SVG with its size, and the marks of events by index.
function timelineOf({ lanes }, width, chosen) {
  const events = (graph.events ?? []).map((event, index) => ({ event, index, own: dayOf(event.date), day: dayOf(event.date) ?? dayOf(event.first_said) }));
  const [dated, undated] = [events.filter(({ day }) => day), events.filter(({ day }) => !day)];
  const scale = scaleOf(dated.map(({ day }) => day), width);
  const drawn = svg("svg", { class: "drawn", role: "group" });
  drawn.setAttribute("aria-label", "Events in order of time. The arrow keys go from event to event.");
  const marks = new Map();
  let top = dated.length ? 34 : 6;
  const axis = svg("g", {});
  drawn.append(axis);
  function lane(words, rows, place) {
    const height = LINE * Math.max(1, rows) + 12;
    const heading = label(words, { class: "heading", x: 10, y: top + 21 });
    drawn.append(svg("rect", { class: "band", x: 0, y: top, width, height: height - 4, rx: 8 }), heading);
    for (const [index, mark] of place(top + 17)) {
      marks.set(index, mark);
      drawn.append(mark);
    }
    top += height;
  }
  for (const { id, label: names } of lanes) {
    const own = dated.filter(({ event }) => event.topic === id).map((one) => ({ ...one, x: scale(one.day) }));
    if (!own.length) continue;
    const { spots, rows } = packed(own, width);
    lane(names[language], rows, (y) => spots.map((spot) => [spot.index, eventMark(spot, y + LINE * spot.row, chosen)]));
  }
  if (dated.length) axis.append(...axisOf(scale, width, top));
  if (undated.length) {
    const { spots, rows } = filled(undated, width);
    lane({ en: "no date", ja: "日付なし", zh: "无日期" }[language], rows, (y) => spots.map((spot) => [spot.index, eventMark(spot, y + LINE * spot.row, chosen)]));
  }
  drawn.setAttribute("viewBox", `0 0 ${width} ${top}`);
  inTurn([...dated, ...undated].map(({ index }) => marks.get(index)));
  return { svg: drawn, width, height: top, events: marks };
}

const textOf = (event) => {
  const letters = [...event.text];
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST - 1).join("")}…` : event.text;
};

// Each event in the first row of its lane where its mark and words cover no others; words that would leave the drawing stand before the mark.
function packed(own, width) {
  const rows = [];
  const spots = own.map((one) => {
    const text = textOf(one.event);
    const wide = widthOf(text, 13) + 14;
    const isBefore = one.x + wide > width - 4 && one.x - wide > SIDE - 8;
    const [left, right] = isBefore ? [one.x - wide, one.x + 8] : [one.x - 8, one.x + wide];
    const isFree = (row) => row.every((other) => right + 8 < other.left || left - 8 > other.right);
    let row = rows.findIndex(isFree);
    if (row < 0) row = rows.push([]) - 1;
    rows[row].push({ left, right });
    return { ...one, text, isBefore, row };
  });
  return { spots, rows: rows.length };
}

// Events one after the other, row by row.
function filled(own, width) {
  let [x, row] = [SIDE + 8, 0];
  const spots = own.map((one) => {
    const text = textOf(one.event);
    const wide = widthOf(text, 13) + 34;
    if (x > SIDE + 8 && x + wide > width) [x, row] = [SIDE + 8, row + 1];
    const spot = { ...one, text, isBefore: false, row, x };
    x += wide;
    return spot;
  });
  return { spots, rows: row + 1 };
}

function eventMark({ event, own, day, text, isBefore, x }, y, chosen) {
  const isOwnDay = Boolean(own) || !day; // Else it stands where it was first said.
  const words = label(text, { x: x + (isBefore ? -11 : 11), y, dy: "0.35em", "text-anchor": isBefore ? "end" : "start" });
  if (!isOwnDay) words.classList.add("soft");
  const wide = widthOf(text, 13) + 24;
  const aim = svg("rect", { class: "aim", x: isBefore ? x - wide + 10 : x - 10, y: y - 10, width: wide, height: 20, rx: 5 });
  const date = event.date || (event.first_said ? `first said ${event.first_said}` : "no date");
  const status = modalities.get(event.status).label[language];
  const full = `${date}: ${event.text}, ${status}, ${plural(event.articles, "article")}`;
  return markOf(full, () => chosen(undefined, undefined, event.row), aim, shapeOf(event.status, x, y, !isOwnDay), words);
}
