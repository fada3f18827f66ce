"use strict";
// Text from the data reaches the page through textContent and the canvas alone, never as markup.
(() => {
  const read = (id) => JSON.parse(document.getElementById(id).textContent);
  const byId = (rows) => new Map(rows.map((row) => [row.id, row]));
  const data = read("data");
  const drawing = read("drawing");
  const entities = byId(data.entities);
  const claims = byId(data.claims);
  const articles = byId(data.articles);
  const types = byId(data.types);
  const predicates = byId(data.predicates);
  const modalities = byId(data.modalities);
  const fonts = new Map(drawing.nodes.map((node) => [node.id, node.font.size]));
  const touching = new Map(data.entities.map((entity) => [entity.id, []]));
  data.relations.forEach((relation, index) => {
    for (const end of new Set([relation.subject, relation.object])) touching.get(end).push(index);
  });

  const $ = (id) => document.getElementById(id);
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const hiddenTypes = new Set();
  const hiddenModalities = new Set();
  const FEW = 6; // More captions than this around one node cover each other.
  let language = "en";
  let chosen = { nodes: new Set(), edges: new Set() };

  const nameOf = (id) => (entities.has(id) ? entities.get(id).names[language] : id);
  const labelOf = (rows, id) => (rows.has(id) ? rows.get(id).label[language] : id);

  // Colours are meant for white paper; on dark paper they are mixed with white until they can be seen.
  function shade(color) {
    const parts = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));
    const light = (0.3 * parts[0] + 0.59 * parts[1] + 0.11 * parts[2]) / 255;
    const mix = dark.matches ? Math.max(0, (0.66 - light) / (1 - light)) : 0;
    return `#${parts.map((part) => Math.round(part + (255 - part) * mix).toString(16).padStart(2, "0")).join("")}`;
  }
  const css = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

  // ---- the drawing
  const nodes = new vis.DataSet(drawing.nodes);
  const edges = new vis.DataSet(drawing.edges);
  const options = JSON.parse(drawing.options);
  const network = new vis.Network($("graph"), { nodes, edges }, options);

  const nodeShown = (entity) => !hiddenTypes.has(entity.type);
  const edgeShown = (relation) =>
    !hiddenModalities.has(relation.status) && [relation.subject, relation.object].every((end) => nodeShown(entities.get(end)));

  function paint() {
    const some = chosen.nodes.size > 0;
    const ink = css("--ink");
    const paper = css("--paper");
    const face = css("--font");
    nodes.update(
      data.entities.map((entity) => {
        const faded = some && !chosen.nodes.has(entity.id);
        return {
          id: entity.id,
          label: short(entity.names[language]),
          hidden: !nodeShown(entity),
          opacity: faded ? 0.25 : 1,
          color: { background: types.get(entity.type).color, border: ink, highlight: { border: ink } },
          font: { size: fonts.get(entity.id), face, color: faded ? `${ink}55` : ink, strokeWidth: 4, strokeColor: paper },
        };
      }),
    );
    edges.update(
      data.relations.map((relation, id) => {
        const near = chosen.edges.has(id);
        const named = near && chosen.edges.size <= FEW;
        const color = shade(modalities.get(relation.status).color);
        return {
          id,
          hidden: !edgeShown(relation),
          label: named ? labelOf(predicates, relation.predicate) : "",
          font: { size: 13, face, color: ink, strokeWidth: 4, strokeColor: paper, align: "horizontal" },
          color: { color, highlight: color, hover: color, opacity: some && !near ? 0.12 : 0.75 },
        };
      }),
    );
  }

  function move(options) {
    network.fit({ animation: still.matches ? false : { duration: 350 }, ...options });
  }
  function zoom(factor) {
    network.moveTo({ scale: network.getScale() * factor, animation: still.matches ? false : { duration: 150 } });
  }

  // ---- the panel
  const panel = $("panel");
  function fill(...children) {
    panel.replaceChildren(...children);
    panel.scrollTop = 0;
  }
  const dot = (type) => {
    const mark = el("span", { className: "dot" });
    mark.style.background = types.get(type).color;
    return mark;
  };
  function stroke(modality) {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    const line = document.createElementNS("http://www.w3.org/2000/svg", "line");
    const shape = { x1: 0, x2: 34, y1: 5, y2: 5, "stroke-width": 2.5, "stroke-dasharray": modality.dash.join(" ") || "none" };
    for (const [key, value] of Object.entries({ width: 34, height: 10, class: "stroke", "aria-hidden": true })) svg.setAttribute(key, value);
    for (const [key, value] of Object.entries(shape)) line.setAttribute(key, value);
    line.style.stroke = shade(modality.color);
    svg.append(line);
    return svg;
  }
  function badge(id) {
    const modality = modalities.get(id);
    const mark = el("span", { className: "badge", textContent: modality.label[language], title: modality.says });
    mark.style.color = shade(modality.color);
    return mark;
  }
  const nameButton = (id) =>
    entities.has(id)
      ? el("button", { type: "button", className: "name", onclick: () => showEntity(id) }, isolated(nameOf(id)))
      : isolated(id);
  const back = () => el("button", { type: "button", className: "back", textContent: "Close", onclick: showStart });

  function claimCard(claim) {
    const article = articles.get(claim.article);
    const fact = (text, value) => (value === undefined ? "" : el("span", {}, `${text} `, isolated(String(value))));
    const amount = claim.amount_value && `${claim.amount_value.toLocaleString("en")} ${claim.amount_unit}`;
    const quote = el("blockquote", { lang: article.lang, dir: "auto", textContent: claim.text });
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
    const place = el("p", { className: "facts", lang: article.lang }, link(article.url, article.title), isolated(article.publisher));
    return el("article", { className: "claim" }, statement(claim), quote, el("p", { className: "facts" }, ...facts), place);
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
  const cards = (ids) => ids.map((id) => claimCard(claims.get(id)));

  function relationRow(index) {
    const relation = data.relations[index];
    const text = `${nameOf(relation.subject)} ${labelOf(predicates, relation.predicate)} ${nameOf(relation.object)}`;
    const row = { type: "button", className: "row", onclick: () => showRelation(index) };
    return el("li", {}, el("button", row, isolated(text), el("span", { className: "count" }, badge(relation.status))));
  }
  function entityRow(id, onclick = () => showEntity(id)) {
    const entity = entities.get(id);
    const label = el("span", { className: "count", textContent: labelOf(types, entity.type) });
    return el("li", {}, el("button", { type: "button", className: "row", onclick }, dot(entity.type), isolated(nameOf(id)), label));
  }
  const list = (rows) => el("ul", { className: "rows" }, ...rows);

  let redraw = showStart;
  function choose(nodeIds, edgeIds, view, look = true) {
    chosen = { nodes: new Set(nodeIds), edges: new Set(edgeIds) };
    redraw = view;
    paint();
    if (look && nodeIds.length) move({ nodes: nodeIds, maxZoomLevel: 1.1 });
  }

  function showStart() {
    choose([], [], showStart);
    network.unselectAll();
    const order = [...touching].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1));
    fill(
      ...(data.table ? [el("h2", { textContent: "Answer" }), answerTable()] : []),
      ...(order.length
        ? [
            el("p", { className: "soft", textContent: "Choose a name or a line to read the sentences behind it." }),
            el("h3", { textContent: "Entities by number of relations" }),
          ]
        : [el("p", { className: "soft", textContent: "Nothing to draw: no claim links any entities here." })]),
      list(order.map(([id]) => entityRow(id))),
    );
  }

  function answerTable() {
    const head = el("tr", {}, ...data.table.columns.map((column) => el("th", { scope: "col", textContent: column })), el("th", { scope: "col", textContent: "claims" }));
    const rows = data.table.rows.map((row, index) => {
      const count = data.table.claims[index].length;
      const open = el("button", { type: "button", className: "name", textContent: String(count), onclick: () => showRow(index), "aria-label": `${plural(count, "claim")} behind row ${index + 1}` });
      return el("tr", {}, ...row.map((cell) => el("td", { dir: "auto", textContent: cell === null ? "" : String(cell) })), el("td", {}, count ? open : "0"));
    });
    return el("div", { className: "scroll", tabIndex: 0 }, el("table", {}, el("thead", {}, head), el("tbody", {}, ...rows)));
  }
  function showRow(index) {
    const found = data.table.claims[index].map((id) => claims.get(id));
    const ends = new Set(found.flatMap((claim) => [claim.subject, claim.object]).filter((id) => entities.has(id)));
    choose([...ends], [], () => showRow(index));
    fill(back(), el("h2", { textContent: data.table.rows[index].filter((cell) => cell !== null).join(" · ") }), ...cards(data.table.claims[index]));
  }

  function showEntity(id, look = true) {
    const entity = entities.get(id);
    const indexes = touching.get(id);
    const near = indexes.flatMap((index) => [data.relations[index].subject, data.relations[index].object]);
    choose([...new Set([id, ...near])], indexes, () => showEntity(id, false), look);
    network.selectNodes([id], false);
    const others = [...new Set(["en", "ja", "zh"].map((code) => entity.names[code]).concat(entity.aliases))].filter((name) => name !== nameOf(id));
    const about = data.claims.filter((claim) => claim.subject === id && !claim.object).map((claim) => claim.id);
    const page = entity.wikidata && link(`https://www.wikidata.org/wiki/${entity.wikidata}`, `Wikidata ${entity.wikidata}`);
    const said = [...new Set(indexes.flatMap((index) => data.relations[index].claims))];
    fill(
      back(),
      el("h2", {}, isolated(nameOf(id))),
      el("p", { className: "soft" }, dot(entity.type), ` ${labelOf(types, entity.type)} `, page),
      others.length ? el("p", { className: "soft" }, isolated(others.join(" · "))) : "",
      ...(indexes.length ? [el("h3", { textContent: plural(indexes.length, "relation") }), list(indexes.map(relationRow))] : []),
      ...(about.length + said.length ? [el("h3", { textContent: plural(about.length + said.length, "claim") })] : []),
      ...cards([...about, ...said]),
    );
  }

  function showRelation(index, look = true) {
    const relation = data.relations[index];
    choose([relation.subject, relation.object], [index], () => showRelation(index, false), look);
    network.setSelection({ nodes: [], edges: [index] });
    const dates = [...new Set([relation.first_said, relation.last_said])].filter(Boolean).join(" to ");
    const dollars = relation.amount_usd && `up to ${Math.round(relation.amount_usd).toLocaleString("en")} USD`;
    const facts = [
      badge(relation.status),
      relation.contested ? "contested" : "",
      relation.sources ? plural(relation.sources, "article") : "",
      dates,
      dollars || "",
    ];
    const title = el("h2", {}, nameButton(relation.subject), ` ${labelOf(predicates, relation.predicate)} `, nameButton(relation.object));
    fill(back(), title, el("p", { className: "facts" }, ...facts), el("h3", { textContent: plural(relation.claims.length, "claim") }), ...cards(relation.claims));
  }

  // ---- legend and filters
  function filter(box, rows, hidden, count, mark) {
    box.replaceChildren(
      ...rows.map((row) => {
        const input = el("input", { type: "checkbox", checked: !hidden.has(row.id), value: row.id });
        input.onchange = () => {
          if (input.checked) hidden.delete(row.id);
          else hidden.add(row.id);
          paint();
        };
        const total = el("span", { className: "count", textContent: count(row.id).toLocaleString("en") });
        return el("label", {}, input, mark(row), row.label[language], total);
      }),
    );
  }
  function legend() {
    filter($("types"), data.types, hiddenTypes, (id) => data.entities.filter((entity) => entity.type === id).length, (row) => dot(row.id));
    const count = (id) => data.relations.filter((relation) => relation.status === id).length;
    filter($("modalities"), data.modalities.filter((row) => count(row.id)), hiddenModalities, count, stroke);
  }

  // ---- search

  const index = data.entities.map((entity) => ({ id: entity.id, forms: [...Object.values(entity.names), ...entity.aliases].map(fold) }));
  const search = $("search");
  const results = $("results");
  function find(text) {
    const wanted = fold(text);
    if (!wanted) return [];
    const rank = (row) => Math.min(...row.forms.map((form) => (form === wanted ? 0 : form.startsWith(wanted) ? 1 : form.includes(wanted) ? 2 : 3)));
    return index
      .map((row) => [rank(row), row.id])
      .filter(([score]) => score < 3)
      .sort((a, b) => a[0] - b[0] || touching.get(b[1]).length - touching.get(a[1]).length)
      .slice(0, 12)
      .map(([, id]) => id);
  }
  function pick(id) {
    results.hidden = true;
    search.value = nameOf(id);
    showEntity(id);
    panel.focus({ preventScroll: true });
  }
  search.addEventListener("input", () => {
    const found = find(search.value);
    results.replaceChildren(...found.map((id) => entityRow(id, () => pick(id))));
    if (!found.length) results.append(el("li", { className: "soft", textContent: "Nothing by that name." }));
    results.hidden = !search.value;
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
    if (!event.target.closest(".finder")) results.hidden = true;
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      results.hidden = true;
      showStart();
    } else if (event.key === "/" && !event.target.closest("input, select")) {
      event.preventDefault();
      search.focus();
    }
  });

  // ---- wiring
  network.on("click", ({ nodes: [node], edges: [edge] }) => {
    if (node !== undefined) showEntity(node, false);
    else if (edge !== undefined) showRelation(edge, false);
    else showStart();
  });
  $("zoom-in").onclick = () => zoom(1.3);
  $("zoom-out").onclick = () => zoom(1 / 1.3);
  $("zoom-fit").onclick = () => move({});
  $("language").onchange = (event) => {
    language = event.target.value;
    document.documentElement.lang = language;
    legend();
    redraw();
  };
  dark.addEventListener("change", () => {
    legend();
    redraw();
  });
  if (matchMedia("(max-width: 52rem)").matches) $("filters").open = false;
  const size = [plural(data.entities.length, "entity").replace("entitys", "entities"), plural(data.relations.length, "relation"), plural(data.claims.length, "claim"), plural(data.articles.length, "article")];
  $("summary").textContent = [size.join(", "), ...data.notes].join(". ");
  legend();
  showStart();
  network.fit();
})();
