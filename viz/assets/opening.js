/**
 * Where the view begins: the whole map where its text can be read, else the statement at the edge
 * from which one reads on, at a size at which the far edge of the view cuts no box.
 *
 * @typedef {import("./plan.js").Plan} Plan
 * @typedef {{wide: number, high: number, margin: number, narrow: boolean}} Room  of what can be seen, in pixels
 */

/** At this size the text of a box is 12 pixels high, and at that it need not be larger. */
const READABLE = 12 / 13;
const LARGE_ENOUGH = 1.12;
const LARGEST_WHOLE = 1.15;
const FINE_STEP = 0.01;
/** What nearly fits comes this near to the edges of the view. */
const TIGHT = 10;
/** A box that ends so near to the edge of the view is not cut by it. */
const BESIDE_EDGE = 6;
/** Two columns and their badges should fit on a narrow screen, but not smaller than this. */
const TWO_COLUMNS = 92 + 40;
const LEAST_NARROW = 0.42;

/**
 * @param {Plan} plan
 * @param {number} id  the statement to begin at, or -1
 * @param {Room} room
 * @returns {{x: number, y: number, scale: number}}  the middle of the view
 */
export function opening(plan, id, { wide, high, margin, narrow }) {
  const { area, x, y, h, width, direction } = plan;
  const fit = (/** @type {number} */ pad) => Math.min((wide - 2 * pad) / (area[2] - area[0]), (high - 2 * pad) / (area[3] - area[1]));
  const whole = [margin, TIGHT].map(fit).find((scale) => scale >= READABLE);
  const centre = [(area[0] + area[2]) / 2, (area[1] + area[3]) / 2];
  if (whole || id < 0) return { x: centre[0], y: centre[1], scale: Math.max(0.005, Math.min(LARGEST_WHOLE, whole ?? fit(margin))) };
  const across = direction === "across";
  const scale = narrow ? narrowed() : uncut();
  const [halfWide, halfHigh] = [wide / 2 / scale, high / 2 / scale];
  const pad = margin / scale;
  const ahead = across ? x[id] - width / 2 - pad + halfWide : y[id] - h[id] / 2 - pad + halfHigh;
  return {
    x: within(across ? ahead : x[id], area[0] - pad + halfWide, area[2] + pad - halfWide),
    y: within(across ? y[id] : ahead, area[1] - pad + halfHigh, area[3] + pad - halfHigh),
    scale,
  };

  function narrowed() {
    return across ? Math.max(LEAST_NARROW, Math.min(READABLE, (wide - 2 * margin) / (2 * width + TWO_COLUMNS))) : READABLE;
  }

  /** The least size at which the far edge stands between two ranks. */
  function uncut() {
    const start = across ? x[id] - width / 2 : y[id] - h[id] / 2;
    const size = across ? wide : high;
    const bands = ranksOf(plan, id, (across ? high : wide) / READABLE);
    for (let tried = READABLE; tried <= LARGE_ENOUGH; tried += FINE_STEP) {
      const edge = start + (size - margin) / tried;
      if (bands.every(([from, to]) => edge <= from || edge >= to + BESIDE_EDGE)) return tried;
    }
    return READABLE;
  }
}

/**
 * Where the boxes that may be seen begin and end along the reading direction.
 * @param {Plan} plan
 * @param {number} id
 * @param {number} breadth  how much of the map is seen across it
 * @returns {[number, number][]}
 */
function ranksOf({ boxes, x, y, h, width, direction }, id, breadth) {
  const across = direction === "across";
  const seen = boxes.filter((one) => Math.abs(across ? y[one] - y[id] : x[one] - x[id]) < breadth / 2);
  return seen.map((one) => (across ? [x[one] - width / 2, x[one] + width / 2] : [y[one] - h[one] / 2, y[one] + h[one] / 2]));
}

/**
 * The nearest place to a wish; the middle where there is more room than needed.
 * @param {number} wish
 * @param {number} low
 * @param {number} high
 */
function within(wish, low, high) {
  return low > high ? (low + high) / 2 : Math.min(Math.max(wish, low), high);
}
