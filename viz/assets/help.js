/** The list of keys: a dialog that keeps the focus and gives it back. */
import { byId, make } from "./dom.js";
import { KEYS } from "./keys.js";

/** @type {[import("./keys.js").Where, string][]} */
const PLACES = [
  ["page", "Anywhere"],
  ["map", "On the map"],
  ["outline", "In the outline"],
  ["article", "In the article"],
  ["search", "In the search"],
];
/** @type {Record<string, string>} */
const SHOWN = { ArrowUp: "↑", ArrowDown: "↓", ArrowLeft: "←", ArrowRight: "→", Escape: "Esc", " ": "Space", "-": "−" };

/** @returns {{open: () => void}} */
export function createHelp() {
  const dialog = /** @type {HTMLDialogElement} */ (byId("help"));
  byId("help-keys").append(...PLACES.map(([where, name]) => section(where, name)));
  byId("help-open").addEventListener("click", open);
  byId("help-close").addEventListener("click", () => dialog.close());
  // A press on the dialog itself is one beside its content.
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });

  function open() {
    if (!dialog.open) dialog.showModal();
  }
  return { open };
}

/**
 * @param {import("./keys.js").Where} where
 * @param {string} name
 */
function section(where, name) {
  const rows = KEYS[where].map(({ keys, does }) =>
    make("div", {}, make("dt", {}, ...keys.flatMap((key, k) => [k ? " " : "", make("kbd", {}, SHOWN[key] ?? key)])), make("dd", {}, does)),
  );
  return make("section", {}, make("h3", {}, name), make("dl", {}, ...rows));
}
