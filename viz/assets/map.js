/**
 * The map: vis-network carries the view (moving and zooming), the boxes and lines are ours.
 *
 * @typedef {import("./model.js").Model} Model
 * @typedef {import("./store.js").Store} Store
 * @typedef {import("./store.js").View} View
 * @typedef {import("./plan.js").Plan} Plan
 * @typedef {import("./scene.js").Over} Over
 */
import { boxAt, lineAt } from "./aim.js";
import { meetsBadge } from "./badges.js";
import { createCamera } from "./camera.js";
import { turned } from "./folding.js";
import { readInk } from "./ink.js";
import { boreOn, premises } from "./model.js";
import { planner } from "./plan.js";
import { createScene } from "./scene.js";
import { createStage } from "./stage.js";
import { visible } from "./visible.js";

/** @type {Over} */
const NOWHERE = { box: -1, line: -1, badge: -1 };

/**
 * @param {HTMLElement} field
 * @param {Model} model
 * @param {Store} store
 * @param {object} told
 * @param {import("./cards.js").CardSize} told.card
 * @param {Record<string, string>} told.initials  of holders
 * @param {object} told.options  vis-network's
 * @param {() => number} told.covered  how much of the field lies under something at its right, in pixels
 * @param {() => void} told.stuck  called where the map can be moved by keys and buttons only
 */
export function createMap(field, model, store, { card, initials, options, covered, stuck }) {
  /** @type {import("./ink.js").Ink | null} */
  let ink = null;
  const plan = planner(model, card);
  const planned = () => plan(store.view);
  const stage = createStage(field, options, stuck);
  const scene = createScene(model, card, initials, stage.redraw);
  const camera = createCamera(stage, field, planned, covered);
  let over = NOWHERE;

  function frame() {
    const view = store.view;
    ink ??= readInk();
    return { plan: plan(view), view, seen: visible(model, view), over, ink, ...camera.look() };
  }

  /**
   * @param {{x: number, y: number}} point  on the map
   * @returns {Over}
   */
  function aim(point) {
    const now = frame();
    const box = boxAt(now.plan, point);
    for (const id of [over.box, over.badge, store.view.chosen, ...now.plan.boxes]) {
      const told = (now.view.folded.has(id) || id === over.box || id === over.badge || id === store.view.chosen) && now.seen.shown[id] ? scene.badgeOf(now, id) : null;
      if (told && meetsBadge(told, point, now.scale)) return { box: -1, line: -1, badge: id };
    }
    return box >= 0 ? { ...NOWHERE, box } : { ...NOWHERE, line: lineAt(now.plan, scene.rooms(now), point, now.scale) };
  }

  stage.on("beforeDrawing", (/** @type {CanvasRenderingContext2D} */ ctx) => scene.paint(ctx, frame()));
  stage.on("click", (/** @type {{pointer: {canvas: {x: number, y: number}}}} */ { pointer }) => {
    const { box, line, badge } = aim(pointer.canvas);
    if (badge >= 0) store.set({ folded: turned(store.view.folded, badge), by: "map" });
    else store.set({ chosen: box, relation: line, by: "map" });
  });
  field.addEventListener("pointermove", (event) => {
    if (event.buttons || event.pointerType === "touch") return;
    const frameBox = field.getBoundingClientRect();
    point(aim(stage.DOMtoCanvas({ x: event.clientX - frameBox.left, y: event.clientY - frameBox.top })));
  });
  field.addEventListener("pointerleave", () => point(NOWHERE));

  /** @param {Over} next */
  function point(next) {
    if (next.box === over.box && next.line === over.line && next.badge === over.badge) return;
    over = next;
    field.classList.toggle("over", next.box >= 0 || next.line >= 0 || next.badge >= 0);
    stage.redraw();
  }

  /**
   * Keep the view in its place on what the reader looks at, though the map has been laid out anew.
   * @param {View} view
   * @param {Plan} from
   * @param {Plan} to
   */
  function stay(view, from, to) {
    const { position, scale } = camera.heading();
    const standing = (/** @type {number} */ id) => id >= 0 && from.x[id] !== undefined && visible(model, view).shown[id] === 1 && from.boxes.includes(id);
    const anchor = [over.badge, view.chosen].find(standing) ?? standingNear(from, to, position);
    over = NOWHERE;
    if (anchor < 0) {
      camera.fit();
      return;
    }
    camera.move({ position: { x: position.x + to.x[anchor] - from.x[anchor], y: position.y + to.y[anchor] - from.y[anchor] }, scale }, false);
  }

  /**
   * Follow a change of the view, when all else has.
   * @param {View} view
   * @param {View} before
   */
  function follow(view, before) {
    const [from, to] = [lastPlan, planned()];
    lastPlan = to;
    if (from !== to) {
      if (view.focus >= 0 && (view.focus !== before.focus || view.reach !== before.reach)) camera.near(view.focus);
      else if (view.direction !== before.direction || before.focus >= 0) camera.open(view.chosen >= 0 ? view.chosen : model.main, false);
      else stay(view, from, to);
    }
    stage.redraw();
    const asked = together(view, before).filter((id) => visible(model, view).shown[id]);
    if (asked.length) camera.gather(asked);
    else if (view.chosen >= 0 && view.chosen !== before.chosen && view.focus < 0) show(view.chosen);
  }

  /**
   * The statements that a change asks to see together: those lit, or those of a relation.
   * @param {View} view
   * @param {View} before
   */
  function together(view, before) {
    if (view.lit && view.lit !== before.lit) return [...view.lit.statements];
    if (view.relation < 0 || view.relation === before.relation || view.by === "map") return [];
    const relation = model.relations[view.relation];
    return [...premises(relation), boreOn(model, relation)];
  }

  /** @param {number} id */
  function show(id) {
    const { shown } = visible(model, store.view);
    if (shown[id]) camera.show(id, model.arriving[id].flatMap(premises).filter((other) => shown[other]));
  }

  let lastPlan = planned();
  camera.open(model.main, false);

  return {
    planned,
    home: () => camera.open(store.view.focus >= 0 ? store.view.focus : model.main),
    follow,
    fit: () => camera.fit(),
    zoom: camera.zoom,
    repaint() {
      ink = null;
      stage.redraw();
    },
  };
}

/**
 * The statement nearest to a point among those that stand on both plans; -1 for none.
 * @param {Plan} from
 * @param {Plan} to
 * @param {{x: number, y: number}} point
 */
function standingNear(from, to, point) {
  const kept = new Set(to.boxes);
  let best = -1;
  let least = Infinity;
  for (const id of from.boxes) {
    const far = Math.hypot(from.x[id] - point.x, from.y[id] - point.y);
    if (far < least && kept.has(id)) [best, least] = [id, far];
  }
  return best;
}
