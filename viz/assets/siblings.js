/**
 * The order of the reasons for a statement in a large map: those that also bear on what stands
 * above come first, those that bear on what stands below come last.
 *
 * @typedef {import("./model.js").Model} Model
 * @typedef {import("./tree.js").Tree} Tree
 */
import { boreOn, premises } from "./model.js";

const TURNS = 4;

/**
 * Barycentres, as for layered drawings, but of whole subtrees of the outline: what is shown of
 * the map keeps its order however much is shown. Each round is N log N.
 * @param {Model} model
 * @param {Tree} tree
 * @returns {Int32Array}  by statement: how many stand before it
 */
export function siblingOrder(model, { order, parent }) {
  const size = order.length;
  /** @type {number[][]} */
  const below = model.statements.map(() => []);
  /** @type {number[]} */
  const roots = [];
  /** @type {[number, number][]} */
  const others = [];
  for (const relation of model.relations) {
    const onto = boreOn(model, relation);
    for (const premise of premises(relation)) if (parent[premise] !== onto) others.push([premise, onto]);
  }
  for (const id of listed(order)) (parent[id] < 0 ? roots : below[parent[id]]).push(id);
  let now = order;
  let best = order;
  let least = stretch(order);
  for (let round = 0; round < TURNS && others.length; round++) {
    sort(now);
    now = walked();
    const cost = stretch(now);
    if (cost < least) [best, least] = [now, cost];
  }
  return best;

  /** @param {Int32Array} at */
  function stretch(at) {
    return others.reduce((sum, [one, other]) => sum + Math.abs(at[one] - at[other]), 0);
  }

  /** @param {Int32Array} at */
  function sort(at) {
    const sum = new Float64Array(size);
    const count = new Uint32Array(size);
    for (const [one, other] of others) {
      sum[one] += at[other];
      sum[other] += at[one];
      count[one]++;
      count[other]++;
    }
    for (const id of listed(at).reverse()) {
      if (parent[id] < 0) continue;
      sum[parent[id]] += sum[id];
      count[parent[id]] += count[id];
    }
    const wish = (/** @type {number} */ id) => (count[id] ? sum[id] / count[id] : at[id]);
    for (const children of below) children.sort((a, b) => wish(a) - wish(b) || at[a] - at[b]);
  }

  function walked() {
    const at = new Int32Array(size);
    let met = 0;
    const stack = [...roots].reverse();
    for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
      at[id] = met++;
      for (let k = below[id].length - 1; k >= 0; k--) stack.push(below[id][k]);
    }
    return at;
  }
}

/**
 * @param {Int32Array} order
 * @returns {number[]}  the statements in that order
 */
function listed(order) {
  /** @type {number[]} */
  const ids = new Array(order.length);
  order.forEach((place, id) => {
    ids[place] = id;
  });
  return ids;
}
