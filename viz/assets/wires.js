/**
 * Painting the relations: all of a kind in one stroke, only those near the view.
 *
 * @typedef {import("./model.js").Relation} Relation
 * @typedef {import("./ink.js").Ink} Ink
 * @typedef {import("./plan.js").Plan} Plan
 * @typedef {[number, number, number, number]} Area  left, top, right, bottom
 *
 * @typedef {{settled: Strokes, proposed: Strokes}} Bundle  ready paths of some relations
 *
 * @typedef {object} Strokes  ready paths of relations that look the same
 * @property {Record<Relation["kind"], Path2D>} lines
 * @property {Path2D} arrows
 * @property {Path2D} bars
 * @property {Record<Relation["kind"], Path2D>} dots  where premises meet
 * @property {Record<Relation["kind"], Path2D>} rings  on what is undercut
 */

/** Below this scale curves are straight and marks are left out. */
export const COARSE = 0.1;
const LOOKS = {
  settled: { support: { width: 1.7, dashes: [] }, contrast: { width: 2.6, dashes: [7, 4.5] }, bar: 3.4 },
  proposed: { support: { width: 1.8, dashes: [2, 3.5] }, contrast: { width: 1.8, dashes: [7, 3.5, 1.5, 3.5] }, bar: 2.4 },
};
const RING = 6;
const DOT = 3.5;
const HALF_BAR = 5.5;

/**
 * @param {number[][][]} wires  the curves of each relation
 * @returns {Area[]}  the room that each relation's lines take
 */
export function areas(wires) {
  return wires.map((curves) => {
    /** @type {Area} */
    const area = [Infinity, Infinity, -Infinity, -Infinity];
    for (const curve of curves) {
      for (let k = 0; k < curve.length; k += 2) {
        area[0] = Math.min(area[0], curve[k]);
        area[1] = Math.min(area[1], curve[k + 1]);
        area[2] = Math.max(area[2], curve[k]);
        area[3] = Math.max(area[3], curve[k + 1]);
      }
    }
    return area;
  });
}

/**
 * @param {Pick<Plan, "curves" | "joints" | "attacked">} plan
 * @param {Iterable<Relation>} relations
 * @param {Area} area  what may be seen
 * @param {boolean} coarse  for a view from far
 * @param {() => Path2D} [path]  makes a path, where it is not for a canvas
 * @returns {Bundle}
 */
export function bundle(plan, relations, area, coarse, path = () => new Path2D()) {
  const all = { settled: strokes(path), proposed: strokes(path) };
  for (const relation of relations) {
    const paths = all[relation.proposed ? "proposed" : "settled"];
    const curves = plan.curves[relation.id];
    for (const curve of curves) trace(paths.lines[relation.kind], curve, coarse, area);
    if (coarse || !curves.length) continue;
    const last = curves[curves.length - 1];
    if (relation.kind === "support") arrow(paths.arrows, tip(last));
    else bar(paths.bars, tip(last));
    if (relation.mutual) bar(paths.bars, tip(reversed(curves[0])));
    const joint = plan.joints[relation.id];
    if (joint) {
      const [x, y] = joint;
      const [on, radius] = plan.attacked.has(relation.id) ? [paths.rings, RING] : [paths.dots, DOT];
      on[relation.kind].moveTo(x + radius, y);
      on[relation.kind].arc(x, y, radius, 0, 2 * Math.PI);
    }
  }
  return all;
}

/**
 * @param {() => Path2D} path
 * @returns {Strokes}
 */
function strokes(path) {
  return {
    lines: { support: path(), contrast: path() },
    arrows: path(),
    bars: path(),
    dots: { support: path(), contrast: path() },
    rings: { support: path(), contrast: path() },
  };
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {Ink} ink
 * @param {Bundle} all
 * @param {{scale: number, alpha: number, strong: boolean}} look
 */
export function strokeBundle(ctx, ink, all, look) {
  ctx.globalAlpha = look.alpha;
  for (const status of /** @type {const} */ (["proposed", "settled"])) stroke(ctx, ink, all[status], look, status);
  ctx.globalAlpha = 1;
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {Ink} ink
 * @param {Strokes} paths
 * @param {{scale: number, strong: boolean}} look
 * @param {keyof Bundle} status
 */
function stroke(ctx, ink, paths, { scale, strong }, status) {
  const grow = (strong ? 1.6 : 1) * Math.max(1, 0.55 / scale);
  const unit = Math.max(1, 0.7 / scale);
  for (const kind of /** @type {const} */ (["support", "contrast"])) {
    const { width, dashes } = LOOKS[status][kind];
    ctx.strokeStyle = ctx.fillStyle = ink[`${kind}-line`];
    ctx.lineWidth = width * grow;
    ctx.setLineDash(scale >= COARSE ? dashes.map((length) => length * unit) : []);
    ctx.stroke(paths.lines[kind]);
    ctx.setLineDash([]);
    if (kind === "contrast") {
      ctx.lineWidth = LOOKS[status].bar * (strong ? 1.25 : 1);
      ctx.stroke(paths.bars);
    } else {
      if (status === "proposed") ctx.fillStyle = ink.canvas;
      ctx.fill(paths.arrows);
      if (strong || status === "proposed") ctx.stroke(paths.arrows);
      ctx.fillStyle = ink["support-line"];
    }
    ctx.fill(paths.dots[kind]);
    ctx.fillStyle = ink.canvas;
    ctx.lineWidth = 2.4;
    ctx.fill(paths.rings[kind]);
    ctx.stroke(paths.rings[kind]);
  }
}

/**
 * Add a curve to a path. Of a piece much longer than the view only the stretches in it are
 * added: the canvas takes seconds to dash a line of a hundred screens.
 * @param {Path2D} path
 * @param {number[]} curve
 * @param {boolean} coarse
 * @param {Area} area
 */
function trace(path, curve, coarse, area) {
  path.moveTo(curve[0], curve[1]);
  if (coarse) {
    path.lineTo(curve[curve.length - 2], curve[curve.length - 1]);
    return;
  }
  const longest = 2 * Math.max(area[2] - area[0], area[3] - area[1]);
  for (let k = 0; k + 7 < curve.length; k += 6) {
    const piece = curve.slice(k, k + 8);
    if (!meets(pieceArea(piece), area)) path.moveTo(piece[6], piece[7]);
    else if (Math.abs(piece[6] - piece[0]) + Math.abs(piece[7] - piece[1]) <= longest) addPiece(path, piece);
    else addStretches(path, piece, area, longest / 4);
  }
}

/**
 * @param {Path2D} path
 * @param {number[]} piece  a cubic Bézier curve
 */
function addPiece(path, piece) {
  path.bezierCurveTo(piece[2], piece[3], piece[4], piece[5], piece[6], piece[7]);
}

/**
 * @param {Path2D} path
 * @param {number[]} piece
 * @param {Area} area
 * @param {number} longest
 */
function addStretches(path, piece, area, longest) {
  const stack = [piece];
  for (let at = stack.pop(); at; at = stack.pop()) {
    if (!meets(pieceArea(at), area)) continue;
    if (Math.abs(at[6] - at[0]) + Math.abs(at[7] - at[1]) > longest) {
      const [first, second] = halves(at);
      stack.push(second, first);
    } else {
      path.moveTo(at[0], at[1]);
      addPiece(path, at);
    }
  }
  path.moveTo(piece[6], piece[7]);
}

/**
 * Cut a Bézier curve in its middle, after de Casteljau.
 * @param {number[]} piece
 * @returns {[number[], number[]]}
 */
function halves(piece) {
  const rows = [piece];
  while (rows[rows.length - 1].length > 2) {
    const row = rows[rows.length - 1];
    rows.push(row.slice(2).map((value, k) => (value + row[k]) / 2));
  }
  return [rows.flatMap((row) => row.slice(0, 2)), rows.reverse().flatMap((row) => row.slice(-2))];
}

/**
 * @param {number[]} points
 * @returns {Area}
 */
function pieceArea(points) {
  const xs = points.filter((_, k) => k % 2 === 0);
  const ys = points.filter((_, k) => k % 2 === 1);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/**
 * Whether two areas have some room in common.
 * @param {Area} a
 * @param {Area} b
 */
export function meets(a, b) {
  return a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1];
}

/**
 * The end of a curve and the direction in which it arrives.
 * @param {number[]} curve
 * @returns {{x: number, y: number, dx: number, dy: number}}
 */
function tip(curve) {
  const [cx, cy, x, y] = curve.slice(-4);
  const length = Math.hypot(x - cx, y - cy) || 1;
  return { x, y, dx: (x - cx) / length, dy: (y - cy) / length };
}

/**
 * @param {number[]} curve
 * @returns {number[]}
 */
function reversed(curve) {
  const back = [];
  for (let k = curve.length - 2; k >= 0; k -= 2) back.push(curve[k], curve[k + 1]);
  return back;
}

/**
 * @param {Path2D} path
 * @param {ReturnType<typeof tip>} end
 */
function arrow(path, { x, y, dx, dy }) {
  path.moveTo(x, y);
  path.lineTo(x - 11 * dx - 5 * dy, y - 11 * dy + 5 * dx);
  path.lineTo(x - 11 * dx + 5 * dy, y - 11 * dy - 5 * dx);
  path.closePath();
}

/**
 * @param {Path2D} path
 * @param {ReturnType<typeof tip>} end
 */
function bar(path, { x, y, dx, dy }) {
  path.moveTo(x - 3 * dx - HALF_BAR * dy, y - 3 * dy + HALF_BAR * dx);
  path.lineTo(x - 3 * dx + HALF_BAR * dy, y - 3 * dy - HALF_BAR * dx);
}
