/**
 * Who disagrees with whom: the contrasts of a map by pairs of holders.
 *
 * A statement is its innermost holder's. An undercut is set against those who hold the premises of
 * the step that it questions. The figures of the command line count the same way.
 *
 * @typedef {import("./model.js").Model} Model
 * @typedef {import("./model.js").Relation} Relation
 *
 * @typedef {object} Dispute
 * @property {[string, string]} holders  the same twice where a holder's own statements contrast
 * @property {Relation[]} contrasts
 */
import { premises } from "./model.js";

/**
 * @param {Model} model
 * @returns {Dispute[]}  those with the most contrasts first, what is within one holder last
 */
export function disputes(model) {
  /** @type {Map<string, Dispute>} */
  const found = new Map();
  const place = new Map([...new Set(model.statements.map(({ holders }) => holders[0]))].map((holder, k) => [holder, k]));
  for (const relation of model.relations) {
    if (relation.kind !== "contrast") continue;
    const pairs = new Set();
    for (const one of holdersOf(model, premises(relation))) {
      for (const other of holdersOf(model, attacked(model, relation))) {
        const holders = /** @type {[string, string]} */ ([one, other].sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0)));
        const key = JSON.stringify(holders);
        if (pairs.has(key)) continue;
        pairs.add(key);
        const known = found.get(key);
        if (known) known.contrasts.push(relation);
        else found.set(key, { holders, contrasts: [relation] });
      }
    }
  }
  return [...found.values()].sort((a, b) => Number(isWithin(a)) - Number(isWithin(b)) || b.contrasts.length - a.contrasts.length);
}

/**
 * Whether a contrast is between statements of one holder.
 * @param {Dispute} dispute
 * @returns {boolean}
 */
export function isWithin({ holders }) {
  return holders[0] === holders[1];
}

/**
 * The statements that a relation is set against: of a step that it questions, the premises.
 * @param {Model} model
 * @param {Relation} relation
 * @returns {number[]}
 */
export function attacked(model, relation) {
  return relation.to === undefined ? premises(model.relations[relation.target ?? 0]) : [relation.to];
}

/**
 * @param {Model} model
 * @param {number[]} statements
 */
function holdersOf(model, statements) {
  return new Set(statements.map((id) => model.statements[id].holders[0]));
}
