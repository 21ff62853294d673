/**
 * Words as a reader means them: case, accents and typography do not matter. The same as
 * argmap.graph.words.
 */

const APOSTROPHES = /[\u2018\u2019\u201b\u02bc\u00b4`]/g;
const WORD_CHARACTER = "[\\p{L}\\p{N}_]";
const WORD = new RegExp(`${WORD_CHARACTER}+`, "gu");
const POSSESSIVE = new RegExp(`'s(?!${WORD_CHARACTER})`, "gu");
/** Thai to Khmer, kana, Han: scripts that put no spaces between words. */
const UNSPACED = /^[\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\u{20000}-\u{3ffff}]/u;

/**
 * Fold case, accents and apostrophes, so that "Édouard" is found by "edouard".
 * @param {string} text
 * @returns {string}
 */
export function fold(text) {
  // Most texts have no accents.
  if (!/[^\0-\x7f]/.test(text)) return text.toLowerCase().replaceAll("_", " ");
  const plain = text.replace(APOSTROPHES, "'").normalize("NFKD").toLowerCase().replaceAll("ß", "ss").replaceAll("ς", "σ");
  return plain.normalize("NFKD").replace(APOSTROPHES, "'").replace(/[\p{M}\p{Cf}]+/gu, "").replaceAll("_", " ");
}

/**
 * @param {string} text
 * @returns {string[]}  its folded words, each once, in order, without the possessive 's
 */
export function wordsOf(text) {
  return [...new Set(fold(text).replace(POSSESSIVE, "").match(WORD) ?? [])];
}

/**
 * @param {string} word  folded
 * @returns {(folded: string) => boolean}  whether a folded text holds it as a whole word; of the
 *   scripts without spaces, anywhere
 */
export function wholeWord(word) {
  const [start, end] = UNSPACED.test(word) ? ["", ""] : [`(?<!${WORD_CHARACTER})`, `(?!${WORD_CHARACTER})`];
  const whole = new RegExp(`${start}${literal(word)}${end}`, "u");
  return (folded) => folded.includes(word) && whole.test(folded);
}

/**
 * @param {string} text
 * @returns {string}  a pattern of just this text
 */
export function literal(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
