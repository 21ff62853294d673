/**
 * The small knobs on boxes that fold reasons away and say how many are folded.
 *
 * @typedef {import("./plan.js").Plan} Plan
 * @typedef {import("./ink.js").Ink} Ink
 *
 * @typedef {object} Badge
 * @property {number} statement
 * @property {string} words
 * @property {number} x  its middle
 * @property {number} y
 * @property {number} width
 * @property {number} height
 */
import { grouped } from "./numbers.js";

const HEIGHT = 22;
const LETTER = 7.4;
/** Its smallest size on screen, and the least that a finger or a pointer must hit, in pixels. */
const SMALLEST = 18;
const TARGET = 26;
const LARGEST_GROWTH = 4;

/**
 * @param {Plan} plan
 * @param {number} statement
 * @param {number} under  how many statements are folded away below it; -1 where its reasons show
 * @param {number} scale
 * @returns {Badge}
 */
export function badge(plan, statement, under, scale) {
  const words = under < 0 ? "−" : under ? `+${grouped(under)}` : "+";
  const grow = Math.min(LARGEST_GROWTH, Math.max(1, SMALLEST / HEIGHT / scale));
  const width = Math.max(HEIGHT, 12 + LETTER * words.length) * grow;
  const across = plan.direction === "across";
  return {
    statement,
    words,
    x: plan.x[statement] + (across ? plan.width / 2 + (width - HEIGHT * grow) / 2 : 0),
    y: plan.y[statement] + (across ? 0 : plan.h[statement] / 2),
    width,
    height: HEIGHT * grow,
  };
}

/**
 * @param {Badge} told
 * @param {{x: number, y: number}} point
 * @param {number} scale
 * @returns {boolean}
 */
export function meetsBadge(told, point, scale) {
  const least = TARGET / scale;
  return (
    Math.abs(point.x - told.x) <= Math.max(told.width, least) / 2 &&
    Math.abs(point.y - told.y) <= Math.max(told.height, least) / 2
  );
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {Ink} ink
 * @param {Badge} told
 * @param {{over: boolean, hit: boolean, faded: boolean}} look
 */
export function paintBadge(ctx, ink, told, { over, hit, faded }) {
  const grow = told.height / HEIGHT;
  ctx.globalAlpha = faded ? 0.4 : 1;
  ctx.beginPath();
  ctx.roundRect(told.x - told.width / 2, told.y - told.height / 2, told.width, told.height, told.height / 2);
  ctx.fillStyle = hit ? ink.hit : over ? ink.accent : ink.canvas;
  ctx.fill();
  ctx.strokeStyle = ink.accent;
  ctx.lineWidth = 1.5 * grow;
  ctx.stroke();
  ctx.fillStyle = hit ? ink.ink : over ? ink.canvas : ink.accent;
  ctx.font = `bold ${12.5 * grow}px Arial, "Liberation Sans", Helvetica, sans-serif`;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.fillText(told.words, told.x, told.y + 0.8 * grow);
  ctx.globalAlpha = 1;
}
