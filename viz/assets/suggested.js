/**
 * A suggested relation on the map: a straight line, for no place was made for it.
 *
 * @typedef {import("./ink.js").Ink} Ink
 * @typedef {import("./model.js").Suggestion} Suggestion
 * @typedef {import("./plan.js").Plan} Plan
 */
import { bundle, strokeBundle } from "./wires.js";

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {Ink} ink
 * @param {Plan} plan
 * @param {Suggestion | undefined} suggestion  none where no suggestion is open
 * @param {number} scale
 * @param {() => Path2D} [path]
 */
export function paintSuggested(ctx, ink, plan, suggestion, scale, path) {
  if (!suggestion || ![suggestion.from, suggestion.to].every((id) => plan.boxes.includes(id))) return;
  const { from, to, kind } = suggestion;
  const [x, y] = rim(plan, from, to);
  const [toX, toY] = rim(plan, to, from);
  const curve = [0, 1 / 3, 2 / 3, 1].flatMap((part) => [x + (toX - x) * part, y + (toY - y) * part]);
  const line = { curves: [[curve]], joints: [undefined], attacked: new Set() };
  const relation = { id: 0, key: "", word: "", from, to, kind, proposed: true };
  strokeBundle(ctx, ink, bundle(line, [relation], plan.area, false, path), { scale, alpha: 1, strong: true });
}

/**
 * Where the line from the middle of a box to that of another one leaves it.
 * @param {Plan} plan
 * @param {number} id
 * @param {number} other
 */
function rim({ x, y, h, width }, id, other) {
  const [dx, dy] = [x[other] - x[id], y[other] - y[id]];
  const part = Math.min(width / 2 / Math.abs(dx), h[id] / 2 / Math.abs(dy), 0.5);
  return [x[id] + dx * part, y[id] + dy * part];
}
