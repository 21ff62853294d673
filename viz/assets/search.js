/**
 * Finding statements by their words.
 * @typedef {import("./model.js").Statement} Statement
 */
import { fold, literal } from "./words.js";

/** Milliseconds after which the search is prepared, when the page has been drawn. */
const LATER = 400;

/**
 * Prepare a search over all that can be read of a statement.
 * @param {Statement[]} statements
 * @returns {(query: string) => number[]}  the statements that hold all words, best first: those
 *   that begin a word with them, then the others, each in the order of the map
 */
export function searcher(statements) {
  /** @type {string[] | null} */
  let folded = null;
  const ready = () => (folded ??= statements.map((s) => ` ${fold([s.text, s.short, s.holder, ...(s.tags ?? [])].join(" "))}`));
  // So that the first search need not wait for it.
  setTimeout(ready, LATER);
  return (query) => {
    const words = fold(query).split(/\s+/).filter(Boolean);
    if (!words.length) return [];
    /** @type {number[]} */
    const first = [];
    /** @type {number[]} */
    const later = [];
    ready().forEach((text, id) => {
      if (!words.every((word) => text.includes(word))) return;
      (words.every((word) => begins(text, word)) ? first : later).push(id);
    });
    return [...first, ...later];
  };
}

/**
 * Cut a text where the words of a query stand in it.
 * @param {string} text
 * @param {string} query
 * @returns {{text: string, hit: boolean}[]}
 */
export function lit(text, query) {
  const words = query.trim().split(/\s+/).filter(Boolean);
  if (!words.length) return [{ text, hit: false }];
  const pattern = words.map(literal).join("|");
  return text
    .split(new RegExp(`(${pattern})`, "giu"))
    .map((part, k) => ({ text: part, hit: k % 2 === 1 }))
    .filter((part) => part.text);
}

/**
 * @param {string} text
 * @param {string} word
 * @returns {boolean}
 */
function begins(text, word) {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!/[\p{L}\p{N}]/u.test(text[at - 1])) return true;
  }
  return false;
}
