/**
 * What the reader has chosen; every part of the page listens.
 *
 * @typedef {object} View
 * @property {number} chosen  a statement, or -1
 * @property {Set<number>} hits  the statements found
 * @property {string} query  the words that found them
 * @property {"map"|"outline"|"article"|"search"|"address"|"details"|"start"} by  what changed it last
 *
 * @typedef {object} Store
 * @property {View} view
 * @property {(change: Partial<View>) => void} set
 * @property {(listener: (view: View, before: View) => void) => void} listen
 */

/** @returns {Store} */
export function createStore() {
  /** @type {((view: View, before: View) => void)[]} */
  const listeners = [];
  /** @type {Store} */
  const store = {
    view: { chosen: -1, hits: new Set(), query: "", by: "start" },
    set(change) {
      const before = store.view;
      store.view = { ...before, ...change };
      for (const listener of listeners) listener(store.view, before);
    },
    listen: (listener) => void listeners.push(listener),
  };
  return store;
}
