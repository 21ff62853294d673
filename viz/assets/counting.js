/**
 * How many routes lead from one node to another: the numbers that argmap.graph.counting gives.
 *
 * @typedef {import("./bearings.js").Bearings} Bearings
 * @typedef {import("./bearings.js").Edge} Edge
 * @typedef {[number, number]} Pair  supporting, undermining
 * @typedef {Map<number, Map<number, Pair>>} Counts  by node: where it leads, and how many relations of each kind
 *
 * @typedef {object} RouteCount
 * @property {number} supporting
 * @property {number} undermining
 * @property {boolean} exact  or at least so many
 */
import { corridor } from "./corridor.js";

const MOST_WALKED = 100_000;
const MOST_COUNTED = 1e15;
/** Where numbers stop growing: beyond what is told, and such that no sum is rounded. */
const CEILING = 2 * MOST_COUNTED;

/**
 * @param {Bearings} graph
 * @param {number} from
 * @param {number} to
 * @returns {RouteCount}
 */
export function countRoutes(graph, from, to) {
  const { onward, steps, groups } = corridor(graph, from, to);
  /** @type {Counts} */
  const ways = new Map();
  for (const node of steps.keys()) ways.set(node, new Map([...onward[node]].map(([next, edges]) => [next, kinds(edges)])));
  /** @type {Map<number, Pair>} */
  const arriving = new Map([[from, [1, 0]]]);
  let work = MOST_WALKED;
  let exact = true;
  for (const knot of groups.slice(1).reverse()) {
    if (knot.length > 1) {
      const walked = walkedWithin(ways, knot, arriving, work);
      work = walked.left;
      exact &&= walked.leaving !== null;
      for (const [node, pair] of walked.leaving ?? inOneOrder(ways, knot, arriving, steps, graph.order)) arriving.set(node, pair);
    }
    passOn(ways, knot, arriving);
  }
  const [supporting, undermining] = arriving.get(to) ?? [0, 0];
  return {
    supporting: Math.min(supporting, MOST_COUNTED),
    undermining: Math.min(undermining, MOST_COUNTED),
    exact: exact && Math.max(supporting, undermining) <= MOST_COUNTED,
  };
}

/**
 * Add what leaves a group of circles to what arrives beyond, and forget it.
 * @param {Counts} ways
 * @param {number[]} knot
 * @param {Map<number, Pair>} arriving
 */
function passOn(ways, knot, arriving) {
  const members = new Set(knot);
  for (const node of knot) {
    const here = arriving.get(node) ?? [0, 0];
    arriving.delete(node);
    for (const [next, kind] of ways.get(node) ?? []) {
      if (!members.has(next)) arriving.set(next, plus(arriving.get(next) ?? [0, 0], times(here, kind)));
    }
  }
}

/**
 * Walk all routes within a group; what comes to each node, unless it is too much.
 * @param {Counts} ways
 * @param {number[]} knot
 * @param {Map<number, Pair>} arriving
 * @param {number} work
 * @returns {{leaving: Map<number, Pair> | null, left: number}}  and how much of the work is left
 */
function walkedWithin(ways, knot, arriving, work) {
  const members = new Set(knot);
  const within = new Map(knot.map((node) => [node, [...(ways.get(node) ?? [])].filter(([next]) => members.has(next))]));
  /** @type {Map<number, Pair>} */
  const leaving = new Map(knot.map((node) => [node, [0, 0]]));
  /** @type {{node: number, soFar: Pair, onward: Iterator<[number, Pair]>}[]} */
  const trail = [];
  const visited = new Set();
  let left = work;
  /** @type {(node: number, soFar: Pair) => void} */
  const visit = (node, soFar) => {
    const onward = within.get(node) ?? [];
    leaving.set(node, plus(leaving.get(node) ?? [0, 0], soFar));
    visited.add(node);
    trail.push({ node, soFar, onward: onward.values() });
    left -= 1 + onward.length;
  };
  for (const entry of knot) {
    const start = arriving.get(entry);
    if (!start) continue;
    visit(entry, start);
    while (trail.length) {
      const { node, soFar, onward } = trail[trail.length - 1];
      let step = onward.next();
      while (!step.done && visited.has(step.value[0])) step = onward.next();
      if (step.done) {
        trail.pop();
        visited.delete(node);
      } else visit(step.value[0], times(soFar, step.value[1]));
      if (left < 0) return { leaving: null, left };
    }
  }
  return { leaving, left };
}

/**
 * Count the routes within a group that come ever closer to the end, or go by id.
 * @param {Counts} ways
 * @param {number[]} knot
 * @param {Map<number, Pair>} arriving
 * @param {Map<number, number>} steps
 * @param {Int32Array} order
 * @returns {Map<number, Pair>}
 */
function inOneOrder(ways, knot, arriving, steps, order) {
  const sorted = [...knot].sort((a, b) => (steps.get(b) ?? 0) - (steps.get(a) ?? 0) || order[a] - order[b]);
  const place = new Map(sorted.map((node, k) => [node, k]));
  /** @type {Map<number, Pair>} */
  const leaving = new Map(sorted.map((node) => [node, arriving.get(node) ?? [0, 0]]));
  sorted.forEach((node, k) => {
    const here = leaving.get(node) ?? [0, 0];
    for (const [next, kind] of ways.get(node) ?? []) {
      if ((place.get(next) ?? -1) > k) leaving.set(next, plus(leaving.get(next) ?? [0, 0], times(here, kind)));
    }
  });
  return leaving;
}

/**
 * @param {Edge[]} edges
 * @returns {Pair}
 */
function kinds(edges) {
  const contrasts = edges.filter(({ relation }) => relation.kind === "contrast").length;
  return [edges.length - contrasts, contrasts];
}

/**
 * @param {Pair} a
 * @param {Pair} b
 * @returns {Pair}
 */
function plus(a, b) {
  return [Math.min(a[0] + b[0], CEILING), Math.min(a[1] + b[1], CEILING)];
}

/**
 * @param {Pair} a
 * @param {Pair} b
 * @returns {Pair}
 */
function times(a, b) {
  return [Math.min(a[0] * b[0] + a[1] * b[1], CEILING), Math.min(a[0] * b[1] + a[1] * b[0], CEILING)];
}
