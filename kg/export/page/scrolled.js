// A drawing in SVG in a box that scrolls; zooming makes it larger in there. `draw` makes it, `mark` says how it looks now.
const CLOSEST = 2.5;
function scrolled(box, draw, { least, mark }) {
  let drawn = draw();
  let scale = 1;
  box.classList.add("scrolls");
  box.setAttribute("role", "group");
  box.setAttribute("aria-label", `${drawn.svg.getAttribute("aria-label")} Plus and minus zoom, 0 shows all.`);
  box.append(drawn.svg);
  function setScale(wanted) {
    const middle = [(box.scrollLeft + box.clientWidth / 2) / scale, (box.scrollTop + box.clientHeight / 2) / scale];
    scale = Math.max(Math.min(least, scale), Math.min(CLOSEST, wanted));
    drawn.svg.setAttribute("width", Math.round(drawn.width * scale));
    drawn.svg.setAttribute("height", Math.round(drawn.height * scale));
    box.scrollTo(middle[0] * scale - box.clientWidth / 2, middle[1] * scale - box.clientHeight / 2);
  }
  return {
    marks: () => drawn,
    paint() {
      const fresh = draw();
      drawn.svg.replaceWith(fresh.svg);
      drawn = fresh;
      setScale(scale);
      mark();
    },
    fit() {
      setScale(Math.max(least, Math.min(1, box.clientWidth / drawn.width, box.clientHeight / drawn.height)));
      box.scrollTo(0, 0);
    },
    bring(marks) {
      const first = [...marks].find((one) => one && !one.classList.contains("gone"));
      first?.scrollIntoView({ block: "center", inline: "center", behavior: still.matches ? "auto" : "smooth" });
    },
    zoom: (factor) => setScale(scale * factor),
    pan: (dx, dy) => box.scrollBy(dx, dy),
  };
}
