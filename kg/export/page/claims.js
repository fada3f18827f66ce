// A claim with its sentence, who says so, where and when.
function nameButton(id) {
  if (!entities.has(id)) return isolated(nameOf(id));
  return el("button", { type: "button", className: "name", onclick: () => showEntity(id) }, isolated(nameOf(id)));
}

const statement = (claim) =>
  el(
    "p",
    {},
    badge(claim.modality),
    " ",
    nameButton(claim.subject),
    ` ${labelOf(predicates, claim.predicate)} `,
    claim.object ? nameButton(claim.object) : isolated(claim.value),
    claim.left ? " (left)" : "",
  );

function claimCard(claim) {
  const article = evidence().articles.get(claim.article);
  const fact = (text, value) => (value === undefined ? "" : el("span", {}, `${text} `, isolated(String(value))));
  const amount = claim.amount_value && `${grouped(claim.amount_value)} ${claim.amount_unit}`;
  const facts = [
    fact("said by", claim.speaker),
    fact("on", claim.said),
    fact("event", claim.date),
    fact("amount", amount || undefined),
    fact("round", claim.round),
    fact("role", claim.role),
    fact("from", claim.from),
    fact("confidence", claim.confidence.toFixed(2)),
  ];
  return el(
    "article",
    { className: "claim" },
    statement(claim),
    el("blockquote", { lang: article.lang, dir: "auto", textContent: claim.text }),
    el("p", { className: "facts" }, ...facts),
    el("p", { className: "facts source", lang: article.lang }, link(article.url, article.title), isolated(article.publisher)),
  );
}
const claimCards = (ids) => [
  el("h3", { textContent: plural(ids.length, "claim") }),
  ...inPieces(ids, (id) => claimCard(evidence().claims.get(id))),
];
