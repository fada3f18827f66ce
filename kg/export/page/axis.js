// The time axis: from dates to places, busy months wider than quiet ones, and its ticks.
const SIDE = 112;
const EMPTY = 0.2; // The width of a month without events, where one with events has 1 and 1 for each.

// The first day of a date as precise as known: a year, a quarter (2025-Q4) or half (2025-H2) of one, a month, a day; null for none.
function dayOf(text) {
  const found = text.match(/^(\d{4})(?:-([QH])([1-4])|(?:-\d\d){0,2}(?!\d))/);
  if (!found) return null;
  const [, year, part, number] = found;
  const day = part ? new Date(Date.UTC(year, (number - 1) * (part === "Q" ? 3 : 6))) : new Date(`${text}-01-01`.slice(0, 10));
  return Number.isNaN(Number(day)) ? null : day;
}

// Months in which more happened are wider, so that one busy year among many quiet ones can be read.
function scaleOf(days, width) {
  if (!days.length) return null;
  const first = d3.utcMonth.floor(d3.min(days));
  const end = d3.utcMonth.offset(d3.utcMonth.floor(d3.max(days)), 1);
  const months = d3.utcMonth.range(first, end);
  const counts = d3.rollup(days, (own) => own.length, (day) => Number(d3.utcMonth.floor(day)));
  const quiet = Math.min(EMPTY, 12 / Math.max(1, months.length - counts.size));
  const edges = [0, ...d3.cumsum(months, (month) => (counts.has(Number(month)) ? 1 + counts.get(Number(month)) : quiet))];
  const room = (width - SIDE - 24) / edges.at(-1);
  return d3.scaleUtc([...months, end], edges.map((edge) => SIDE + edge * room));
}

const TICK = 58;
function axisOf(scale, width, bottom) {
  const months = scale.domain().slice(0, -1);
  const ticks = [];
  const take = (month) => {
    const x = scale(month);
    if (x < width - TICK / 2 && ticks.every((one) => Math.abs(one.x - x) >= TICK)) ticks.push({ x, month });
  };
  const room = (month) => scale(d3.utcMonth.offset(month, 1)) - scale(month);
  months.filter((month) => month.getUTCMonth() === 0).forEach(take);
  [...months].sort((one, other) => room(other) - room(one)).forEach(take);
  ticks.sort((one, other) => one.x - other.x);
  return ticks.flatMap(({ x, month }, at) => [
    svg("line", { class: "rule", x1: x, x2: x, y1: 24, y2: bottom }),
    label(tickWords(month, ticks[at - 1]?.month), { class: month.getUTCMonth() ? "soft" : "heading", x, y: 17, "text-anchor": "middle" }),
  ]);
}

// A year by its January, a month by its name, with the year where the tick before is of another.
function tickWords(month, before) {
  const [year, number] = [month.getUTCFullYear(), month.getUTCMonth()];
  if (!number) return String(year);
  const isNew = before?.getUTCFullYear() !== year;
  if (language === "en") return d3.utcFormat(isNew ? "%b %Y" : "%b")(month);
  return `${isNew ? `${year}年` : ""}${number + 1}月`;
}
