/** Short marks for holders. */

/**
 * @param {{key: string, name: string}[]} parties
 * @returns {Record<string, string>}  by key: one or two letters, as far as they go different ones
 */
export function initials(parties) {
  /** @type {Record<string, string>} */
  const marks = Object.create(null);
  const taken = new Set();
  for (const { key, name } of parties) {
    const choice = candidates(key ? name : "");
    const mark = choice.find((letters) => !taken.has(letters)) ?? choice[0];
    taken.add(mark);
    marks[key] = mark;
  }
  return marks;
}

/** @param {string} name */
function candidates(name) {
  const words = name.replace(/^(the|a|an) /iu, "").match(/[\p{L}\p{N}]+/gu) ?? ["–"];
  const [first, last] = [[...words[0]], [...words[words.length - 1]]];
  const rest = words.length > 1 ? last : first.slice(1);
  const pairs = rest.map((letter, k) => first[0].toUpperCase() + (words.length > 1 && !k ? letter.toUpperCase() : letter.toLowerCase()));
  return pairs.length ? pairs : [first[0].toUpperCase()];
}
