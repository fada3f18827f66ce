// Elements in pieces, so that thousands of them cost nothing.
const PIECE = 100;

// The first elements of many, and a button that brings more; `held` puts that button where such elements may stand.
function inPieces(items, build, held = (more) => more) {
  const piece = items.slice(0, PIECE).map(build);
  const rest = items.slice(PIECE);
  if (!rest.length) return piece;
  const more = held(
    button("more", `${grouped(rest.length)} more`, () => {
      const next = inPieces(rest, build, held);
      more.replaceWith(...next);
      next[0].querySelector("button")?.focus();
    }),
  );
  return [...piece, more];
}
