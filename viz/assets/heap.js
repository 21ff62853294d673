/**
 * A queue that gives the least of its items first.
 * @template Item
 * @param {(a: Item, b: Item) => number} compare
 */
export function heap(compare) {
  /** @type {Item[]} */
  const items = [];

  /**
   * @param {number} a
   * @param {number} b
   */
  function swap(a, b) {
    [items[a], items[b]] = [items[b], items[a]];
  }

  return {
    /** @returns {Item | undefined} */
    first: () => items[0],
    /** @param {Item} item */
    push(item) {
      let at = items.push(item) - 1;
      for (let above = (at - 1) >> 1; at && compare(items[at], items[above]) < 0; above = (at - 1) >> 1) {
        swap(at, above);
        at = above;
      }
    },
    /** @returns {Item | undefined} */
    pop() {
      const [least] = items;
      const last = items.pop();
      if (!items.length || last === undefined) return least;
      items[0] = last;
      for (let at = 0; ; ) {
        let best = at;
        for (const below of [2 * at + 1, 2 * at + 2]) {
          if (below < items.length && compare(items[below], items[best]) < 0) best = below;
        }
        if (best === at) return least;
        swap(at, best);
        at = best;
      }
    },
  };
}
