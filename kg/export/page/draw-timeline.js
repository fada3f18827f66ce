// The drawing of a timeline, which has the same methods as the others; its marks are events.
const sampleOf = sampleShape;

function drawingOf(box, drawing, clicked) {
  const seen = { events: new Set((graph.events ?? []).keys()), told: new Set() };
  const width = () => Math.max(600, box.clientWidth - 16);
  const draw = () => timelineOf(drawing, width(), clicked);
  const look = scrolled(box, draw, { least: 1, mark });
  const isTold = (index) => graph.events[index].claims.some((id) => seen.told.has(id));
  function mark() {
    const fades = seen.told.size > 0;
    for (const [index, one] of look.marks().events) {
      one.classList.toggle("gone", !seen.events.has(index));
      one.classList.toggle("faded", fades && !isTold(index));
      one.classList.toggle("lit", fades && isTold(index));
    }
  }
  box.addEventListener("click", () => clicked());
  return {
    ...look,
    show(nodes, edges, events) {
      seen.events = events;
      mark();
    },
    select(nodes, edges, told) {
      seen.told = told;
      mark();
    },
    focus: () => look.bring([...look.marks().events].filter(([index]) => isTold(index)).map(([, one]) => one)),
  };
}
