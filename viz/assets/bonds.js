/**
 * Which statements stand next to which: what a reader meets one step away.
 * @typedef {import("./model.js").Model} Model
 * @typedef {import("./model.js").Relation} Relation
 */
import { boreOn, premises } from "./model.js";
import { steps } from "./tree.js";

/**
 * @typedef {object} Bonds
 * @property {number[][]} reasons  by statement: what bears on it or questions such a step
 * @property {number[][]} neighbours  by statement: all that some relation joins it with
 */

/** @type {WeakMap<Model, Bonds>} */
const bound = new WeakMap();

/**
 * The bonds of a model; worked out once, in time linear in the model.
 * @param {Model} model
 * @returns {Bonds}
 */
export function bonds(model) {
  const known = bound.get(model);
  if (known) return known;
  const made = {
    reasons: model.statements.map(({ id }) => [...new Set(steps(model, id).map((step) => step.statement))]),
    neighbours: joined(model),
  };
  bound.set(model, made);
  return made;
}

/**
 * All statements that must stand on the map for a relation to be understood.
 * @param {Model} model
 * @param {Relation} relation
 * @returns {number[]}
 */
function members(model, relation) {
  const attacked = relation.target === undefined ? [] : premises(model.relations[relation.target]);
  return [...premises(relation), ...attacked, boreOn(model, relation)];
}

/** @param {Model} model */
function joined(model) {
  /** @type {Set<number>[]} */
  const around = model.statements.map(() => new Set());
  for (const relation of model.relations) {
    const all = members(model, relation);
    for (const one of all) for (const other of all) if (one !== other) around[one].add(other);
  }
  return around.map((set) => [...set]);
}
