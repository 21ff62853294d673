/**
 * The panels that ask of the map: for a path, for sides, for what filters leave.
 *
 * @typedef {import("./model.js").Model} Model
 * @typedef {import("./store.js").Store} Store
 * @typedef {import("./store.js").View} View
 */
import { createDraft } from "./draft.js";
import { createFilters } from "./filters.js";
import { writeHolders } from "./holders.js";
import { initials } from "./initials.js";
import { createPaths } from "./paths.js";
import { createSides } from "./sides.js";

const upright = matchMedia("(max-width: 759px) and (orientation: portrait)");

/**
 * @param {Model} model
 * @param {Store} store
 * @param {{holders: import("./sides.js").Party[], sections: string[], toPlace: number[]}} told
 * @param {(query: string) => number[]} search
 * @param {{open: (part: "path"|"map") => void, say: (words: string) => void}} does
 */
export function createPanels(model, store, told, search, does) {
  const paths = createPaths(model, store, search, { open: () => does.open("path"), say: does.say });
  const sides = createSides(model, store, told.holders);
  const draft = createDraft(model, store, told.toPlace, () => does.open("map"));
  store.follow(lightRule(draft.lights, sides.lights, paths.lights));
  store.follow(aloneRule);
  const marks = initials(told.holders);
  createFilters(model, store, told, marks);
  writeHolders(told.holders, marks);
  return {
    path: paths.take,
    mark: paths.mark,
    pairs: sides.pairs,
    /** @returns {boolean}  whether a suggestion or a pair was open or a path asked for */
    clear() {
      const { pair, path, suggestion } = store.view;
      if (suggestion >= 0) store.set({ suggestion: -1, by: "draft" });
      else if (pair >= 0) store.set({ pair: -1, by: "sides" });
      else if (path.from >= 0 || path.to >= 0) paths.clear();
      else return false;
      return true;
    },
  };
}

/**
 * The open suggestion is lit, else the open pair, else the path; a suggestion or a pair closes
 * when something else is asked for or looked at.
 * @param {(suggestion: number) => View["lit"]} ofSuggestion
 * @param {(pair: number) => View["lit"]} ofPair
 * @param {(path: View["path"]) => View["lit"]} ofPath
 * @returns {import("./store.js").Rule}
 */
function lightRule(ofSuggestion, ofPair, ofPath) {
  return (view, before) => {
    const asked = (/** @type {"pair" | "suggestion"} */ name) => view.by !== "address" && view[name] >= 0 && view[name] !== before[name];
    const looked = view.part === "path" && before.part !== "path" && view.path.from >= 0 && view.path.to >= 0;
    const same = view.pair === before.pair && view.suggestion === before.suggestion;
    const turned = view.by !== "address" && same && (view.path !== before.path || looked);
    const pair = turned || asked("suggestion") ? -1 : view.pair;
    const suggestion = turned || asked("pair") ? -1 : view.suggestion;
    if (view.path === before.path && pair === before.pair && suggestion === before.suggestion) return null;
    const ofRoute = ofPath(view.path);
    return { pair, suggestion, lit: ofSuggestion(suggestion) ?? ofPair(pair) ?? ofRoute };
  };
}

/**
 * On an upright telephone what is lit stands alone until something else is chosen: beside all
 * that is dimmed there it would be too small to read.
 * @type {import("./store.js").Rule}
 */
function aloneRule({ lit, alone, chosen, focus }, before) {
  if (lit !== before.lit) return { alone: lit !== null && focus < 0 && upright.matches };
  const left = focus >= 0 || (chosen >= 0 && chosen !== before.chosen && !lit?.statements.has(chosen));
  return alone && left ? { alone: false } : null;
}
