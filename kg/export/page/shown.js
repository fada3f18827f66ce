// What is to be seen: what every filter lets through, within what a reader chose to see the neighbourhood of.
const filters = { types: new Set(), predicates: new Set(), modalities: new Set(), from: "", until: "", least: 0 };
let around = null; // ids of the entities that a focus keeps, or null for all

// Links nobody dated are seen as long as the dates are not narrowed. A date is as precise as known: a month is any day of it.
const isSince = (last) => !filters.from || (last && last >= filters.from.slice(0, last.length));
const isUntil = (first) => !filters.until || (first && first.slice(0, filters.until.length) <= filters.until);
const passes = (relation) =>
  !filters.predicates.has(relation.predicate) &&
  !filters.modalities.has(relation.status) &&
  relation.confidence >= filters.least &&
  isSince(relation.last_said) &&
  isUntil(relation.first_said);

// An entity goes with its last link; one that never had any stays.
function shown() {
  const passing = graph.relations.flatMap((relation, index) => (passes(relation) ? [index] : []));
  const linked = new Set(passing.flatMap((index) => [graph.relations[index].subject, graph.relations[index].object]));
  const isKept = ({ id, type }) =>
    !filters.types.has(type) && (!around || around.has(id)) && (linked.has(id) || !touching.get(id).length);
  const nodes = new Set(graph.entities.filter(isKept).map(({ id }) => id));
  const edges = new Set(passing.filter((index) => nodes.has(graph.relations[index].subject) && nodes.has(graph.relations[index].object)));
  return { nodes, edges, events: shownEvents() };
}

// Indexes of the events that pass, of entities that a reader chose to see.
function shownEvents() {
  const isOfKind = (id) => !entities.has(id) || !filters.types.has(entities.get(id).type);
  const isNear = (id) => !around || around.has(id);
  const events = (graph.events ?? []).map((event, index) => [event, index]);
  return new Set(events.flatMap(([event, index]) => (passes(event) && event.ends.every(isOfKind) && event.ends.some(isNear) ? [index] : [])));
}

const isFiltered = () =>
  [filters.types, filters.predicates, filters.modalities].some((hidden) => hidden.size > 0) ||
  [filters.from, filters.until, filters.least].some(Boolean);
