/** What the address says after its `#`: `s=<id of the chosen statement>`. */

/**
 * @param {string} hash
 * @returns {{chosen: string | null}}
 */
export function readAddress(hash) {
  return { chosen: new URLSearchParams(hash.replace(/^#/, "")).get("s") };
}

/**
 * @param {{chosen: string | null}} view
 * @returns {string}  with the `#`
 */
export function writeAddress({ chosen }) {
  return chosen === null ? "#" : `#${new URLSearchParams({ s: chosen })}`;
}
