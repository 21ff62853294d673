/**
 * How much of the map is shown: the bar that says so, and what the reader does to it.
 *
 * @typedef {import("./model.js").Model} Model
 * @typedef {import("./store.js").Store} Store
 * @typedef {import("./store.js").View} View
 */
import { byId } from "./dom.js";
import { ALL_AT_ONCE, folds, openedFurther, turned } from "./folding.js";
import { label } from "./model.js";
import { grouped } from "./numbers.js";
import { visible } from "./visible.js";

const FARTHEST = 9;

/**
 * @param {Model} model
 * @param {Store} store
 * @param {(words: string) => void} say
 */
export function createScope(model, store, say) {
  const bar = byId("scope");
  const less = /** @type {HTMLButtonElement} */ (byId("reach-less"));
  const more = /** @type {HTMLButtonElement} */ (byId("reach-more"));
  const turn = /** @type {HTMLButtonElement} */ (byId("direction"));
  less.addEventListener("click", () => grow(-1));
  more.addEventListener("click", () => grow(1));
  byId("scope-all").addEventListener("click", all);
  turn.addEventListener("click", flip);
  store.listen((view, before) => {
    if (view.focus === before.focus && view.reach === before.reach && view.folded === before.folded && view.hidden === before.hidden && view.alone === before.alone && view.direction === before.direction) return;
    tell(view);
    const spoken = told(view);
    if (view.chosen === before.chosen) byId("live").textContent = spoken || "All statements are shown.";
  });
  tell(store.view);

  /** @param {View} view */
  function tell(view) {
    const words = told(view);
    const apart = view.focus >= 0 || view.alone;
    bar.hidden = words === "";
    byId("scope-words").textContent = words;
    byId("reach").hidden = view.focus < 0;
    less.disabled = view.reach <= 1;
    more.disabled = view.reach >= FARTHEST || !visible(model, view).hiddenBy.focus;
    byId("scope-all").textContent = apart ? "Show all" : visible(model, view).hiddenBy.fold > ALL_AT_ONCE ? "Unfold more" : "Unfold all";
    turn.setAttribute("aria-pressed", String(view.direction === "down"));
    turn.disabled = view.alone;
  }

  /** @param {View} view */
  function told(view) {
    const { shown, hiddenBy } = visible(model, view);
    if (view.focus >= 0) {
      const steps = view.reach === 1 ? "1 step" : `${view.reach} steps`;
      return `Around “${label(model.statements[view.focus], 48)}” · ${steps} · ${grouped(hiddenBy.focus)} hidden`;
    }
    if (!hiddenBy.fold && !hiddenBy.focus) return "";
    const standing = shown.reduce((sum, one) => sum + one, 0);
    const hidden = view.alone ? `${grouped(hiddenBy.focus)} hidden` : `${grouped(hiddenBy.fold)} folded away`;
    return `${grouped(standing)} ${standing === 1 ? "statement" : "statements"} shown · ${hidden}`;
  }

  /** @param {number} steps */
  function grow(steps) {
    const { focus, reach } = store.view;
    if (focus < 0) return;
    const next = Math.min(FARTHEST, Math.max(1, reach + steps));
    if (next !== reach && (steps < 0 || visible(model, store.view).hiddenBy.focus)) store.set({ reach: next, by: "map" });
  }

  function all() {
    if (store.view.focus >= 0) leave();
    else if (store.view.alone) store.set({ alone: false, by: "map" });
    else store.set({ folded: openedFurther(model, store.view), by: "map" });
    byId("map").focus();
  }

  function leave() {
    store.set({ focus: -1, reach: 1, by: "map" });
  }

  function flip() {
    if (store.view.alone) return;
    store.set({ direction: store.view.direction === "down" ? "across" : "down", by: "map" });
  }

  return {
    grow,
    leave,
    flip,
    /** @param {number} statement */
    focus(statement) {
      if (statement >= 0) store.set({ focus: statement, reach: 1, chosen: statement, by: "map" });
    },
    /** @param {number} statement */
    fold(statement) {
      const { view } = store;
      if (statement < 0 || view.focus >= 0 || !folds(model, statement)) return;
      const folded = turned(view.folded, statement);
      const hides = visible(model, { ...view, folded }).hiddenBy.fold > visible(model, view).hiddenBy.fold;
      if (folded.has(statement) && !hides) say("All its reasons serve other statements, too: there is nothing to fold away.");
      else store.set({ folded, by: "map" });
    },
  };
}
