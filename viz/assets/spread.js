/**
 * Where cells stand across their ranks: near what they are joined to, in a given order, none over
 * another.
 */

/**
 * @typedef {object} Cells
 * @property {number[][]} rows  the cells of each rank, in their order across it
 * @property {number[]} extent  how much room each cell takes
 * @property {{cell: number, weight: number}[][]} ties  by cell: what it wants to stand beside
 */

const GAP = 18;
const ROUNDS = 14;
/** Above this number of cells a few rounds must do. */
const MANY = 4000;

/**
 * Every round takes each rank and puts its cells as near to what they are tied to as their order
 * and size allow. Linear in cells and ties.
 * @param {Cells} cells
 * @returns {Float64Array}  the middle of each cell
 */
export function spread({ rows, extent, ties }) {
  const at = new Float64Array(extent.length);
  const rowOf = new Int32Array(extent.length);
  rows.forEach((row, r) => {
    let free = 0;
    for (const cell of row) {
      rowOf[cell] = r;
      at[cell] = free + extent[cell] / 2;
      free += extent[cell] + GAP;
    }
  });
  const rounds = extent.length > MANY ? 5 : ROUNDS;
  for (let round = 0; round < rounds; round++) {
    // First along the ranks one way and the other, at last with an eye to both sides.
    const both = round >= rounds - 2;
    for (let r = rows.length - 1; r >= 0; r--) settle(rows[r], (cell, other) => both || rowOf[other] > r);
    for (let r = 0; r < rows.length; r++) settle(rows[r], (cell, other) => both || rowOf[other] < r);
  }

  /**
   * @param {number[]} row
   * @param {(cell: number, other: number) => boolean} counts
   */
  function settle(row, counts) {
    const wishes = row.map((cell) => {
      let sum = 0;
      let weight = 0;
      for (const tie of ties[cell]) {
        if (!counts(cell, tie.cell)) continue;
        sum += at[tie.cell] * tie.weight;
        weight += tie.weight;
      }
      return weight ? { place: sum / weight, weight } : { place: at[cell], weight: 0.1 };
    });
    const placed = inOrder(wishes, row.map((cell) => extent[cell]));
    row.forEach((cell, k) => {
      at[cell] = placed[k];
    });
  }
  return at;
}

/**
 * The places nearest to the wishes (least weighted squares) that keep the order and the gaps:
 * isotonic regression by pooling adjacent violators (Ayer and others, 1955). Linear.
 * @param {{place: number, weight: number}[]} wishes
 * @param {number[]} extents
 * @returns {number[]}
 */
export function inOrder(wishes, extents) {
  /** @type {{sum: number, weight: number, size: number}[]} */
  const pools = [];
  const offsets = [];
  let offset = 0;
  wishes.forEach(({ place, weight }, k) => {
    if (k) offset += (extents[k - 1] + extents[k]) / 2 + GAP;
    offsets.push(offset);
    let pool = { sum: (place - offset) * weight, weight, size: 1 };
    for (let last = pools[pools.length - 1]; last && last.sum / last.weight > pool.sum / pool.weight; last = pools[pools.length - 1]) {
      pool = { sum: last.sum + pool.sum, weight: last.weight + pool.weight, size: last.size + pool.size };
      pools.pop();
    }
    pools.push(pool);
  });
  let k = 0;
  return pools.flatMap(({ sum, weight, size }) => Array.from({ length: size }, () => sum / weight + offsets[k++]));
}
