/**
 * Moving over the map: where the view is, and where it should go.
 *
 * @typedef {import("./plan.js").Plan} Plan
 * @typedef {import("./wires.js").Area} Area
 * @typedef {{x: number, y: number}} Spot
 */
import { calm } from "./dom.js";
import { opening } from "./opening.js";

const LARGEST = 2.5;
const MARGIN = 32;
const DURATION = 260;
/** At this size the full text of a box can just be read with ease. */
const READING = 0.93;
const NARROW = 560;
/** So much smaller the near of a focus may be shown. */
const NEAR = 0.55;

/**
 * @param {import("./stage.js").Stage} stage
 * @param {HTMLElement} field
 * @param {() => Plan} planned
 * @param {() => number} covered  how much of the field lies under something at its right, in pixels
 */
export function createCamera(stage, field, planned, covered) {
  /** @type {{position?: Spot, scale: number}} what was seen last */
  let last = { scale: 1 };
  /** @type {{position?: Spot, scale: number}} where the view is moving to */
  let goal = last;
  let arrival = 0;
  let moves = 0;
  /** @type {number[]} statements to show once there is room for them: the field was hidden when they were asked for */
  let owed = [];

  // vis-network scales the view with the field; here the field only shows more or less of it.
  stage.on("resize", () => {
    const kept = performance.now() < arrival ? goal : last;
    const then = moves;
    queueMicrotask(() => {
      if (moves !== then) return;
      if (owed.length && field.clientWidth) gather(owed, false);
      else stage.moveTo({ ...kept, animation: false });
    });
  });
  stage.on("zoom", () => {
    const wild = stage.getScale();
    const tame = Math.min(LARGEST, Math.max(smallest(), wild));
    if (tame !== wild) stage.moveTo({ scale: tame });
  });

  /** @returns {number} the scale at which all that is shown can be seen */
  function fitting() {
    const [left, top, right, bottom] = planned().area;
    const room = [free() - 2 * margin(), field.clientHeight - 2 * margin()];
    return Math.max(0.005, Math.min(room[0] / (right - left), room[1] / (bottom - top)));
  }

  /** @returns {number} the width that nothing covers */
  function free() {
    const open = field.clientWidth - covered();
    return open > 0.4 * field.clientWidth ? open : field.clientWidth;
  }

  /**
   * @param {Spot} spot  what should stand in the middle of what can be seen
   * @param {number} scale
   */
  function beside({ x, y }, scale) {
    return { x: x + (field.clientWidth - free()) / 2 / scale, y };
  }

  function margin() {
    return field.clientWidth < NARROW ? 20 : MARGIN;
  }

  function smallest() {
    return Math.min(0.6, fitting() * 0.7);
  }

  /**
   * @param {{position?: Spot, scale?: number}} to
   * @param {boolean} [gently]
   */
  function move(to, gently = true) {
    const slow = gently && !calm.matches && field.clientWidth > 0;
    moves++;
    owed = [];
    goal = { position: stage.getViewPosition(), scale: stage.getScale(), ...to };
    arrival = performance.now() + (slow ? DURATION + 60 : 0);
    if (!slow) last = goal;
    stage.moveTo({ ...to, animation: slow ? { duration: DURATION, easingFunction: "easeInOutQuad" } : false });
  }

  /** @returns {{position: Spot, scale: number}} where the view is, or is about to be */
  function heading() {
    if (performance.now() < arrival && goal.position) return { position: goal.position, scale: goal.scale };
    return { position: stage.getViewPosition(), scale: stage.getScale() };
  }

  /**
   * @param {Spot} position
   * @param {number} scale
   * @returns {Area}
   */
  function areaAt({ x, y }, scale) {
    const half = [field.clientWidth / 2 / scale, field.clientHeight / 2 / scale];
    return [x - half[0], y - half[1], x + half[0], y + half[1]];
  }

  /**
   * Show what is near a statement, if need be somewhat small, and the statement in the middle.
   * @param {number} id
   */
  function near(id) {
    const { x, y } = planned();
    const fit = fitting();
    if (fit >= NEAR) whole(false);
    else move({ position: beside({ x: x[id], y: y[id] }, NEAR), scale: NEAR }, false);
  }

  /**
   * Show a statement and what rests on it: the whole where it can be read, else the statement at
   * the edge from which one reads on.
   * @param {number} id
   * @param {boolean} [gently]
   */
  function open(id, gently = true) {
    const room = { wide: free(), high: field.clientHeight, margin: margin(), narrow: field.clientWidth < NARROW };
    const { x, y, scale } = opening(planned(), id, room);
    move({ position: beside({ x, y }, scale), scale }, gently);
  }

  /** @param {boolean} [gently] */
  function whole(gently = true) {
    const scale = Math.min(1.15, fitting());
    move({ position: beside(middle(planned().area), scale), scale }, gently);
  }

  /**
   * Move as little as needed to show a statement.
   * @param {number} id
   * @param {number[]} reasons  shown beside it if there is room
   */
  function show(id, reasons) {
    const { x, y, h, width, direction } = planned();
    if (!field.clientWidth) {
      move({ position: { x: x[id], y: y[id] }, scale: 1 });
      return;
    }
    const from = heading();
    const scale = from.scale < 0.6 ? Math.min(1, READING) : from.scale;
    const seen = areaAt(from.position, scale);
    const pad = 12 / scale;
    const right = seen[0] + free() / scale;
    const own = x[id] + width / 2 + pad;
    const past = direction === "across" ? Math.min(...reasons.map((other) => x[other]).filter((other) => other > x[id])) + width / 2 + pad : own;
    const wide = past - x[id] + width / 2 + pad <= right - seen[0];
    const dx = shift(x[id] - width / 2 - pad, wide ? past : own, seen[0], right);
    const dy = shift(y[id] - h[id] / 2 - pad, y[id] + h[id] / 2 + pad, seen[1], seen[3]);
    if (!dx && !dy && scale === from.scale) return;
    move({ position: { x: from.position.x + dx, y: from.position.y + dy }, scale });
  }

  /**
   * Show some statements all at once.
   * @param {number[]} ids
   * @param {boolean} [gently]
   */
  function gather(ids, gently = true) {
    const { x, y, h, width } = planned();
    /** @type {Area} */
    const area = [Infinity, Infinity, -Infinity, -Infinity];
    for (const id of ids) {
      area[0] = Math.min(area[0], x[id] - width / 2);
      area[1] = Math.min(area[1], y[id] - h[id] / 2);
      area[2] = Math.max(area[2], x[id] + width / 2);
      area[3] = Math.max(area[3], y[id] + h[id] / 2);
    }
    const room = [(free() || innerWidth) - 2 * margin(), (field.clientHeight || innerHeight / 2) - 2 * margin()];
    const scale = Math.max(smallest(), Math.min(READING, room[0] / (area[2] - area[0]), room[1] / (area[3] - area[1])));
    move({ position: beside(middle(area), scale), scale }, gently);
    if (!field.clientWidth) owed = ids;
  }

  return {
    open,
    near,
    show,
    gather,
    heading,
    move,
    /** Remember what is being drawn, and tell it. */
    look() {
      last = { position: stage.getViewPosition(), scale: stage.getScale() };
      return { scale: last.scale, area: areaAt(last.position ?? { x: 0, y: 0 }, last.scale) };
    },
    fit: whole,
    zoom: (/** @type {number} */ factor) => move({ scale: Math.min(LARGEST, Math.max(smallest(), heading().scale * factor)) }),
  };
}

/** @param {Area} area */
function middle(area) {
  return { x: (area[0] + area[2]) / 2, y: (area[1] + area[3]) / 2 };
}

/**
 * How far to move a window so that a stretch lies in it.
 * @param {number} low
 * @param {number} high
 * @param {number} from
 * @param {number} to
 */
function shift(low, high, from, to) {
  if (low < from) return low - from;
  return high > to ? Math.min(high - to, low - from) : 0;
}
