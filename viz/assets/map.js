/**
 * The map: vis-network carries the view (moving, zooming, hitting), the boxes and lines are ours.
 *
 * @typedef {import("./model.js").Model} Model
 * @typedef {import("./store.js").Store} Store
 * @typedef {import("./wires.js").Area} Area
 * @typedef {import("./wires.js").Bundle} Bundle
 * @typedef {{x: number, y: number}} Spot
 */
import { cardPainter } from "./cards.js";
import { calm } from "./dom.js";
import { readInk } from "./ink.js";
import { COARSE, areas, bundle, meets, strokeBundle } from "./wires.js";

const LARGEST = 2.5;
const MARGIN = 32;
const DURATION = 260;

/**
 * @param {HTMLElement} field
 * @param {Model} model
 * @param {Store} store
 * @param {import("./cards.js").CardSize} size
 * @param {object} options  vis-network's
 */
export function createMap(field, model, store, size, options) {
  let ink = readInk();
  const paintCard = cardPainter(size);
  const rooms = areas(model.relations);
  const whole = extent(model, size.width);
  /** @type {{area: Area, coarse: boolean, all: Bundle, chosen: number, lit: Bundle | null} | null} */
  let near = null;

  const nodes = model.statements.map((statement) => ({
    id: statement.id,
    x: statement.x,
    y: statement.y,
    shape: "custom",
    ctxRenderer: (/** @type {{ctx: CanvasRenderingContext2D}} */ { ctx }) => ({
      drawNode: () => paintCard(ctx, ink, statement, look(statement.id)),
      nodeDimensions: { width: size.width, height: statement.h },
    }),
  }));
  const network = new vis.Network(field, { nodes: new vis.DataSet(nodes), edges: new vis.DataSet([]) }, options);
  const canvas = network.canvas.frame;
  canvas.tabIndex = -1;
  let scale = 1;
  /** @type {{position?: Spot, scale: number}} what was seen last */
  let last = { scale };
  /** @type {{position?: Spot, scale: number}} where the view is moving to */
  let goal = last;
  let arrival = 0;

  /** @param {number} id */
  function look(id) {
    const { chosen, hits } = store.view;
    return { scale, chosen: id === chosen, hit: hits.has(id), faded: hits.size > 0 && !hits.has(id) && id !== chosen };
  }

  /** @returns {Area} what can be seen */
  function view() {
    const { x, y } = network.getViewPosition();
    const half = [field.clientWidth / 2 / scale, field.clientHeight / 2 / scale];
    return [x - half[0], y - half[1], x + half[0], y + half[1]];
  }

  /** @returns {{all: Bundle, lit: Bundle | null}} the lines in view and somewhat around it */
  function inView() {
    const seen = view();
    const coarse = scale < COARSE;
    const { chosen } = store.view;
    const wide = seen[2] - seen[0];
    const fits = near && within(seen, near.area) && wide * 5 > near.area[2] - near.area[0];
    if (!near || !fits || near.coarse !== coarse) {
      const high = seen[3] - seen[1];
      /** @type {Area} */
      const area = [seen[0] - wide / 2, seen[1] - high / 2, seen[2] + wide / 2, seen[3] + high / 2];
      const around = model.relations.filter((relation) => meets(rooms[relation.id], area));
      near = { area, coarse, all: bundle(around, area, coarse), chosen: -1, lit: null };
    }
    if (near.chosen !== chosen) {
      near.chosen = chosen;
      near.lit = chosen < 0 ? null : bundle(relationsOf(chosen), near.area, false);
    }
    return near;
  }

  /** @param {number} chosen */
  function relationsOf(chosen) {
    const around = [...model.arriving[chosen], ...model.leaving[chosen]];
    return new Set([...around, ...around.flatMap((relation) => model.against[relation.id])]);
  }

  network.on("beforeDrawing", (/** @type {CanvasRenderingContext2D} */ ctx) => {
    scale = network.getScale();
    last = { position: network.getViewPosition(), scale };
    const { all, lit } = inView();
    strokeBundle(ctx, ink, all, { scale, alpha: lit || store.view.hits.size ? 0.3 : 1, strong: false });
    if (lit) strokeBundle(ctx, ink, lit, { scale, alpha: 1, strong: true });
  });
  network.on("click", (/** @type {{nodes: number[]}} */ { nodes: under }) => {
    store.set({ chosen: under.length ? under[0] : -1, by: "map" });
  });
  // vis-network scales the view with the field; here the field only shows more or less of it.
  network.on("resize", () => {
    const kept = performance.now() < arrival ? goal : last;
    queueMicrotask(() => network.moveTo({ ...kept, animation: false }));
  });
  network.on("zoom", () => {
    const wild = network.getScale();
    const tame = Math.min(LARGEST, Math.max(smallest(), wild));
    if (tame !== wild) network.moveTo({ scale: tame });
  });
  field.addEventListener("pointermove", (event) => {
    if (event.buttons) return;
    const box = field.getBoundingClientRect();
    const under = network.getNodeAt({ x: event.clientX - box.left, y: event.clientY - box.top });
    field.classList.toggle("over", under !== undefined);
  });

  /** @returns {number} the scale at which the whole map can be seen */
  function fitting() {
    const room = [field.clientWidth - 2 * MARGIN, field.clientHeight - 2 * MARGIN];
    return Math.max(0.005, Math.min(room[0] / (whole[2] - whole[0]), room[1] / (whole[3] - whole[1])));
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
    goal = { position: network.getViewPosition(), scale: network.getScale(), ...to };
    arrival = performance.now() + (slow ? DURATION + 60 : 0);
    if (!slow) last = goal;
    network.moveTo({ ...to, animation: slow ? { duration: DURATION, easingFunction: "easeInOutQuad" } : false });
  }

  /** The main claim at the left where the whole does not fit, at a size that can be read. */
  function home(gently = true) {
    const fit = fitting();
    if (model.main < 0) return;
    if (fit >= 0.95) {
      move({ position: middle(whole), scale: Math.min(fit, 1.15) }, gently);
      return;
    }
    const main = model.statements[model.main];
    const wide = whole[2] - whole[0] + 2 * MARGIN <= field.clientWidth;
    const x = wide ? middle(whole).x : main.x - size.width / 2 - MARGIN + field.clientWidth / 2;
    move({ position: { x, y: main.y }, scale: 1 }, gently);
  }

  /**
   * Move as little as needed to show a statement, beside what lies over the map at its right.
   * @param {number} id
   * @param {number} covered
   */
  function show(id, covered) {
    const { x, y, h } = model.statements[id];
    if (!field.clientWidth) {
      move({ position: { x, y }, scale: 1 });
      return;
    }
    const readable = network.getScale() < 0.6 ? 1 : network.getScale();
    scale = readable;
    const seen = view();
    const pad = 12 / readable;
    const right = seen[2] - covered / readable;
    const reasons = model.arriving[id].map(({ from }) => model.statements[from].x);
    const own = x + size.width / 2 + pad;
    const beside = Math.min(...reasons.filter((other) => other > x)) + size.width / 2 + pad;
    const wide = beside - x + size.width / 2 + pad <= right - seen[0];
    const dx = shift(x - size.width / 2 - pad, wide ? beside : own, seen[0], right);
    const dy = shift(y - h / 2 - pad, y + h / 2 + pad, seen[1], seen[3]);
    scale = network.getScale();
    if (!dx && !dy && readable === scale) return;
    const at = network.getViewPosition();
    move({ position: { x: at.x + dx, y: at.y + dy }, scale: readable });
  }

  store.listen(() => network.redraw());
  home(false);

  return {
    home,
    show,
    fit: () => move({ position: middle(whole), scale: Math.min(1.15, fitting()) }),
    zoom: (/** @type {number} */ factor) => move({ scale: Math.min(LARGEST, Math.max(smallest(), network.getScale() * factor)) }),
    repaint() {
      ink = readInk();
      network.redraw();
    },
  };
}

/**
 * @param {Model} model
 * @param {number} width  of a box
 * @returns {Area}
 */
function extent(model, width) {
  /** @type {Area} */
  const area = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y, h } of model.statements) {
    area[0] = Math.min(area[0], x - width / 2);
    area[1] = Math.min(area[1], y - h / 2);
    area[2] = Math.max(area[2], x + width / 2);
    area[3] = Math.max(area[3], y + h / 2);
  }
  return model.statements.length ? area : [0, 0, 1, 1];
}

/** @param {Area} area */
function middle(area) {
  return { x: (area[0] + area[2]) / 2, y: (area[1] + area[3]) / 2 };
}

/**
 * @param {Area} inner
 * @param {Area} outer
 */
function within(inner, outer) {
  return inner[0] >= outer[0] && inner[1] >= outer[1] && inner[2] <= outer[2] && inner[3] <= outer[3];
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
