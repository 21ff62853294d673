/**
 * When a search is over.
 *
 * @typedef {import("./store.js").View} View
 */

/**
 * What is found stays lit while the reader goes from one to the next; whoever chooses something
 * else has found what there was to find.
 * @type {import("./store.js").Rule}
 */
export function searchEnds(view, before) {
  if (!view.query || view.by === "search" || view.by === "address") return null;
  const other = view.chosen >= 0 && view.chosen !== before.chosen && !view.hits.has(view.chosen);
  const step = view.relation >= 0 && view.relation !== before.relation;
  return other || step ? { query: "", hits: new Set() } : null;
}
