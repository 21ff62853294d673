/**
 * Circles: the groups of nodes that bear on one another, as argmap.graph.knots finds them.
 *
 * @typedef {import("./bearings.js").Ways} Ways
 */

/**
 * Split a part of a graph into its strongly connected components, those at its ends first: Tarjan's
 * algorithm without recursion.
 * @param {(node: number) => Iterable<number>} onward  where a node leads
 * @param {Map<number, number>} part
 * @returns {number[][]}
 */
export function knots(onward, part) {
  /** @type {number[][]} */
  const found = [];
  /** @type {Map<number, number>} */
  const number = new Map();
  /** @type {Map<number, number>} */
  const lowest = new Map();
  /** @type {number[]} */
  const open = [];
  const settled = new Set();
  /** @param {number} node */
  const enter = (node) => {
    lowest.set(node, number.size);
    number.set(node, number.size);
    open.push(node);
    return { node, ways: onward(node)[Symbol.iterator]() };
  };
  /** @type {(node: number, value: number) => void} */
  const lower = (node, value) => void lowest.set(node, Math.min(value, lowest.get(node) ?? value));
  for (const root of part.keys()) {
    if (number.has(root)) continue;
    const trail = [enter(root)];
    while (trail.length) {
      const { node, ways } = trail[trail.length - 1];
      const next = nextOf(ways, (way) => part.has(way) && !settled.has(way));
      if (next === undefined) {
        trail.pop();
        const low = lowest.get(node) ?? 0;
        if (trail.length) lower(trail[trail.length - 1].node, low);
        if (low === number.get(node)) {
          const knot = open.splice(open.lastIndexOf(node));
          for (const member of knot) settled.add(member);
          found.push(knot);
        }
      } else if (number.has(next)) lower(node, number.get(next) ?? 0);
      else trail.push(enter(next));
    }
  }
  return found;
}

/**
 * Whether a group falls into two camps, supports within and contrasts between them: then it has no
 * circle with an odd number of contrasts.
 * @param {Ways} onward
 * @param {number[]} knot
 * @returns {boolean}
 */
export function twoCamps(onward, knot) {
  const members = new Set(knot);
  const camps = new Map([[knot[0], false]]);
  for (const [node, camp] of camps) {
    for (const [next, edges] of onward[node]) {
      if (!members.has(next)) continue;
      for (const { relation } of edges) {
        const other = camp !== (relation.kind === "contrast");
        if (!camps.has(next)) camps.set(next, other);
        else if (camps.get(next) !== other) return false;
      }
    }
  }
  return true;
}

/**
 * @param {Iterator<number>} ways
 * @param {(way: number) => boolean} fits
 */
function nextOf(ways, fits) {
  for (let step = ways.next(); !step.done; step = ways.next()) if (fits(step.value)) return step.value;
  return undefined;
}
