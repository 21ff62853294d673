/** Putting text on the clipboard, also on a page that was opened from disk. */
import { make } from "./dom.js";

/**
 * @param {string} text
 * @returns {Promise<boolean>}  whether it is there now
 */
export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelected(text);
  }
}

/**
 * The older way, for where the page may not write to the clipboard by itself.
 * @param {string} text
 */
function copySelected(text) {
  const focused = document.activeElement;
  const area = make("textarea", { class: "unseen", readonly: true, "aria-hidden": "true" });
  area.value = text;
  // A modal dialog would keep the focus from what stands outside it.
  (document.querySelector("dialog[open]") ?? document.body).append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  return done;
}
