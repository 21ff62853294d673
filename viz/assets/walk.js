/**
 * Where the arrow keys lead on the map.
 * @typedef {import("./model.js").Model} Model
 * @typedef {import("./plan.js").Plan} Plan
 */
import { bonds } from "./bonds.js";
import { boreOn, premises } from "./model.js";

/** What the keys mean, by the direction of the map. */
const MEANINGS = {
  across: { ArrowRight: "in", ArrowLeft: "out", ArrowDown: "next", ArrowUp: "previous" },
  down: { ArrowDown: "in", ArrowUp: "out", ArrowRight: "next", ArrowLeft: "previous" },
};
/** Boxes of one rank may differ by so much, from rounding. */
const SLACK = 2;

/**
 * @param {"across"|"down"} direction
 * @param {string} key  the key's name
 * @returns {string}  "in" to the reasons, "out" to what a statement bears on, "next" or "previous" in its rank
 */
export function way(direction, key) {
  return /** @type {Record<string, string>} */ (MEANINGS[direction])[key];
}

/**
 * @param {Model} model
 * @param {Plan} plan
 * @param {number} from  a statement
 * @param {string} to  as `way` names it
 * @returns {number}  where it leads among what is shown; the same statement where there is nothing
 */
export function neighbour(model, plan, from, to) {
  const shown = new Set(plan.boxes);
  if (to === "in") {
    const beside = model.arriving[from].flatMap(premises).filter((id) => shown.has(id));
    return closest(plan, from, beside.length ? beside : bonds(model).reasons[from].filter((id) => shown.has(id)));
  }
  if (to === "out") return closest(plan, from, model.leaving[from].map((r) => boreOn(model, r)).filter((id) => shown.has(id)));
  const across = plan.direction === "across";
  const along = (/** @type {number} */ id) => (across ? plan.x[id] : plan.y[id] - plan.h[id] / 2);
  const place = (/** @type {number} */ id) => (across ? plan.y[id] : plan.x[id]);
  const sign = to === "next" ? 1 : -1;
  let best = from;
  let shortest = Infinity;
  for (const other of plan.boxes) {
    const far = (place(other) - place(from)) * sign;
    if (Math.abs(along(other) - along(from)) <= SLACK && far > 0 && far < shortest) [best, shortest] = [other, far];
  }
  return best;
}

/**
 * @param {Plan} plan
 * @param {number} from
 * @param {number[]} choice
 * @returns {number}
 */
function closest(plan, from, choice) {
  const far = (/** @type {number} */ id) => Math.abs(plan.direction === "across" ? plan.y[id] - plan.y[from] : plan.x[id] - plan.x[from]);
  return choice.reduce((best, id) => (best === from || far(id) < far(best) ? id : best), from);
}
