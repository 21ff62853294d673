/**
 * Ways inside circles that no route can take, since it would have to come back: those that
 * argmap.graph.dead_ends finds.
 *
 * @typedef {import("./bearings.js").Ways} Ways
 */

const MOST_ENTANGLED = 1_000;
/** All nodes of a group, as bits. */
const ALL = -1n;

/**
 * The way from `a` to `b` is dead if a node lies both on all ways from the start to `a` and on all
 * from `b` to the end, for it would be visited twice.
 * @param {Ways} onward
 * @param {Iterable<number>} nodes
 * @param {number[][]} groups  of circles
 * @returns {[number, number][]}
 */
export function deadWays(onward, nodes, groups) {
  const entangled = groups.filter(({ length }) => length > 1 && length <= MOST_ENTANGLED);
  if (!entangled.length) return [];
  const groupOf = new Map(entangled.flatMap((group, k) => group.map((node) => [node, k])));
  /** @type {Map<number, number[]>} */
  const ahead = new Map([...groupOf.keys()].map((node) => [node, []]));
  /** @type {Map<number, number[]>} */
  const behind = new Map([...groupOf.keys()].map((node) => [node, []]));
  /** @type {Set<number>} */
  const entries = new Set();
  /** @type {Set<number>} */
  const exits = new Set();
  for (const node of nodes) {
    const here = groupOf.get(node);
    for (const next of onward[node].keys()) {
      if (groupOf.get(next) !== here) {
        exits.add(node);
        entries.add(next);
      } else if (here !== undefined) {
        ahead.get(node)?.push(next);
        behind.get(next)?.push(node);
      }
    }
  }
  return entangled.flatMap((group) => {
    /** @type {[number, bigint][]} */
    const bits = group.map((node, k) => [node, 1n << BigInt(k)]);
    const fromStart = unavoidable(bits, behind, entries);
    const toEnd = unavoidable(bits.reverse(), ahead, exits);
    return group.flatMap((node) => {
      const visited = fromStart.get(node) ?? ALL;
      const dead = (ahead.get(node) ?? []).filter((next) => (visited & (toEnd.get(next) ?? ALL)) !== 0n);
      return dead.map((next) => /** @type {[number, number]} */ ([node, next]));
    });
  });
}

/**
 * What all ways from each node of a group to its ends visit, itself included.
 * @param {[number, bigint][]} bits
 * @param {Map<number, number[]>} neighbours
 * @param {Set<number>} ends
 * @returns {Map<number, bigint>}
 */
function unavoidable(bits, neighbours, ends) {
  const found = new Map(bits.map(([node]) => [node, ALL]));
  // To and fro, since one of the two orders is the better one for most groups.
  const orders = [bits, [...bits].reverse()];
  for (let changed = true; changed; orders.reverse()) {
    changed = false;
    for (const [node, bit] of orders[0]) {
      let common = ends.has(node) ? 0n : ALL;
      for (const next of neighbours.get(node) ?? []) {
        if (!common) break;
        common &= found.get(next) ?? ALL;
      }
      common |= bit;
      if (found.get(node) === common) continue;
      found.set(node, common);
      changed = true;
    }
  }
  return found;
}
