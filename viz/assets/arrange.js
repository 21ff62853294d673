/**
 * Laying out in the page what is shown of a map: ranks beside each other, nothing over another,
 * the same every time.
 *
 * @typedef {import("./bones.js").Bones} Bones
 * @typedef {import("./model.js").Model} Model
 * @typedef {import("./visible.js").Shown} Shown
 * @typedef {import("./plan.js").Plan} Plan
 *
 * @typedef {object} Manner
 * @property {"across"|"down"} direction
 * @property {number} width  of a box
 * @property {(statement: number) => number} height  of a statement's box
 * @property {ArrayLike<number>} order  by statement: which comes first across a rank
 */
import { skeletons } from "./bones.js";
import { ranks } from "./ranks.js";
import { spread } from "./spread.js";
import { trails } from "./trails.js";

const BETWEEN_COLUMNS = 92;
const AROUND_JOINTS = 52;
const JOINT = 14;
const BEND = 10;
const BETWEEN_PARTS = 56;
/** The wished ratio of the whole's width to its height. */
const RATIO = 1.5;

/**
 * @param {Model} model
 * @param {Shown} seen
 * @param {Manner} manner
 * @param {number} first  the statement that the ranks are counted from, or -1
 * @returns {Pick<Plan, "x" | "y" | "curves" | "joints">}
 */
export function arrange(model, seen, manner, first) {
  const down = manner.direction === "down";
  const parts = skeletons(model, seen).map((bones) => part(bones, manner, first));
  const corners = shelves(parts.map(({ size: [along, across] }) => (down ? [across, along] : [along, across])));
  const x = new Float64Array(model.statements.length);
  const y = new Float64Array(model.statements.length);
  /** @type {number[][][]} */
  const curves = model.relations.map(() => []);
  /** @type {([number, number] | undefined)[]} */
  const joints = [];
  parts.forEach(({ bones, spots, lines }, k) => {
    const [left, top] = corners[k];
    const moved = (/** @type {number} */ u, /** @type {number} */ v) =>
      /** @type {[number, number]} */ ([Math.round(left + (down ? v : u)), Math.round(top + (down ? u : v))]);
    bones.nodes.forEach((id, node) => {
      const spot = moved(...spots[node]);
      if (node < bones.boxes) [x[id], y[id]] = spot;
      else joints[id] = spot;
    });
    lines.forEach((line, n) => {
      const curve = [];
      for (let p = 0; p < line.length; p += 2) curve.push(...moved(line[p], line[p + 1]));
      curves[bones.links[n].relation].push(curve);
    });
  });
  return { x, y, curves, joints };
}

/**
 * One part in its own coordinates, along and across the ranks.
 * @param {Bones} bones
 * @param {Manner} manner
 * @param {number} first
 */
function part(bones, manner, first) {
  const down = manner.direction === "down";
  const rank = ranks(bones, bones.nodes.slice(0, bones.boxes).indexOf(first));
  const levels = [...new Set(rank)].sort((a, b) => a - b);
  const level = new Map(levels.map((value, k) => [value, k]));
  const row = bones.nodes.map((_, node) => level.get(rank[node]) ?? 0);
  const { extent, along, order } = measures(bones, manner);
  /** @type {import("./trails.js").Chain[]} */
  const chains = bones.links.map(({ tail, head, attacks }) => {
    const [near, far] = row[head] <= row[tail] ? [head, tail] : [tail, head];
    const cells = [near];
    for (let between = row[near] + 1; between < row[far]; between++) {
      cells.push(row.length);
      row.push(between);
      extent.push(BEND);
      along.push(0);
      order.push(order[near] + ((order[far] - order[near]) * (between - row[near])) / (row[far] - row[near]));
    }
    cells.push(far);
    return { cells, back: near === tail, attacks };
  });
  const across = spread({ rows: rowsOf(row, order, levels.length), extent, ties: ties(chains, extent) });
  let top = Infinity;
  let bottom = -Infinity;
  for (let cell = 0; cell < bones.nodes.length; cell++) top = Math.min(top, across[cell] - extent[cell] / 2);
  for (let cell = 0; cell < across.length; cell++) across[cell] -= top;
  for (let cell = 0; cell < bones.nodes.length; cell++) bottom = Math.max(bottom, across[cell] + extent[cell] / 2);
  const bands = bandsOf(levels, row, along);
  /** @type {number[][]} */
  const joints = levels.map(() => []);
  for (let node = bones.boxes; node < bones.nodes.length; node++) joints[row[node]].push(across[node]);
  return {
    bones,
    spots: bones.nodes.map((_, node) => /** @type {[number, number]} */ ([bands[row[node]].start + along[node] / 2, across[node]])),
    lines: trails({ chains, row, along, extent, across, bands, joints }),
    size: [bands[bands.length - 1].end, bottom],
  };

  /**
   * @param {Bones} all
   * @param {Manner} told
   */
  function measures({ nodes, boxes, links }, { width, height, order: given }) {
    const heights = nodes.slice(0, boxes).map(height);
    const joint = Array.from({ length: nodes.length - boxes }, () => JOINT);
    const widths = heights.map(() => width);
    const places = nodes.map((id, node) => (node < boxes ? given[id] : 0));
    const premises = new Int32Array(nodes.length);
    // A joint stands amid its premises; joints follow their statements in `nodes`.
    for (const { tail, head } of links) {
      if (head < boxes) continue;
      premises[head]++;
      places[head] += (places[tail] - places[head]) / premises[head];
    }
    return {
      extent: [...(down ? widths : heights), ...joint],
      along: [...(down ? heights : widths), ...joint.map(() => 0)],
      order: places,
    };
  }
}

/**
 * @param {number[]} row
 * @param {number[]} order
 * @param {number} count
 * @returns {number[][]}
 */
function rowsOf(row, order, count) {
  /** @type {number[][]} */
  const rows = Array.from({ length: count }, () => []);
  row.forEach((r, cell) => rows[r].push(cell));
  for (const cells of rows) cells.sort((a, b) => order[a] - order[b] || a - b);
  return rows;
}

/**
 * @param {import("./trails.js").Chain[]} chains
 * @param {number[]} extent
 */
function ties(chains, extent) {
  /** @type {{cell: number, weight: number}[][]} */
  const found = extent.map(() => []);
  for (const { cells } of chains) {
    for (let k = 1; k < cells.length; k++) {
      const [near, far] = [cells[k - 1], cells[k]];
      // Long lines should run straight.
      const weight = 1 + Number(extent[near] === BEND) + 2 * Number(extent[far] === BEND);
      found[near].push({ cell: far, weight });
      found[far].push({ cell: near, weight });
    }
  }
  return found;
}

/**
 * @param {number[]} levels  the rank of each row
 * @param {number[]} row
 * @param {number[]} along
 * @returns {import("./trails.js").Band[]}
 */
function bandsOf(levels, row, along) {
  const deepest = levels.map(() => 0);
  row.forEach((r, cell) => {
    deepest[r] = Math.max(deepest[r], along[cell]);
  });
  let end = 0;
  return levels.map((rank, r) => {
    const joint = rank % 2 || (r && levels[r - 1] % 2);
    const start = r ? end + (joint ? AROUND_JOINTS : BETWEEN_COLUMNS) : 0;
    end = start + deepest[r];
    return { start, end };
  });
}

/**
 * Put parts in rows: the first stays first, the others go by height.
 * @param {number[][]} sizes  width and height of each
 * @returns {number[][]}  the left upper corner of each
 */
export function shelves(sizes) {
  let area = 0;
  let widest = 0;
  for (const [width, height] of sizes) {
    area += (width + BETWEEN_PARTS) * (height + BETWEEN_PARTS);
    widest = Math.max(widest, width);
  }
  const limit = Math.max(widest, Math.sqrt(area * RATIO));
  const rest = sizes.map((_, k) => k).slice(1).sort((a, b) => sizes[b][1] - sizes[a][1] || a - b);
  /** @type {number[][]} */
  const corners = [];
  let [x, y, high] = [0, 0, 0];
  for (const k of sizes.length ? [0, ...rest] : []) {
    const [width, height] = sizes[k];
    if (x && x + width > limit) [x, y, high] = [0, y + high + BETWEEN_PARTS, 0];
    corners[k] = [x, y];
    x += width + BETWEEN_PARTS;
    high = Math.max(high, height);
  }
  return corners;
}
