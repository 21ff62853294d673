/**
 * Painting a statement's box.
 *
 * @typedef {import("./model.js").Statement} Statement
 * @typedef {import("./ink.js").Ink} Ink
 * @typedef {{width: number, font: number, line: number, small: number, smallLine: number, padX: number, padY: number}} CardSize
 *
 * @typedef {object} Look
 * @property {number} scale
 * @property {boolean} chosen
 * @property {boolean} hit
 * @property {boolean} faded
 */
import { fewLines, shortening } from "./shorten.js";

const FAMILY = 'Arial, "Liberation Sans", Helvetica, sans-serif';
const CORNER = 12;
const ROUND = 9;
/** Below this scale a box is a plain block. */
const PLAIN = 0.1;

/**
 * @param {CardSize} size
 * @returns {(ctx: CanvasRenderingContext2D, ink: Ink, statement: Statement, look: Look) => void}
 */
export function cardPainter(size) {
  /** @type {Map<number, {step: number, lines: string[]}>} */
  const kept = new Map();

  return (ctx, ink, statement, look) => {
    const left = statement.x - size.width / 2;
    const top = statement.y - statement.h / 2;
    const tone = tones(ink, statement);
    ctx.globalAlpha = look.faded ? 0.32 : 1;
    if (look.scale < PLAIN && !look.chosen) {
      ctx.fillStyle = look.hit ? ink.accent : statement.main ? ink.main : tone.edge;
      ctx.fillRect(left, top, size.width, statement.h);
    } else {
      shape(ctx, left, top, size.width, statement);
      fillAndStroke(ctx, ink, tone, statement, look);
      words(ctx, tone, statement, look, left, top);
    }
    ctx.globalAlpha = 1;
  };

  /**
   * @param {CanvasRenderingContext2D} ctx
   * @param {ReturnType<typeof tones>} tone
   * @param {Statement} statement
   * @param {Look} look
   * @param {number} left
   * @param {number} top
   */
  function words(ctx, tone, statement, look, left, top) {
    const room = size.width - 2 * size.padX;
    const weight = statement.main ? "bold " : "";
    ctx.textAlign = "left";
    ctx.textBaseline = "alphabetic";
    const short = shortening(look.scale, size.font);
    if (short) {
      ctx.fillStyle = tone.ink;
      ctx.font = `${weight}${short.font}px ${FAMILY}`;
      shortWords(ctx, statement, short, left + size.padX, top, room);
      return;
    }
    let y = top + (statement.h - size.smallLine - size.line * statement.lines.length) / 2;
    ctx.fillStyle = tone.muted;
    ctx.font = `bold ${size.small}px ${FAMILY}`;
    ctx.fillText(statement.eyebrow, left + size.padX, y + size.small, room);
    y += size.smallLine;
    ctx.fillStyle = tone.ink;
    ctx.font = `${weight}${size.font}px ${FAMILY}`;
    for (const line of statement.lines) {
      ctx.fillText(line, left + size.padX, y + size.font, room);
      y += size.line;
    }
  }

  /**
   * @param {CanvasRenderingContext2D} ctx
   * @param {Statement} statement
   * @param {{step: number, font: number}} short
   * @param {number} left
   * @param {number} top
   * @param {number} room
   */
  function shortWords(ctx, statement, short, left, top, room) {
    const line = short.font * 1.14;
    let lines = kept.get(statement.id);
    if (lines?.step !== short.step) {
      const rows = Math.max(1, Math.floor((statement.h - 6) / line));
      const measure = (/** @type {string} */ text) => ctx.measureText(text).width;
      lines = { step: short.step, lines: fewLines(statement.short || statement.text, room, rows, measure) };
      kept.set(statement.id, lines);
    }
    let y = statement.y - (lines.lines.length * line) / 2 + short.font * 0.92;
    for (const text of lines.lines) {
      ctx.fillText(text, left, y, room);
      y += line;
    }
  }
}

/**
 * @param {Ink} ink
 * @param {Statement} statement
 */
function tones(ink, statement) {
  if (statement.main) return { fill: ink.main, edge: ink.main, ink: ink["main-ink"], muted: ink["main-muted"] };
  const kind = statement.kind;
  return { fill: ink[kind], edge: ink[`${kind}-edge`], ink: ink.ink, muted: ink[`${kind}-ink`] };
}

/**
 * A claim is round, evidence is a sheet with a folded corner.
 * @param {CanvasRenderingContext2D} ctx
 * @param {number} left
 * @param {number} top
 * @param {number} width
 * @param {Statement} statement
 */
function shape(ctx, left, top, width, statement) {
  ctx.beginPath();
  if (statement.kind === "claim") {
    ctx.roundRect(left, top, width, statement.h, ROUND);
    return;
  }
  ctx.moveTo(left, top);
  ctx.lineTo(left + width - CORNER, top);
  ctx.lineTo(left + width, top + CORNER);
  ctx.lineTo(left + width, top + statement.h);
  ctx.lineTo(left, top + statement.h);
  ctx.closePath();
  ctx.moveTo(left + width - CORNER, top);
  ctx.lineTo(left + width - CORNER, top + CORNER);
  ctx.lineTo(left + width, top + CORNER);
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {Ink} ink
 * @param {ReturnType<typeof tones>} tone
 * @param {Statement} statement
 * @param {Look} look
 */
function fillAndStroke(ctx, ink, tone, statement, look) {
  const thin = Math.max(1.2, 0.9 / look.scale);
  ctx.fillStyle = look.hit && !statement.main ? ink.hit : tone.fill;
  ctx.fill();
  if (look.chosen || (look.hit && statement.main)) {
    ctx.strokeStyle = ink.accent;
    ctx.lineWidth = Math.max(3, 2.5 / look.scale);
  } else {
    ctx.strokeStyle = tone.edge;
    ctx.lineWidth = thin;
  }
  if (statement.implicit) ctx.setLineDash([6, 4]);
  ctx.stroke();
  ctx.setLineDash([]);
}
