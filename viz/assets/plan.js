/**
 * Where everything that is shown stands. What stands above what is the same however much is
 * shown: as Graphviz found it where it could lay out the whole map, else nearly as the outline reads.
 *
 * @typedef {import("./model.js").Model} Model
 * @typedef {import("./model.js").Relation} Relation
 * @typedef {import("./cards.js").CardSize} CardSize
 * @typedef {import("./store.js").View} View
 * @typedef {import("./wires.js").Area} Area
 *
 * @typedef {object} Plan
 * @property {number[]} boxes  the statements on it
 * @property {ArrayLike<number>} x  by statement: the middle of its box
 * @property {ArrayLike<number>} y
 * @property {ArrayLike<number>} h  its height
 * @property {number} width  of every box
 * @property {Relation[]} relations  those that are drawn
 * @property {number[][][]} curves  by relation: Bézier curves, flat: x, y and then three points a piece
 * @property {([number, number] | undefined)[]} joints  by relation: where its premises meet
 * @property {Set<number>} attacked  the relations that others undercut or back
 * @property {Area} area  the room that all boxes take
 * @property {"across"|"down"} direction
 */
import { arrange } from "./arrange.js";
import { isPlaced } from "./model.js";
import { siblingOrder } from "./siblings.js";
import { outlineTree } from "./tree.js";
import { visible } from "./visible.js";

/**
 * @param {Model} model
 * @param {CardSize} size
 * @returns {(view: View) => Plan}  the same object while nothing that it depends on has changed
 */
export function planner(model, size) {
  /** @type {{seen: import("./visible.js").Shown, plan: Plan} | null} */
  let last = null;
  /** @type {ArrayLike<number> | null} */
  let order = null;

  return (view) => {
    const seen = visible(model, view);
    const direction = view.alone ? "down" : view.direction;
    if (last?.seen === seen && last.plan.direction === direction) return last.plan;
    const boxes = model.statements.map(({ id }) => id).filter((id) => seen.shown[id]);
    const relations = model.relations.filter(({ id }) => seen.drawn[id]);
    const h = heights(model, size, relations, direction);
    order ??= isPlaced(model) ? model.statements.map(({ y }) => y ?? 0) : siblingOrder(model, outlineTree(model));
    const first = seen.shown[model.main] ? model.main : view.focus;
    const placed = arrange(model, seen, { direction, width: size.width, height: (id) => h[id], order }, first);
    const area = extent(boxes, { ...placed, h }, size.width);
    const attacked = new Set(relations.flatMap(({ target }) => (target === undefined ? [] : [target])));
    last = { seen, plan: { ...placed, h, boxes, relations, attacked, direction, width: size.width, area } };
    return last.plan;
  };
}

/**
 * A box is as high as its text, and across as the ends of its lines need.
 * @param {Model} model
 * @param {CardSize} size
 * @param {Relation[]} relations
 * @param {"across"|"down"} direction
 * @returns {Float64Array}
 */
function heights(model, size, relations, direction) {
  const arriving = new Uint16Array(model.statements.length);
  if (direction === "across") {
    for (const { to } of relations) if (to !== undefined && arriving[to] < size.mostPorts) arriving[to]++;
  }
  return Float64Array.from(model.statements, ({ id, head, lines }) =>
    2 * size.padY + Math.max(size.smallLine + size.line * (head.length + lines.length), size.port * arriving[id]),
  );
}

/**
 * @param {number[]} boxes
 * @param {Pick<Plan, "x" | "y" | "h">} placed
 * @param {number} width
 * @returns {Area}
 */
function extent(boxes, { x, y, h }, width) {
  /** @type {Area} */
  const area = [Infinity, Infinity, -Infinity, -Infinity];
  for (const id of boxes) {
    area[0] = Math.min(area[0], x[id] - width / 2);
    area[1] = Math.min(area[1], y[id] - h[id] / 2);
    area[2] = Math.max(area[2], x[id] + width / 2);
    area[3] = Math.max(area[3], y[id] + h[id] / 2);
  }
  return boxes.length ? area : [0, 0, 1, 1];
}
