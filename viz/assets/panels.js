/**
 * The panels that ask of the map: for a path, for sides, for what filters leave.
 *
 * @typedef {import("./model.js").Model} Model
 * @typedef {import("./store.js").Store} Store
 * @typedef {import("./store.js").View} View
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
  store.follow(lightRule(sides.lights, paths.lights));
  const marks = initials(told.holders);
  createFilters(model, store, told, marks);
  writeHolders(told.holders, marks);
  return {
    path: paths.take,
    mark: paths.mark,
    pairs: sides.pairs,
    /** @returns {boolean}  whether a pair was open or a path asked for */
    clear() {
      const { pair, path } = store.view;
      if (pair >= 0) store.set({ pair: -1, by: "sides" });
      else if (path.from >= 0 || path.to >= 0) paths.clear();
      else return false;
      return true;
    },
  };
}

/**
 * The open pair is lit, else the path; the pair closes when a path is asked for or looked at.
 * @param {(pair: number) => View["lit"]} ofPair
 * @param {(path: View["path"]) => View["lit"]} ofPath
 * @returns {import("./store.js").Rule}
 */
function lightRule(ofPair, ofPath) {
  return (view, before) => {
    const looked = view.part === "path" && before.part !== "path" && view.path.from >= 0 && view.path.to >= 0;
    const turned = view.by !== "address" && view.pair === before.pair && (view.path !== before.path || looked);
    const pair = turned ? -1 : view.pair;
    if (view.path === before.path && pair === before.pair) return null;
    const ofRoute = ofPath(view.path);
    return { pair, lit: ofPair(pair) ?? ofRoute };
  };
}
