/**
 * What the reader has chosen; every part of the page listens.
 *
 * Sets are replaced and never changed in place, so that an unchanged field is the same object.
 *
 * @typedef {object} Hidden  what the filters leave out
 * @property {Set<string>} kinds  of statements
 * @property {Set<string>} relations  kinds of relations
 * @property {Set<string>} holders
 * @property {Set<number>} sections
 *
 * @typedef {"map"|"article"|"outline"|"path"|"sides"|"draft"|"details"} Part
 *
 * @typedef {object} View
 * @property {number} chosen  a statement, or -1
 * @property {number} relation  a chosen relation, or -1
 * @property {Set<number>} hits  the statements found
 * @property {string} query  the words that found them
 * @property {"map"|"outline"|"article"|"search"|"address"|"details"|"path"|"sides"|"draft"|"filters"|"parts"|"start"} by  what changed it last
 * @property {number} focus  the statement whose neighbourhood alone is shown, or -1
 * @property {number} reach  how many steps around the focus are shown, from 1
 * @property {Set<number>} folded  the statements whose reasons are folded away
 * @property {{from: number, to: number, route: number}} path  the two ends of the path asked for, -1 where none, and which route is open, -1 for none
 * @property {number} pair  the holders whose contrasts are open, by their place among the disputes, or -1
 * @property {number} suggestion  the one that is shown on the map, or -1
 * @property {{statements: Set<number>, relations: Set<number>} | null} lit  what stands out; the rest is dimmed
 * @property {boolean} alone  whether what is lit stands alone: on an upright telephone
 * @property {Hidden} hidden
 * @property {"kind"|"holder"} tint  what the colours of the boxes tell
 * @property {"across"|"down"} direction
 * @property {Part} part  what stands open: beside the map where there is room, else alone
 *
 * @typedef {(view: View, before: View) => Partial<View> | null} Rule
 *
 * @typedef {object} Store
 * @property {View} view
 * @property {(change: Partial<View>) => void} set
 * @property {(listener: (view: View, before: View) => void) => void} listen
 * @property {(rule: Rule) => void} follow  add what must follow from a change before anyone hears of it
 */

/** @returns {Store} */
export function createStore() {
  /** @type {((view: View, before: View) => void)[]} */
  const listeners = [];
  /** @type {Rule[]} */
  const rules = [];
  /** @type {Store} */
  const store = {
    view: {
      chosen: -1,
      relation: -1,
      hits: new Set(),
      query: "",
      by: "start",
      focus: -1,
      reach: 1,
      folded: new Set(),
      path: { from: -1, to: -1, route: 0 },
      pair: -1,
      suggestion: -1,
      lit: null,
      alone: false,
      hidden: { kinds: new Set(), relations: new Set(), holders: new Set(), sections: new Set() },
      tint: "kind",
      direction: "across",
      part: "map",
    },
    set(change) {
      const before = store.view;
      store.view = { ...before, ...change };
      for (const rule of rules) store.view = { ...store.view, ...rule(store.view, before) };
      for (const listener of listeners) listener(store.view, before);
    },
    listen: (listener) => void listeners.push(listener),
    follow: (rule) => void rules.push(rule),
  };
  return store;
}
