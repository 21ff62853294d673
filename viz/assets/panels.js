/**
 * The panels that ask of the map: for a path, for sides, for what filters leave.
 *
 * @typedef {import("./model.js").Model} Model
 * @typedef {import("./store.js").Store} Store
 */
import { createFilters } from "./filters.js";
import { writeHolders } from "./holders.js";
import { initials } from "./initials.js";
import { createPaths } from "./paths.js";
import { createSides } from "./sides.js";

/**
 * @param {Model} model
 * @param {Store} store
 * @param {{holders: import("./sides.js").Party[], sections: string[]}} told
 * @param {(query: string) => number[]} search
 * @param {{open: (part: "path") => void, say: (words: string) => void}} does
 */
export function createPanels(model, store, told, search, does) {
  const paths = createPaths(model, store, search, { open: () => does.open("path"), say: does.say });
  const sides = createSides(model, store, told.holders);
  const marks = initials(told.holders);
  createFilters(model, store, told, marks);
  writeHolders(told.holders, marks);
  whenOpened("path", () => paths.light());
  whenOpened("sides", () => sides.light());
  return {
    path: paths.take,
    mark: paths.mark,
    /** @returns {boolean}  whether there was anything lit or asked for */
    clear() {
      const asked = paths.asked();
      if (asked) paths.clear();
      else if (store.view.lit) store.set({ lit: null, by: "path" });
      else return false;
      return true;
    },
  };
}

/**
 * @param {string} part
 * @param {() => void} then
 */
function whenOpened(part, then) {
  for (const button of document.querySelectorAll(`[data-open=${part}]`)) button.addEventListener("click", then);
}
