/**
 * Which statements a name fits: the same as argmap.graph.naming tells, which guesses nothing
 * where they are several.
 *
 * @typedef {import("./model.js").Statement} Statement
 */
import { fold, wholeWord, wordsOf } from "./words.js";

/**
 * @param {Statement[]} statements
 * @returns {(name: string) => number[]}  of a name that is an id, whatever its case; or else the
 *   beginning of an id, or all the words of a text or title, or some of them
 */
export function namer(statements) {
  /** @type {string[] | null} */
  let folded = null;

  /** @param {string[]} words  folded */
  function holding(words) {
    const texts = (folded ??= statements.map(({ short, text }) => fold(`${short ?? ""}\n${text}`)));
    const held = words.map(wholeWord);
    return statements.filter((_, id) => held.every((isIn) => isIn(texts[id])));
  }

  /**
   * @param {string} name
   * @returns {Statement[]}
   */
  function fitting(name) {
    const exact = statements.filter(({ key }) => key === name);
    if (exact.length) return exact;
    const plain = name.toLowerCase();
    const same = statements.filter(({ key }) => key.toLowerCase() === plain);
    if (same.length) return same;
    const begun = statements.filter(({ key }) => key.toLowerCase().startsWith(plain));
    if (begun.length) return [...new Set([...begun, ...holding([fold(name)])])];
    const asked = wordsOf(name);
    if (!asked.length) return [];
    const some = holding(asked);
    const all = some.filter(({ short, text }) => [text, short ?? ""].some((one) => wordsOf(one).join(" ") === asked.join(" ")));
    return all.length ? all : some;
  }

  return (name) => (name.trim() ? fitting(name.trim()).map(({ id }) => id) : []);
}
