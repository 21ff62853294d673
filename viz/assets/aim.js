/**
 * What lies under a point of the map.
 *
 * @typedef {import("./plan.js").Plan} Plan
 * @typedef {import("./wires.js").Area} Area
 * @typedef {{x: number, y: number}} Point
 */

/** How far from a line a pointer may be, in pixels. */
const TOLERANCE = 8;
const SAMPLES = 10;

/**
 * @param {Plan} plan
 * @param {Point} point
 * @returns {number}  the statement whose box is there, or -1
 */
export function boxAt({ boxes, x, y, h, width }, point) {
  for (let k = boxes.length - 1; k >= 0; k--) {
    const id = boxes[k];
    if (Math.abs(point.x - x[id]) <= width / 2 && Math.abs(point.y - y[id]) <= h[id] / 2) return id;
  }
  return -1;
}

/**
 * @param {Plan} plan
 * @param {Area[]} rooms  by relation: the room that its lines take
 * @param {Point} point
 * @param {number} scale
 * @returns {number}  the relation whose line is nearest, if it is near enough; else -1
 */
export function lineAt({ relations, curves, joints }, rooms, point, scale) {
  let best = -1;
  let least = (TOLERANCE / scale) ** 2;
  for (const { id } of relations) {
    const [left, top, right, bottom] = rooms[id];
    const reach = TOLERANCE / scale;
    if (point.x < left - reach || point.x > right + reach || point.y < top - reach || point.y > bottom + reach) continue;
    const joint = joints[id];
    // A joint belongs to its relation, whatever else ends there.
    const far = joint && (point.x - joint[0]) ** 2 + (point.y - joint[1]) ** 2 < least ? 0 : Math.min(...curves[id].map((curve) => toCurve(curve, point)));
    if (far < least || (far === least && far === 0)) [best, least] = [id, far];
  }
  return best;
}

/**
 * The squared distance of a point from a curve, by chords.
 * @param {number[]} curve
 * @param {Point} point
 */
function toCurve(curve, point) {
  let least = Infinity;
  let [x, y] = curve;
  for (let k = 0; k + 7 < curve.length; k += 6) {
    for (let n = 1; n <= SAMPLES; n++) {
      const [nextX, nextY] = along(curve, k, n / SAMPLES);
      least = Math.min(least, toChord(point, x, y, nextX, nextY));
      [x, y] = [nextX, nextY];
    }
  }
  return least;
}

/**
 * @param {number[]} c
 * @param {number} k  where the piece begins
 * @param {number} t
 * @returns {[number, number]}
 */
function along(c, k, t) {
  const u = 1 - t;
  const [p, q, r, s] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
  return [p * c[k] + q * c[k + 2] + r * c[k + 4] + s * c[k + 6], p * c[k + 1] + q * c[k + 3] + r * c[k + 5] + s * c[k + 7]];
}

/**
 * @param {Point} point
 * @param {number} x
 * @param {number} y
 * @param {number} endX
 * @param {number} endY
 */
function toChord(point, x, y, endX, endY) {
  const [dx, dy] = [endX - x, endY - y];
  const length = dx * dx + dy * dy;
  const share = length ? Math.max(0, Math.min(1, ((point.x - x) * dx + (point.y - y) * dy) / length)) : 0;
  return (point.x - x - share * dx) ** 2 + (point.y - y - share * dy) ** 2;
}
