/**
 * How undercuts reach the lines that they attack: they stop before the joint, clear of the rest.
 *
 * The line that is attacked runs level through its joint. An undercut that comes from beyond all
 * of its premises points straight at the joint, so that its bar lies beside the line; one from
 * among them comes level, and stops earlier, where they stand further apart.
 *
 * @typedef {import("./trails.js").Placed} Placed
 * @typedef {{du: number, dv: number, stop: number}} Arrival  where an undercut ends, as seen from the joint: the
 *   direction (of length 1), and how far
 * @typedef {{dv: number, du: number, number: number}} Coming
 */

/** How far before the middle of the joint an undercut stops. */
const STOP = 13;
const STOP_AMONG_PREMISES = 21;
/** So far apart undercuts from one side come, and so far round the joint the last of them may. */
const TURN = 0.22 * Math.PI;
const MOST_TURN = 0.75 * Math.PI;
const MOST_ROUND = 24;

/**
 * @param {Placed} placed
 * @returns {Map<number, Arrival>}  by the number of a chain that attacks
 */
export function arrivals({ chains, row, bands, across }) {
  /** @type {Map<string, number[]>} */
  const premises = new Map();
  /** @type {Map<string, Coming[]>} */
  const coming = new Map();
  chains.forEach(({ cells, back, attacks }, number) => {
    for (const far of [false, true]) {
      const [joint, before] = far ? [cells[cells.length - 1], cells[cells.length - 2]] : cells;
      const side = `${joint} ${far ? -1 : 1}`;
      const level = across[before] - across[joint];
      if (!attacks) add(premises, side, level);
      // A chain runs from the lower rank; `back` tells that its link does, too.
      else if (far === back) {
        const du = bands[row[before]][far ? "end" : "start"] - bands[row[joint]].start;
        add(coming, side, { dv: level, du, number });
      }
    }
  });
  /** @type {Map<number, Arrival>} */
  const found = new Map();
  for (const [key, undercuts] of coming) {
    const side = Number(key.split(" ")[1]);
    const levels = premises.get(key) ?? [0];
    const [lowest, highest] = [Math.min(...levels), Math.max(...levels)];
    for (const { number } of undercuts) found.set(number, { du: side, dv: 0, stop: STOP_AMONG_PREMISES });
    fan(found, undercuts.filter(({ dv }) => dv < lowest), side);
    fan(found, undercuts.filter(({ dv }) => dv > highest), side);
  }
  return found;
}

/**
 * @template Item
 * @param {Map<string, Item[]>} sides
 * @param {string} side
 * @param {Item} item
 */
function add(sides, side, item) {
  const items = sides.get(side);
  if (items) items.push(item);
  else sides.set(side, [item]);
}

/**
 * Let undercuts from one side point at the joint, but none too near to the one before.
 * @param {Map<number, Arrival>} found
 * @param {Coming[]} undercuts
 * @param {number} side
 */
function fan(found, undercuts, side) {
  let least = 0;
  for (const { dv, du, number } of undercuts.sort((a, b) => Math.abs(a.dv) - Math.abs(b.dv) || a.number - b.number)) {
    const angle = Math.min(MOST_TURN, Math.max(least, Math.atan2(Math.abs(dv), Math.abs(du))));
    found.set(number, { du: side * Math.cos(angle), dv: Math.sign(dv) * Math.sin(angle), stop: STOP });
    least = angle + TURN;
  }
}

/**
 * End a line, that leads to the middle of a joint, as an undercut does.
 * @param {number[]} path
 * @param {Arrival | undefined} arrival
 * @returns {number[]}
 */
export function stopped(path, arrival) {
  if (!arrival) return path;
  const { du, dv, stop } = arrival;
  const [u, v] = path.slice(-2);
  const [endU, endV] = [u + stop * du, v + stop * dv];
  const [fromU, fromV] = path.slice(-8, -6);
  // The curve must not come near to the columns on either side.
  const most = (fromU - u) * du < 0 ? MOST_ROUND : Math.abs((fromU - endU) / du) / 2;
  const reach = Math.min(Math.hypot(fromU - endU, fromV - endV) / 2, most);
  return [...path.slice(0, -4), endU + reach * du, endV + reach * dv, endU, endV];
}
