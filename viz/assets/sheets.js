/**
 * How a map is laid on sheets of paper: whole on one where its boxes stay recognisable, else as
 * wide as a sheet and cut where the fewest boxes are in the way.
 *
 * @typedef {import("./plan.js").Plan} Plan
 * @typedef {{box: [number, number, number, number], plan: Plan, scale: number, millimetres: number}} Sheet
 *   `box` is left, top, width, height on the map
 */
import { areas, meets } from "./wires.js";

/** What A4 and Letter both leave within margins of 12 mm: width and height in millimetres. */
const UPRIGHT = [186, 248];
const ACROSS = [252, 184];
/** What the heading takes of the first sheet. */
const HEADING = 46;
const PIXELS = 96 / 25.4;
/** The least scale, in pixels, at which the whole map is put on one sheet. */
const LEAST_SCALE = 0.2;
const PAD = 10;
const TRIES = 24;

/**
 * @param {Plan} plan
 * @returns {{wide: boolean, pages: Sheet[]}}
 */
export function sheets(plan) {
  const left = plan.area[0] - PAD;
  const top = plan.area[1] - PAD;
  const width = plan.area[2] + PAD - left;
  const height = plan.area[3] + PAD - top;
  const whole = ([w, h]) => Math.min(w / width, (h - HEADING) / height);
  const wide = whole(ACROSS) > whole(UPRIGHT);
  const [w, h] = wide ? ACROSS : UPRIGHT;
  // In millimetres a unit of the map, and never larger than on the screen.
  const fit = Math.min(whole([w, h]), 1 / PIXELS);
  if (fit * PIXELS >= LEAST_SCALE || w / width <= fit) {
    return { wide, pages: [{ box: [left, top, width, height], plan, scale: fit * PIXELS, millimetres: width * fit }] };
  }
  const scale = Math.min(w / width, 1 / PIXELS);
  const rooms = areas(plan.curves);
  const pages = cuts(plan, top, top + height, (first) => (first ? h - HEADING : h) / scale).map(([from, to]) => {
    /** @type {import("./wires.js").Area} */
    const area = [left, from, left + width, to];
    const part = {
      ...plan,
      boxes: plan.boxes.filter((id) => plan.y[id] + plan.h[id] / 2 > from && plan.y[id] - plan.h[id] / 2 < to),
      relations: plan.relations.filter(({ id }) => meets(rooms[id], area)),
    };
    return { box: /** @type {[number, number, number, number]} */ ([left, from, width, to - from]), plan: part, scale: scale * PIXELS, millimetres: width * scale };
  });
  return { wide, pages };
}

/**
 * @param {Plan} plan
 * @param {number} top
 * @param {number} bottom
 * @param {(first: boolean) => number} room  the height of a sheet on the map
 * @returns {[number, number][]}  from where to where; a box that is cut stands whole on the next
 */
function cuts({ boxes, y, h }, top, bottom, room) {
  /** @type {[number, number][]} */
  const found = [];
  let from = top;
  while (bottom - from > room(!found.length)) {
    const most = room(!found.length);
    let best = from + most;
    let fewest = Infinity;
    let next = best;
    for (let k = 0; k < TRIES; k++) {
      const at = from + most * (1 - (0.3 * k) / TRIES);
      const over = boxes.filter((id) => Math.abs(y[id] - at) < h[id] / 2);
      if (over.length >= fewest) continue;
      fewest = over.length;
      best = at;
      next = Math.max(from + most / 2, over.reduce((least, id) => Math.min(least, y[id] - h[id] / 2 - PAD), at));
    }
    found.push([from, best]);
    from = next;
  }
  found.push([from, bottom]);
  return found;
}
