/**
 * Painting the map: the lines in view, the boxes in view, and the badges on them.
 *
 * @typedef {import("./model.js").Model} Model
 * @typedef {import("./plan.js").Plan} Plan
 * @typedef {import("./store.js").View} View
 * @typedef {import("./visible.js").Shown} Shown
 * @typedef {import("./ink.js").Ink} Ink
 * @typedef {import("./wires.js").Area} Area
 * @typedef {import("./wires.js").Bundle} Bundle
 * @typedef {import("./badges.js").Badge} Badge
 * @typedef {{box: number, line: number, badge: number}} Over  what the pointer is over, -1 for nothing
 *
 * @typedef {object} Frame  what one picture depends on
 * @property {Plan} plan
 * @property {View} view
 * @property {Shown} seen
 * @property {Over} over
 * @property {Area} area  what can be seen
 * @property {number} scale
 * @property {Ink} ink
 */
import { badge, paintBadge } from "./badges.js";
import { PLAIN, cardPainter, tones } from "./cards.js";
import { folds } from "./folding.js";
import { createLayer } from "./layer.js";
import { paintSuggested } from "./suggested.js";
import { outlineTree } from "./tree.js";
import { COARSE, areas, bundle, meets, strokeBundle } from "./wires.js";

/** More lines or blocks than this are painted once and then moved as a picture. */
const CROWD = 100;

/**
 * @param {Model} model
 * @param {import("./cards.js").CardSize} size
 * @param {Record<string, string>} initials  of holders
 * @param {() => void} again  asks for another picture
 */
export function createScene(model, size, initials, again) {
  const cards = cardPainter(model.statements, size, initials);
  const lineLayer = createLayer(again);
  const blockLayer = createLayer(again);
  /** @type {{plan: Plan, rooms: Area[], area: Area, coarse: boolean, size: number, all: Bundle} | null} */
  let near = null;
  /** @type {{key: unknown[], paths: Bundle | null} | null} */
  let strong = null;
  /** @type {{hits: Set<number>, seen: Shown, marked: Set<number>} | null} */
  let hiding = null;

  /** @param {Frame} frame */
  function paint(ctx, frame) {
    paintLines(ctx, frame);
    const boxes = inView(frame.plan, frame.area);
    if (frame.scale < PLAIN) paintFar(ctx, frame, boxes);
    else paintBoxes(ctx, frame, boxes);
    paintSuggested(ctx, frame.ink, frame.plan, model.suggested[frame.view.suggestion], frame.scale);
    if (frame.scale < PLAIN) return;
    for (const id of boxes) {
      const told = badgeOf(frame, id);
      if (!told) continue;
      const look = { over: frame.over.badge === id, hit: hits(frame).has(id), faded: isFaded(frame.view, id) };
      paintBadge(ctx, frame.ink, told, look);
    }
  }

  /**
   * @param {CanvasRenderingContext2D} ctx
   * @param {Frame} frame
   */
  function paintLines(ctx, frame) {
    const { ink, scale, view } = frame;
    const lines = linesNear(frame);
    const paths = strongLines(frame, lines.area);
    const alpha = paths || view.lit || view.hits.size ? 0.25 : 1;
    const stroke = (/** @type {CanvasRenderingContext2D} */ on) => strokeBundle(on, ink, lines.all, { scale, alpha, strong: false });
    if (lines.size > CROWD) lineLayer(ctx, [lines.all, alpha, ink], frame.area, scale, stroke);
    else stroke(ctx);
    if (paths) strokeBundle(ctx, ink, paths, { scale, alpha: 1, strong: true });
  }

  /**
   * The lines in view and somewhat around it; made anew when the view leaves what they cover.
   * @param {Frame} frame
   */
  function linesNear({ plan, area: seen, scale }) {
    const coarse = scale < COARSE;
    const wide = seen[2] - seen[0];
    const fits = near && near.plan === plan && inside4(seen, near.area) && wide * 5 > near.area[2] - near.area[0];
    if (!near || !fits || near.coarse !== coarse) {
      const high = seen[3] - seen[1];
      /** @type {Area} */
      const area = [seen[0] - wide / 2, seen[1] - high / 2, seen[2] + wide / 2, seen[3] + high / 2];
      const rooms = near?.plan === plan ? near.rooms : areas(plan.curves);
      const around = plan.relations.filter((relation) => meets(rooms[relation.id], area));
      near = { plan, rooms, area, coarse, size: around.length, all: bundle(plan, around, area, coarse) };
    }
    return near;
  }

  /**
   * The lines that stand out: those lit, else the chosen one, else the chosen statement's; and
   * the one under the pointer.
   * @param {Frame} frame
   * @param {Area} area
   */
  function strongLines({ plan, view, over }, area) {
    const key = [plan, area, view.chosen, view.relation, view.lit, over.line];
    if (strong?.key.every((part, k) => part === key[k])) return strong.paths;
    const ids = new Set(view.lit ? view.lit.relations : view.relation >= 0 ? [view.relation] : view.chosen >= 0 ? relationsOf(view.chosen) : []);
    if (over.line >= 0) ids.add(over.line);
    const relations = plan.relations.filter(({ id }) => ids.has(id));
    strong = { key, paths: relations.length ? bundle(plan, relations, area, false) : null };
    return strong.paths;
  }

  /** @param {number} chosen */
  function relationsOf(chosen) {
    const around = [...model.arriving[chosen], ...model.leaving[chosen]];
    return [...around, ...around.flatMap((relation) => model.against[relation.id])].map(({ id }) => id);
  }

  /**
   * @param {CanvasRenderingContext2D} ctx
   * @param {Frame} frame
   * @param {number[]} boxes
   */
  function paintBoxes(ctx, { plan, view, over, scale, ink }, boxes) {
    const short = cards.sized(ctx, plan, scale);
    for (const id of boxes) {
      cards.paint(ctx, ink, model.statements[id], { x: plan.x[id], y: plan.y[id], h: plan.h[id] }, {
        scale,
        short,
        chosen: id === view.chosen,
        hit: view.hits.has(id),
        faded: isFaded(view, id),
        over: over.box === id,
        tint: view.tint,
      });
    }
  }

  /**
   * @param {CanvasRenderingContext2D} ctx
   * @param {Frame} frame
   * @param {number[]} boxes
   */
  function paintFar(ctx, frame, boxes) {
    const { plan, view, ink, area, scale } = frame;
    if (boxes.length <= CROWD) paintBlocks(ctx, frame, boxes);
    else blockLayer(ctx, [plan, view.hits, view.lit, view.chosen, view.tint, ink], area, scale, (on, wide) => paintBlocks(on, frame, inView(plan, wide)));
  }

  /**
   * From far the boxes are blocks, all of a colour in one stroke.
   * @param {CanvasRenderingContext2D} ctx
   * @param {Frame} frame
   * @param {number[]} boxes
   */
  function paintBlocks(ctx, { plan, view, ink }, boxes) {
    /** @type {Map<string, Path2D>} */
    const paths = new Map();
    for (const id of boxes) {
      const statement = model.statements[id];
      const hit = view.hits.has(id) || id === view.chosen;
      const key = `${isFaded(view, id) ? 0.25 : 1} ${hit ? ink.accent : tones(ink, statement, view.tint).edge}`;
      const path = paths.get(key) ?? new Path2D();
      paths.set(key, path);
      path.rect(plan.x[id] - plan.width / 2, plan.y[id] - plan.h[id] / 2, plan.width, plan.h[id]);
    }
    for (const [key, path] of paths) {
      const [alpha] = key.split(" ", 1);
      ctx.globalAlpha = Number(alpha);
      ctx.fillStyle = key.slice(alpha.length + 1);
      ctx.fill(path);
    }
    ctx.globalAlpha = 1;
  }

  /**
   * The folded boxes below which something is found.
   * @param {Frame} frame
   */
  function hits({ view, seen }) {
    if (hiding?.hits === view.hits && hiding.seen === seen) return hiding.marked;
    /** @type {Set<number>} */
    const marked = new Set();
    const { trail } = outlineTree(model);
    for (const id of view.hits) {
      if (seen.shown[id]) continue;
      const holder = trail(id).reverse().find((above) => seen.shown[above]);
      if (holder !== undefined) marked.add(holder);
    }
    hiding = { hits: view.hits, seen, marked };
    return marked;
  }

  /**
   * The badge of a statement, if it has one now: always where it is folded, else where the reader is.
   * @param {Omit<Frame, "area" | "ink">} frame
   * @param {number} id
   * @returns {Badge | null}
   */
  function badgeOf({ plan, view, seen, over, scale }, id) {
    if (view.focus >= 0 || view.alone || id < 0 || scale < PLAIN) return null;
    if (view.folded.has(id)) return badge(plan, id, seen.under[id], scale);
    const at = id === view.chosen || id === over.box || id === over.badge;
    return at && folds(model, id) ? badge(plan, id, -1, scale) : null;
  }

  return {
    paint,
    badgeOf,
    /** @param {Frame} frame */
    rooms: (frame) => linesNear(frame).rooms,
  };
}

/**
 * @param {Plan} plan
 * @param {Area} area
 * @returns {number[]}  the statements whose boxes meet it
 */
function inView({ x, y, h, width, boxes }, area) {
  const half = width / 2 + 20;
  return boxes.filter((id) => x[id] + half > area[0] && x[id] - half < area[2] && y[id] + h[id] / 2 > area[1] - 20 && y[id] - h[id] / 2 < area[3] + 20);
}

/**
 * @param {View} view
 * @param {number} id
 */
function isFaded({ lit, hits, chosen }, id) {
  if (id === chosen) return false;
  return lit ? !lit.statements.has(id) : hits.size > 0 && !hits.has(id);
}

/**
 * @param {Area} inner
 * @param {Area} outer
 */
function inside4(inner, outer) {
  return inner[0] >= outer[0] && inner[1] >= outer[1] && inner[2] <= outer[2] && inner[3] <= outer[3];
}
