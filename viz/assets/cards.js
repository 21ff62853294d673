/**
 * Painting a statement's box.
 *
 * @typedef {import("./model.js").Statement} Statement
 * @typedef {import("./ink.js").Ink} Ink
 * @typedef {{width: number, font: number, line: number, small: number, smallLine: number, padX: number, padY: number,
 *   port: number, mostPorts: number}} CardSize  `port` is the room for the end of a line, up to so many
 * @typedef {{x: number, y: number, h: number}} Place  the box's middle and height
 *
 * @typedef {object} Look
 * @property {number} scale
 * @property {number} short  the size of short words, 0 for the full text
 * @property {boolean} chosen
 * @property {boolean} hit
 * @property {boolean} faded
 * @property {boolean} over  whether the pointer is over it
 * @property {"kind"|"holder"} tint
 */
import { FAMILY, LEADING, createGist, typeface } from "./gist.js";

const CORNER = 12;
const ROUND = 9;
/** The outline of what is proposed. */
const DOTS = [2, 3];
/** The room of a holder's initials. */
const MARK = 30;
/** Below this scale a box is a plain block. */
export const PLAIN = 0.1;

/**
 * @param {Statement[]} statements
 * @param {CardSize} size
 * @param {Record<string, string>} initials  of holders
 */
export function cardPainter(statements, size, initials) {
  const { sized, gist } = createGist(statements, size);

  return { paint, sized };

  /**
   * @param {CanvasRenderingContext2D} ctx
   * @param {Ink} ink
   * @param {Statement} statement
   * @param {Place} place
   * @param {Look} look
   */
  function paint(ctx, ink, statement, place, look) {
    const left = place.x - size.width / 2;
    const top = place.y - place.h / 2;
    const tone = tones(ink, statement, look.tint);
    ctx.globalAlpha = look.faded ? 0.32 : 1;
    shape(ctx, left, top, size.width, place.h, statement.kind);
    fillAndStroke(ctx, ink, tone, statement, look);
    const told = look.tint === "holder" ? initials[statement.holders[0]] ?? "" : "";
    if (told) holderMark(ctx, ink, tone, told, left + size.width, top, look.scale);
    words(ctx, tone, statement, place, look, told.length);
    ctx.globalAlpha = 1;
  }

  /**
   * @param {CanvasRenderingContext2D} ctx
   * @param {ReturnType<typeof tones>} tone
   * @param {Statement} statement
   * @param {Place} place
   * @param {Look} look
   * @param {number} marked  how many letters stand in the corner
   */
  function words(ctx, tone, statement, place, look, marked) {
    const room = size.width - 2 * size.padX;
    const left = place.x - size.width / 2;
    ctx.textAlign = "left";
    ctx.textBaseline = "alphabetic";
    if (look.short) {
      ctx.fillStyle = tone.ink;
      shortWords(ctx, statement, look.short, place, left + size.padX / 2);
      return;
    }
    const { head, lines } = statement;
    let y = place.y - (size.smallLine + size.line * (head.length + lines.length)) / 2;
    ctx.fillStyle = tone.muted;
    ctx.font = `bold ${size.small}px ${FAMILY}`;
    ctx.fillText(statement.eyebrow, left + size.padX, y + size.small, room - (marked ? MARK : 0));
    y += size.smallLine;
    ctx.fillStyle = tone.ink;
    const bold = head.length || (statement.main ? lines.length : 0);
    for (const [k, line] of [...head, ...lines].entries()) {
      ctx.font = typeface({ main: k < bold }, size.font);
      ctx.fillText(line, left + size.padX, y + size.font, room);
      y += size.line;
    }
  }

  /**
   * @param {CanvasRenderingContext2D} ctx
   * @param {Statement} statement
   * @param {number} wanted
   * @param {Place} place
   * @param {number} left
   */
  function shortWords(ctx, statement, wanted, { y, h }, left) {
    const { font, lines } = gist(ctx, statement, wanted, h);
    ctx.font = typeface(statement, font);
    let at = y - (lines.length * font * LEADING) / 2 + font * 0.92;
    for (const text of lines) {
      ctx.fillText(text, left, at, size.width - 2 * size.padX);
      at += font * LEADING;
    }
  }
}

/**
 * @param {Ink} ink
 * @param {Statement} statement
 * @param {"kind"|"holder"} tint
 */
export function tones(ink, statement, tint) {
  // What is not settled is not filled, but where the filling tells the holder.
  if (tint === "kind" && statement.proposed) {
    const kind = statement.kind;
    return { fill: ink.canvas, edge: ink[statement.main ? "main" : `${kind}-edge`], ink: ink.ink, muted: ink[`${kind}-ink`] };
  }
  if (tint === "holder") {
    const tone = `holder-${statement.tone}`;
    return { fill: ink[tone], edge: ink[`${tone}-edge`], ink: ink.ink, muted: ink.ink };
  }
  if (statement.main) return { fill: ink.main, edge: ink.main, ink: ink["main-ink"], muted: ink["main-muted"] };
  const kind = statement.kind;
  return { fill: ink[kind], edge: ink[`${kind}-edge`], ink: ink.ink, muted: ink[`${kind}-ink`] };
}

/**
 * The holder's initials in the corner, so that colour is not the only sign.
 * @param {CanvasRenderingContext2D} ctx
 * @param {Ink} ink
 * @param {ReturnType<typeof tones>} tone
 * @param {string} letters
 * @param {number} right
 * @param {number} top
 * @param {number} scale
 */
function holderMark(ctx, ink, tone, letters, right, top, scale) {
  const grow = Math.min(3, Math.max(1, 0.75 / scale));
  const [width, height] = [MARK * grow, 18 * grow];
  ctx.fillStyle = tone.edge;
  ctx.beginPath();
  ctx.roundRect(right - width - 3 * grow, top - height / 2, width, height, 5 * grow);
  ctx.fill();
  ctx.fillStyle = ink.canvas;
  ctx.font = `bold ${11.5 * grow}px ${FAMILY}`;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.fillText(letters, right - width / 2 - 3 * grow, top + 0.5 * grow, width - 4 * grow);
}

/**
 * A claim is round, evidence is a sheet with a folded corner.
 * @param {CanvasRenderingContext2D} ctx
 * @param {number} left
 * @param {number} top
 * @param {number} width
 * @param {number} height
 * @param {Statement["kind"]} kind
 */
function shape(ctx, left, top, width, height, kind) {
  ctx.beginPath();
  if (kind === "claim") {
    ctx.roundRect(left, top, width, height, ROUND);
    return;
  }
  ctx.moveTo(left, top);
  ctx.lineTo(left + width - CORNER, top);
  ctx.lineTo(left + width, top + CORNER);
  ctx.lineTo(left + width, top + height);
  ctx.lineTo(left, top + height);
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
  const hit = look.hit && !(statement.main && !statement.proposed && look.tint === "kind");
  ctx.fillStyle = hit ? ink.hit : tone.fill;
  ctx.fill();
  if (look.chosen || (look.hit && !hit)) {
    ctx.strokeStyle = ink.accent;
    ctx.lineWidth = Math.max(3, 2.5 / look.scale);
  } else {
    ctx.strokeStyle = look.over ? ink.accent : tone.edge;
    ctx.lineWidth = Math.max(statement.main ? 2.6 : 1.2, (look.over ? 1.6 : 0.9) / look.scale);
  }
  if (statement.proposed) ctx.setLineDash(DOTS);
  else if (statement.implicit) ctx.setLineDash([6, 4]);
  ctx.stroke();
  ctx.setLineDash([]);
}
