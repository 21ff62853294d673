/**
 * What routes from one node to another can use: argmap.graph.between.corridor.
 *
 * @typedef {import("./bearings.js").Bearings} Bearings
 * @typedef {import("./bearings.js").Ways} Ways
 *
 * @typedef {object} Corridor
 * @property {Map<number, number>} steps  by node: how few steps lead to the end; empty without a route
 * @property {Ways} onward  of these nodes alone
 * @property {number[][]} groups  of circles; the end alone is the first
 */
import { between } from "./bearings.js";
import { deadWays } from "./dead-ends.js";
import { knots } from "./knots.js";

/**
 * @param {Bearings} graph
 * @param {number} from
 * @param {number} to
 * @returns {Corridor}
 */
export function corridor(graph, from, to) {
  let steps = between(graph, from, to, true);
  let inner = restricted(graph, steps, from, to);
  for (;;) {
    const { onward, backward } = inner;
    const groups = knots((node) => onward[node].keys(), steps);
    const dead = deadWays(onward, steps.keys(), groups);
    if (!dead.length) return { steps, onward, groups };
    for (const [node, next] of dead) {
      onward[node].delete(next);
      backward[next].delete(node);
    }
    steps = between(inner, from, to, false);
    inner = restricted(inner, steps, from, to);
  }
}

/**
 * Restrict a graph to some nodes, without ways back to the one end or on from the other.
 * @param {Bearings} graph
 * @param {Map<number, number>} part
 * @param {number} from
 * @param {number} to
 * @returns {Bearings}
 */
function restricted(graph, part, from, to) {
  /** @type {Ways} */
  const onward = [];
  /** @type {Ways} */
  const backward = [];
  for (const node of part.keys()) {
    onward[node] = new Map();
    backward[node] = new Map();
  }
  for (const node of part.keys()) {
    if (node === to) continue;
    for (const [next, edges] of graph.onward[node]) {
      if (next === from || !part.has(next)) continue;
      onward[node].set(next, edges);
      backward[next].set(node, edges);
    }
  }
  return { ...graph, onward, backward };
}
