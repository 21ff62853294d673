/**
 * Statements that a misspelt name comes near to.
 * @typedef {import("./model.js").Statement} Statement
 */
import { wordsOf } from "./words.js";

const MOST_NEAR = 5;
/** One letter in so many may be wrong, and no more than so many of a word. */
const LETTERS_A_SLIP = 4;
const MOST_SLIPS = 2;

/**
 * @param {Statement[]} statements
 * @returns {(name: string) => number[]}  the statements that hold a word, or the beginning of
 *   one, near to each that was typed; those with the fewest slips first, equals in the map's order
 */
export function nearby(statements) {
  /** @type {Map<string, number[]> | null} */
  let holders = null;

  /** @returns {Map<string, number[]>}  which statements hold a word */
  function vocabulary() {
    /** @type {Map<string, number[]>} */
    const found = new Map();
    for (const { id, key, short, text, holder } of statements) {
      for (const word of wordsOf([key, short, text, holder].join(" "))) {
        const known = found.get(word);
        if (known) known.push(id);
        else found.set(word, [id]);
      }
    }
    return found;
  }

  /**
   * @param {string} typed
   * @returns {Map<number, number>}  how few slips make it a word of a statement
   */
  function reached(typed) {
    const most = Math.min(MOST_SLIPS, Math.floor(typed.length / LETTERS_A_SLIP));
    /** @type {Map<number, number>} */
    const found = new Map();
    for (const [word, ids] of (holders ??= vocabulary())) {
      const needed = slips(typed, word, most);
      if (needed <= most) for (const id of ids) found.set(id, Math.min(needed, found.get(id) ?? needed));
    }
    return found;
  }

  return (name) => {
    const each = wordsOf(name).map(reached);
    if (!each.length) return [];
    const sum = (/** @type {number} */ id) => each.reduce((total, found) => total + (found.get(id) ?? 0), 0);
    return [...each[0].keys()]
      .filter((id) => each.every((found) => found.has(id)))
      .sort((a, b) => sum(a) - sum(b) || a - b)
      .slice(0, MOST_NEAR);
  };
}

/**
 * How many letters are missing, too many, wrong or swapped in what may be the beginning of a word.
 * @param {string} typed
 * @param {string} word
 * @param {number} most
 * @returns {number}  more than `most` where they are more
 */
function slips(typed, word, most) {
  const end = Math.min(word.length, typed.length + most);
  if (end < typed.length - most) return most + 1;
  /** @type {number[]} */
  let before = [];
  let last = Array.from({ length: end + 1 }, (_, j) => j);
  for (let i = 1; i <= typed.length; i++) {
    const row = [i];
    for (let j = 1; j <= end; j++) {
      const wrong = Number(typed[i - 1] !== word[j - 1]);
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + wrong);
      if (i > 1 && j > 1 && typed[i - 1] === word[j - 2] && typed[i - 2] === word[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) > most) return most + 1;
    [before, last] = [last, row];
  }
  return Math.min(...last);
}
