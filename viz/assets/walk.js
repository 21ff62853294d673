/**
 * Where the arrow keys lead on the map.
 * @typedef {import("./model.js").Model} Model
 */
import { boreOn, premises } from "./model.js";

/**
 * @param {Model} model
 * @param {number} from  a statement
 * @param {string} key  the key's name
 * @returns {number}  where it leads; the same statement where there is nothing
 */
export function neighbour(model, from, key) {
  const here = model.statements[from];
  if (key === "ArrowRight") return nearest(model, from, reasons(model, from));
  if (key === "ArrowLeft") return nearest(model, from, model.leaving[from].map((r) => boreOn(model, r)));
  const sign = key === "ArrowDown" ? 1 : -1;
  let best = from;
  let shortest = Infinity;
  for (const other of model.statements) {
    const way = (other.y - here.y) * sign;
    if (other.x === here.x && way > 0 && way < shortest) [best, shortest] = [other.id, way];
  }
  return best;
}

/**
 * @param {Model} model
 * @param {number} statement
 * @returns {number[]}  every statement that bears on it or on such a step
 */
function reasons(model, statement) {
  return model.arriving[statement].flatMap((relation) => [
    ...premises(relation),
    ...model.against[relation.id].flatMap(premises),
  ]);
}

/**
 * @param {Model} model
 * @param {number} from
 * @param {number[]} choice
 * @returns {number}
 */
function nearest(model, from, choice) {
  const { y } = model.statements[from];
  const far = (/** @type {number} */ id) => Math.abs(model.statements[id].y - y);
  return choice.reduce((best, id) => (best === from || far(id) < far(best) ? id : best), from);
}
