/**
 * How far each node stands from what the argument is about: the columns of the layout.
 * @typedef {import("./bones.js").Bones} Bones
 */

/**
 * Give every node a rank: what bears on something stands beyond it. Statements have even ranks,
 * joints odd ones. Circles are opened where a walk from the first node comes back. Linear.
 * @param {Bones} bones
 * @param {number} first  the place of the node that the walk starts from, or -1
 * @returns {Int32Array}  the lowest rank is 0
 */
export function ranks(bones, first) {
  const size = bones.nodes.length;
  const joint = (/** @type {number} */ node) => Number(node >= bones.boxes);
  const steps = withoutCircles(bones, first);
  /** @type {number[][]} */
  const beyond = Array.from({ length: size }, () => []);
  const missing = new Int32Array(size);
  for (const [near, far] of steps) {
    beyond[near].push(far);
    missing[far]++;
  }
  const rank = Int32Array.from({ length: size }, (_, node) => joint(node));
  const rests = missing.slice();
  const ready = [];
  for (let node = size - 1; node >= 0; node--) if (!missing[node]) ready.push(node);
  const order = [];
  for (let near = ready.pop(); near !== undefined; near = ready.pop()) {
    order.push(near);
    for (const far of beyond[near]) {
      const next = rank[near] + 1;
      rank[far] = Math.max(rank[far], next + ((next + joint(far)) % 2));
      if (!--missing[far]) ready.push(far);
    }
  }
  for (const node of order) {
    // A root goes next to its nearest reason, so that its lines are short.
    if (node === first || rests[node] || !beyond[node].length) continue;
    const nearest = Math.min(...beyond[node].map((far) => rank[far]));
    rank[node] = nearest - 2 + (nearest % 2);
  }
  let lowest = Infinity;
  for (const value of rank) lowest = Math.min(lowest, value);
  const base = lowest - (Math.abs(lowest) % 2);
  return rank.map((value) => value - base);
}

/**
 * @param {Bones} bones
 * @param {number} first
 * @returns {[number, number][]}  the links as near and far, those turned round that close a circle
 */
function withoutCircles({ nodes, links }, first) {
  /** @type {number[][]} */
  const incoming = nodes.map(() => []);
  const bears = new Uint8Array(nodes.length);
  for (const { tail, head } of links) {
    incoming[head].push(tail);
    bears[tail] = 1;
  }
  const places = nodes.map((_, k) => k);
  const starts = [...(first < 0 ? [] : [first]), ...places.filter((k) => !bears[k]), ...places];
  /** @type {[number, number][]} */
  const steps = [];
  // 0: not seen, 1: on the walk, 2: done.
  const state = new Uint8Array(nodes.length);
  const next = new Int32Array(nodes.length);
  for (const start of starts) {
    if (state[start]) continue;
    state[start] = 1;
    const walk = [start];
    while (walk.length) {
      const near = walk[walk.length - 1];
      if (next[near] === incoming[near].length) {
        state[near] = 2;
        walk.pop();
        continue;
      }
      const far = incoming[near][next[near]++];
      steps.push(state[far] === 1 ? [far, near] : [near, far]);
      if (!state[far]) {
        state[far] = 1;
        walk.push(far);
      }
    }
  }
  return steps;
}
