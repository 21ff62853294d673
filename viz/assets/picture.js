/**
 * The map as a picture of its own: heading, what is shown of the map, legend; in the light scheme.
 *
 * @typedef {import("./model.js").Model} Model
 * @typedef {import("./plan.js").Plan} Plan
 * @typedef {import("./store.js").View} View
 * @typedef {import("./wires.js").Area} Area
 * @typedef {{title: string, about: string}} Heading
 * @typedef {CanvasRenderingContext2D | import("./pen.js").Pen} Brush
 *
 * @typedef {object} Subject
 * @property {Model} model
 * @property {Plan} plan
 * @property {View} view
 * @property {Uint32Array} under  by statement: how many are folded away below it
 * @property {import("./cards.js").CardSize} size
 * @property {Record<string, string>} initials
 */
import { badge, paintBadge } from "./badges.js";
import { cardPainter } from "./cards.js";
import { readInk } from "./ink.js";
import { hasProposed, paintLegend } from "./legend.js";
import { premises } from "./model.js";
import { createPen, createTrace, inMarkup } from "./pen.js";
import { paintSuggested } from "./suggested.js";
import { bundle, strokeBundle } from "./wires.js";

const FRAME = 32;
const TITLE_LINE = 28;
const FOOT = 40;
/** The width of the legend, and of one that tells what is proposed. */
const LEAST_WIDTH = 880;
const LEAST_DRAFT = 1000;
const TITLE_FONT = 'bold 20px Arial, "Liberation Sans", Helvetica, sans-serif';
const ABOUT_FONT = '13px Arial, "Liberation Sans", Helvetica, sans-serif';
/** What browsers can hold in one canvas. */
const MOST_PIXELS = 32e6;
const LONGEST_SIDE = 12_000;
const SHARPNESS = 2;

/**
 * A whole SVG file.
 * @param {Subject} subject
 * @param {Heading} heading
 * @returns {string}
 */
export function svgPicture(subject, heading) {
  const pen = createPen();
  const frame = framed(subject, heading, pen);
  const ink = readInk("light");
  pen.fillStyle = ink.canvas;
  pen.fillRect(frame.left, frame.top, frame.width, frame.height);
  paintHeading(pen, ink, frame);
  const drawn = pen.markup() + svgBody(subject, 1) + legendOf(subject, ink, frame);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${svgRoot([frame.left, frame.top, frame.width, frame.height], heading, drawn)}\n`;
}

/**
 * @param {number[]} box
 * @param {Heading} heading
 * @param {string} inside  markup
 */
export function svgRoot(box, heading, inside) {
  const [left, top, width, height] = box.map(Math.round);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${left} ${top} ${width} ${height}" role="img">
<title>${inMarkup(heading.title)}</title>
<desc>${inMarkup(heading.about)}</desc>
${inside}
</svg>`;
}

/**
 * The map alone as SVG elements.
 * @param {Subject} subject
 * @param {number} scale  at which it will be seen: from far, boxes show fewer words
 * @returns {string}
 */
export function svgBody(subject, scale) {
  const pen = createPen();
  paintMap(pen, subject, scale, createTrace, pen.group);
  return `\n${pen.markup()}\n`;
}

/**
 * @param {Subject} subject
 * @param {Heading} heading
 * @returns {{canvas: HTMLCanvasElement, scale: number}}
 */
export function pngPicture(subject, heading) {
  const canvas = document.createElement("canvas");
  const ctx = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  const frame = framed(subject, heading, ctx);
  const scale = Math.min(SHARPNESS, LONGEST_SIDE / frame.width, LONGEST_SIDE / frame.height, Math.sqrt(MOST_PIXELS / frame.width / frame.height));
  canvas.width = Math.ceil(frame.width * scale);
  canvas.height = Math.ceil(frame.height * scale);
  ctx.setTransform(scale, 0, 0, scale, -frame.left * scale, -frame.top * scale);
  const ink = readInk("light");
  ctx.fillStyle = ink.canvas;
  ctx.fillRect(frame.left, frame.top, frame.width, frame.height);
  paintHeading(ctx, ink, frame);
  paintMap(ctx, subject, scale, () => new Path2D(), (_, paint) => paint());
  paintLegend(ctx, ink, subject.model, frame.left + FRAME, frame.top + frame.height - FOOT / 2);
  return { canvas, scale };
}

/**
 * @param {Subject} subject
 * @param {import("./ink.js").Ink} ink
 * @param {ReturnType<typeof framed>} frame
 */
function legendOf(subject, ink, frame) {
  const pen = createPen();
  paintLegend(pen, ink, subject.model, frame.left + FRAME, frame.top + frame.height - FOOT / 2);
  return pen.markup();
}

/**
 * @param {Subject} subject
 * @param {Heading} heading
 * @param {Brush} brush
 */
function framed({ model, plan }, { title, about }, brush) {
  const width = Math.max(plan.area[2] - plan.area[0], hasProposed(model) ? LEAST_DRAFT : LEAST_WIDTH);
  brush.font = TITLE_FONT;
  const lines = wrapped(title, width, (text) => brush.measureText(text).width);
  const head = FRAME + TITLE_LINE * lines.length + 28;
  return {
    lines,
    about,
    left: plan.area[0] - FRAME,
    top: plan.area[1] - head,
    width: width + 2 * FRAME,
    height: plan.area[3] - plan.area[1] + head + FRAME + FOOT,
  };
}

/**
 * @param {Brush} brush
 * @param {import("./ink.js").Ink} ink
 * @param {ReturnType<typeof framed>} frame
 */
function paintHeading(brush, ink, { left, top, lines, about }) {
  brush.textAlign = "left";
  brush.textBaseline = "alphabetic";
  brush.fillStyle = ink.ink;
  brush.font = TITLE_FONT;
  lines.forEach((line, k) => brush.fillText(line, left + FRAME, top + FRAME + 16 + k * TITLE_LINE));
  brush.fillStyle = ink.muted;
  brush.font = ABOUT_FONT;
  brush.fillText(about, left + FRAME, top + FRAME + 12 + lines.length * TITLE_LINE);
}

/**
 * @param {Brush} brush
 * @param {Subject} subject
 * @param {number} scale
 * @param {() => Path2D | import("./pen.js").Trace} path
 * @param {(title: string, paint: () => void) => void} group
 */
function paintMap(brush, { model, plan, view, under, size, initials }, scale, path, group) {
  const ctx = /** @type {CanvasRenderingContext2D} */ (/** @type {unknown} */ (brush));
  const ink = readInk("light");
  const { lit } = view;
  for (const relation of plan.relations) {
    const strong = lit?.relations.has(relation.id) ?? false;
    group(toldRelation(model, relation), () =>
      strokeBundle(ctx, ink, bundle(plan, [relation], plan.area, false, path), { scale, alpha: lit && !strong ? 0.25 : 1, strong }),
    );
  }
  const cards = cardPainter(model.statements, size, initials);
  const short = cards.sized(ctx, plan, scale);
  for (const id of plan.boxes) {
    const statement = model.statements[id];
    const faded = lit !== null && !lit.statements.has(id);
    group(statement.text, () => {
      cards.paint(ctx, ink, statement, { x: plan.x[id], y: plan.y[id], h: plan.h[id] }, { scale, short, chosen: false, hit: false, faded, over: false, tint: view.tint });
      if (view.focus < 0 && under[id]) paintBadge(ctx, ink, badge(plan, id, under[id], scale), { over: false, hit: false, faded });
    });
  }
  paintSuggested(ctx, ink, plan, model.suggested[view.suggestion], scale, path);
}

/**
 * @param {Model} model
 * @param {import("./model.js").Relation} relation
 */
function toldRelation(model, relation) {
  const name = (/** @type {number} */ id) => model.statements[id].short || model.statements[id].text;
  const target = relation.to === undefined ? "the step it questions" : name(relation.to);
  return `${premises(relation).map(name).join(" + ")} → ${target}: ${relation.word}${relation.because ? `, because ${relation.because}` : ""}`;
}

/**
 * @param {string} text
 * @param {number} width
 * @param {(text: string) => number} measure
 */
function wrapped(text, width, measure) {
  /** @type {string[]} */
  const lines = [];
  for (const word of text.split(/\s+/)) {
    const longer = lines.length ? `${lines[lines.length - 1]} ${word}` : word;
    if (lines.length && measure(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
