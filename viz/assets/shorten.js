/**
 * Which words a box shows at which size: the full text where it can be read, else fewer and
 * larger words.
 */

/** Smallest type on screen, in pixels. */
const LEAST = 10.5;
/** Sizes between two of these steps share their lines. */
const STEP = 1.12;

/**
 * @param {number} scale  how many pixels a pixel of the map takes
 * @param {number} font  the size of the full text
 * @returns {{step: number, font: number} | null}  null where the full text can be read
 */
export function shortening(scale, font) {
  if (font * scale >= LEAST - 0.5) return null;
  const step = Math.floor(Math.log(scale) / Math.log(STEP));
  return { step, font: LEAST / STEP ** step };
}

/**
 * Break text into at most so many lines; an ellipsis ends what is cut off.
 * @param {string} text
 * @param {number} width
 * @param {number} rows
 * @param {(text: string) => number} measure
 * @returns {string[]}
 */
export function fewLines(text, width, rows, measure) {
  /** @type {string[]} */
  const lines = [];
  let current = "";
  for (const word of text.split(/\s+/)) {
    const longer = current ? `${current} ${word}` : word;
    if (current && measure(longer) > width) {
      if (lines.length + 1 === rows) return [...lines, clipped(longer, width, measure)];
      lines.push(current);
      current = word;
    } else {
      current = longer;
    }
  }
  return [...lines, clipped(current, width, measure)];
}

/**
 * @param {string} text
 * @param {number} width
 * @param {(text: string) => number} measure
 * @returns {string}
 */
function clipped(text, width, measure) {
  if (measure(text) <= width) return text;
  let low = 1;
  let high = text.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (measure(`${text.slice(0, middle)}…`) <= width) low = middle;
    else high = middle - 1;
  }
  return `${text.slice(0, low).replace(/[\s,;:.\ud800-\udbff]+$/, "")}…`;
}
