/**
 * Which part stands open: beside the map where there is room, else alone.
 *
 * @typedef {import("./store.js").Part} Part
 * @typedef {import("./store.js").Store} Store
 * @typedef {import("./store.js").View} View
 *
 * @typedef {object} Parts
 * @property {(part: Part) => void} open
 * @property {(part: string | undefined) => part is Part} fits  whether it can stand open on this screen
 * @property {(view: Omit<View, "by" | "lit" | "part">) => Part} usual  what stands open where nothing else was asked for
 */

/** What stands beside the map where there is room. */
const BESIDE = ["article", "outline", "path", "sides", "draft"];
const ALONE = ["map", "details", ...BESIDE];

/**
 * @param {Store} store
 * @param {MediaQueryList} narrow  whether there is room for one part only
 * @param {Part} beside  what stands beside the map at first
 * @param {boolean} settled  whether nothing of a draft is left to settle
 * @returns {Parts}
 */
export function createParts(store, narrow, beside, settled) {
  const buttons = /** @type {NodeListOf<HTMLButtonElement>} */ (document.querySelectorAll("[data-open]"));
  const { dataset } = document.body;
  dataset.side = beside;
  store.set({ part: narrow.matches ? "map" : beside });
  press();
  for (const button of buttons) if (button.dataset.open === "draft") button.hidden = settled;
  for (const button of buttons) button.addEventListener("click", () => open(/** @type {Part} */ (button.dataset.open)));
  store.follow(({ chosen, relation, by }, before) => {
    const fresh = (relation >= 0 && relation !== before.relation) || (chosen >= 0 && chosen !== before.chosen && by !== "outline" && by !== "search");
    return fresh && by !== "address" && narrow.matches ? { part: "details" } : null;
  });
  store.listen(({ part }, before) => {
    if (part === before.part) return;
    dataset.view = part;
    if (BESIDE.includes(part)) dataset.side = part;
    press();
  });

  function press() {
    for (const button of buttons) {
      const shown = button.closest(".side") ? dataset.side : dataset.view;
      button.setAttribute("aria-pressed", String(button.dataset.open === shown));
    }
  }

  /** @param {Part} part */
  function open(part) {
    if (fits(part)) store.set({ part, by: "parts" });
  }

  /**
   * @param {string | undefined} part
   * @returns {part is Part}
   */
  function fits(part) {
    return (narrow.matches ? ALONE : BESIDE).includes(part ?? "") && !(part === "draft" && settled);
  }

  /** @type {Parts["usual"]} */
  function usual({ chosen, relation, path, pair, suggestion }) {
    if (narrow.matches && (chosen >= 0 || relation >= 0)) return "details";
    if (suggestion >= 0) return "draft";
    if (pair >= 0) return "sides";
    if (path.from >= 0 && path.to >= 0) return "path";
    return narrow.matches ? "map" : beside;
  }

  return { open, fits, usual };
}
