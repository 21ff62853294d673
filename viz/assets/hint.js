/** What a reader who has never seen the page is told once. */
import { byId } from "./dom.js";

const NAME = "argmap-hint";

/**
 * @typedef {object} Hint
 * @property {() => void} close  for good
 * @property {() => void} hide  until the page is opened again
 * @property {(words: string) => void} tell
 *
 * @returns {Hint}
 */
export function createHint() {
  const hint = byId("hint");
  hint.hidden = hintWasSeen();

  function close() {
    if (hint.hidden) return;
    hide();
    keepHintSeen();
  }
  function hide() {
    hint.hidden = true;
  }
  byId("hint-close").addEventListener("click", close);
  /** @param {string} words  in place of the usual ones */
  function tell(words) {
    byId("hint-words").textContent = words;
    hint.hidden = false;
  }
  return { close, hide, tell };
}

// A frame without an origin of its own may not even look at the storage.
function hintWasSeen() {
  try {
    return localStorage.getItem(NAME) !== null;
  } catch {
    return false;
  }
}

function keepHintSeen() {
  try {
    localStorage.setItem(NAME, "seen");
  } catch {
    // The hint then shows again next time.
  }
}
