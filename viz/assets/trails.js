/**
 * The lines of an arranged part: smooth from rank to rank, straight where they pass a box.
 *
 * @typedef {{start: number, end: number}} Band  the room of one rank along the reading direction
 *
 * @typedef {object} Chain  the cells of a link from the lower rank to the higher
 * @property {number[]} cells
 * @property {boolean} back  whether the link runs from the lower rank
 * @property {boolean} attacks  whether it ends at the joint of another relation
 *
 * @typedef {object} Placed
 * @property {Chain[]} chains
 * @property {number[]} row  by cell
 * @property {number[]} along  by cell: its size along the ranks
 * @property {number[]} extent  by cell: its size across them
 * @property {ArrayLike<number>} across  by cell: its middle
 * @property {Band[]} bands  by row
 * @property {number[][]} joints  by row: where its joints stand across
 */
import { arrivals, stopped } from "./arrivals.js";

/** The ends of lines keep this far from the corners of a box, and at most this far from each other. */
const INSET = 12;
const APART = 18;
/** Lines keep this far from joints that are not theirs. */
const CLEAR = 14;
/** What is not wider than this is a joint or a bend, and all its lines meet in its middle. */
const POINT = 14;

/**
 * @param {Placed} placed
 * @returns {number[][]}  for each chain a Bézier curve from the link's tail to its head: along, across,
 *   then three points a piece
 */
export function trails(placed) {
  const ports = bothPorts(placed);
  const stops = arrivals(placed);
  return placed.chains.map(({ cells, back }, number) => {
    const path = trail(placed, cells, ports[number]);
    return stopped(back ? path : backwards(path), stops.get(number));
  });
}

/**
 * @param {Placed} placed
 * @param {number[]} cells
 * @param {[number, number]} ports  where the line ends across the first and the last cell
 * @returns {number[]}
 */
function trail({ row, along, across, bands, joints }, cells, [near, far]) {
  const start = bands[row[cells[0]]];
  const path = [start.start + along[cells[0]], near];
  straight(path, start.end);
  const knots = [[start.end, near]];
  cells.slice(1, -1).forEach((bend, k) => {
    const band = bands[row[bend]];
    if (band.end > band.start) knots.push([band.start, across[bend]], [band.end, across[bend]]);
    else {
      const after = cells[k + 2];
      const ahead = [bands[row[after]].start, k + 3 === cells.length ? far : across[after]];
      // A line bends between columns only where it would come too near to a joint.
      if (!isClear(knots[knots.length - 1], ahead, band.start, joints[row[bend]])) knots.push([band.start, across[bend]]);
    }
  });
  knots.push([bands[row[cells[cells.length - 1]]].start, far]);
  for (let k = 1; k < knots.length; k++) {
    const [[u, v], [endU, endV]] = [knots[k - 1], knots[k]];
    const reach = (endU - u) / 2;
    path.push(u + reach, v + reach * slope(knots, k - 1), endU - reach, endV - reach * slope(knots, k), endU, endV);
  }
  return path;
}

/**
 * @param {number[]} from
 * @param {number[]} to
 * @param {number} lane  where joints stand along the ranks
 * @param {number[]} joints  and across
 */
function isClear([u, v], [endU, endV], lane, joints) {
  const share = (lane - u) / (endU - u);
  const level = v + (endV - v) * share * share * (3 - 2 * share);
  return joints.every((joint) => Math.abs(joint - level) >= CLEAR);
}

/**
 * Level at the ends and along boxes, slanting where a line goes on rising or falling.
 * @param {number[][]} knots
 * @param {number} k
 */
function slope(knots, k) {
  if (k === 0 || k === knots.length - 1) return 0;
  const [[before, left], [, level], [after, right]] = knots.slice(k - 1, k + 2);
  return (level - left) * (right - level) > 0 ? (right - left) / (after - before) : 0;
}

/**
 * @param {number[]} path
 * @param {number} end
 */
function straight(path, end) {
  const [u, v] = path.slice(-2);
  if (u === end) return;
  const third = (end - u) / 3;
  path.push(u + third, v, end - third, v, end, v);
}

/**
 * @param {number[]} curve
 * @returns {number[]}
 */
function backwards(curve) {
  const back = [];
  for (let k = curve.length - 2; k >= 0; k -= 2) back.push(curve[k], curve[k + 1]);
  return back;
}

/**
 * Spread the ends of lines over the sides of the boxes, in the order of where they come from.
 * @param {Placed} placed
 * @returns {[number, number][]}  by chain: at the lower rank, and at the higher
 */
function bothPorts({ chains, extent, across }) {
  /** @type {[number, number][]} */
  const ports = chains.map(() => [0, 0]);
  for (const side of [0, 1]) {
    /** @type {Map<number, number[]>} */
    const ends = new Map();
    chains.forEach(({ cells }, number) => {
      const cell = side ? cells[cells.length - 1] : cells[0];
      const numbers = ends.get(cell);
      if (numbers) numbers.push(number);
      else ends.set(cell, [number]);
    });
    for (const [cell, numbers] of ends) {
      const next = (/** @type {number} */ n) => across[chains[n].cells[side ? chains[n].cells.length - 2 : 1]];
      numbers.sort((a, b) => next(a) - next(b) || a - b);
      const room = Math.max(0, extent[cell] - 2 * INSET);
      const step = numbers.length > 1 ? Math.min(APART, room / (numbers.length - 1)) : 0;
      numbers.forEach((number, k) => {
        ports[number][side] = across[cell] + (extent[cell] > POINT ? (k - (numbers.length - 1) / 2) * step : 0);
      });
      if (side && numbers.length === 1 && extent[cell] > POINT) {
        const { cells } = chains[numbers[0]];
        const wish = cells.length === 2 ? ports[numbers[0]][0] : across[cells[cells.length - 2]];
        ports[numbers[0]][1] = Math.min(Math.max(wish, across[cell] - room / 2), across[cell] + room / 2);
      }
    }
  }
  return ports;
}
