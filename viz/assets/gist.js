/**
 * How large the short words of boxes are that are too small for their text: one size for a whole
 * picture, so that no statement seems to matter more than another.
 *
 * @typedef {import("./model.js").Statement} Statement
 * @typedef {import("./plan.js").Plan} Plan
 * @typedef {import("./cards.js").CardSize} CardSize
 * @typedef {{font: number, lines: string[]}} Gist
 */
import { fewLines, shortening } from "./shorten.js";

export const FAMILY = 'Arial, "Liberation Sans", Helvetica, sans-serif';
/** How far apart lines stand. */
export const LEADING = 1.14;
/** How much larger than the smallest type the words may be. */
const GROWTHS = [1.35, 1.2, 1.1];
/** So many of the boxes must hold all of their words, of so many that are tried. */
const MOST_WHOLE = 0.85;
const TRIED = 160;

/**
 * @param {Statement[]} statements
 * @param {CardSize} size
 */
export function createGist(statements, size) {
  /** @type {{plan: Plan, step: number, least: number, font: number} | null} */
  let told = null;
  /** @type {Map<number, Gist & {h: number, wanted: number}>} */
  const kept = new Map();
  const room = size.width - 2 * size.padX;

  return { sized, gist };

  /**
   * @param {CanvasRenderingContext2D} ctx
   * @param {Plan} plan
   * @param {number} scale
   * @returns {number}  the size of the short words; 0 where the full text can be read
   */
  function sized(ctx, plan, scale) {
    const short = shortening(scale, size.font);
    if (!short) return 0;
    if (told?.plan !== plan || told.step !== short.step) {
      const every = Math.max(1, Math.floor(plan.boxes.length / TRIED));
      const some = plan.boxes.filter((_, k) => k % every === 0);
      const growth = GROWTHS.find((larger) => isEnough(ctx, plan, some, short.font * larger)) ?? 1;
      told = { plan, step: short.step, least: short.font, font: short.font * growth };
    }
    return told.font;
  }

  /**
   * @param {CanvasRenderingContext2D} ctx
   * @param {Plan} plan
   * @param {number[]} some
   * @param {number} font
   */
  function isEnough(ctx, plan, some, font) {
    const whole = some.filter((id) => isWhole(broken(ctx, statements[id], font, plan.h[id])));
    return whole.length >= MOST_WHOLE * some.length;
  }

  /**
   * The words of a box; smaller than wanted where that keeps them from being cut.
   * @param {CanvasRenderingContext2D} ctx
   * @param {Statement} statement
   * @param {number} wanted  the size of the short words
   * @param {number} h  the height of its box
   * @returns {Gist}
   */
  function gist(ctx, statement, wanted, h) {
    const before = kept.get(statement.id);
    if (before?.wanted === wanted && before.h === h) return before;
    const least = told?.least ?? wanted;
    const sizes = [wanted, ...[...GROWTHS, 1].map((growth) => growth * least).filter((size) => size < wanted)];
    const font = sizes.find((size) => isWhole(broken(ctx, statement, size, h))) ?? wanted;
    const now = { font, h, wanted, lines: broken(ctx, statement, font, h) };
    kept.set(statement.id, now);
    return now;
  }

  /**
   * @param {CanvasRenderingContext2D} ctx
   * @param {Statement} statement
   * @param {number} font
   * @param {number} h
   */
  function broken(ctx, statement, font, h) {
    ctx.font = typeface(statement, font);
    const rows = Math.max(1, Math.floor((h - 4) / (font * LEADING)));
    return fewLines(statement.short || statement.text, room, rows, (text) => ctx.measureText(text).width);
  }
}

/** @param {string[]} lines */
function isWhole(lines) {
  return !lines.at(-1)?.endsWith("…");
}

/**
 * @param {Pick<Statement, "main">} statement
 * @param {number} font
 */
export function typeface({ main }, font) {
  return `${main ? "bold " : ""}${font}px ${FAMILY}`;
}
