/**
 * The legend of holders, for boxes that are coloured by them.
 * @typedef {import("./sides.js").Party} Party
 */
import { byId, make } from "./dom.js";

/**
 * @param {Party[]} parties
 * @param {Record<string, string>} marks  by key: the letters that stand on the boxes
 */
export function writeHolders(parties, marks) {
  const last = Math.max(...parties.map(({ tone }) => tone));
  const shared = parties.filter(({ tone }) => tone === last);
  const named = shared.length > 1 ? parties.filter(({ tone }) => tone < last) : parties;
  const rows = named.map(({ key, name, tone }) => entry(name, tone, marks[key]));
  if (shared.length > 1) rows.push(entry(`${shared.length} others, by their letters`, last, "Aa"));
  byId("holders").append(...rows);
}

/**
 * @param {string} name
 * @param {number} tone
 * @param {string} mark
 */
function entry(name, tone, mark) {
  return make("li", {}, make("span", { class: `swatch tone-${tone}`, "aria-hidden": "true" }, mark), name);
}
