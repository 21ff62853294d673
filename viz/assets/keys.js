/**
 * Every key of the page. The handlers and the list of keys in the help read this one table.
 *
 * @typedef {"page"|"map"|"outline"|"article"|"search"} Where  which part has the focus; `page`: any,
 *   unless words are being typed
 *
 * @typedef {object} Key
 * @property {string[]} keys  as `KeyboardEvent.key` names them, those with a name also with `Shift+`
 * @property {string} act  what a handler calls it
 * @property {string} does  what the help calls it
 */

/** @type {Record<Where, Key[]>} */
export const KEYS = {
  page: [
    { keys: ["/"], act: "find", does: "Find statements by their words" },
    { keys: ["p"], act: "path", does: "Begin a path at the statement; on another one, end it (in the outline: Shift and Enter)" },
    { keys: ["?"], act: "help", does: "Show this list" },
    { keys: ["Escape"], act: "leave", does: "Clear the search; leave the focus; drop the choice, the pair, the path" },
  ],
  map: [
    { keys: ["ArrowRight"], act: "walk", does: "Go to a reason for the statement" },
    { keys: ["ArrowLeft"], act: "walk", does: "Go to what it bears on" },
    { keys: ["ArrowUp", "ArrowDown"], act: "walk", does: "Go to the neighbour above or below" },
    { keys: ["Home"], act: "home", does: "Go to the main claim" },
    { keys: [" "], act: "fold", does: "Fold the reasons away, or open them" },
    { keys: ["f"], act: "focus", does: "Show only the statement and what is near" },
    { keys: ["]"], act: "farther", does: "Show one step more around it" },
    { keys: ["["], act: "nearer", does: "Show one step less" },
    { keys: ["d"], act: "turn", does: "Let the map go down or across" },
    { keys: ["Enter"], act: "details", does: "Read the details" },
    { keys: ["+", "="], act: "larger", does: "Make the map larger" },
    { keys: ["-"], act: "smaller", does: "Make it smaller" },
    { keys: ["0"], act: "whole", does: "Show the whole map" },
  ],
  outline: [
    { keys: ["ArrowDown"], act: "next", does: "Go to the next line" },
    { keys: ["ArrowUp"], act: "previous", does: "Go to the line before" },
    { keys: ["ArrowRight"], act: "in", does: "Open the branch, then go into it" },
    { keys: ["ArrowLeft"], act: "out", does: "Close the branch, then go out of it" },
    { keys: ["Home"], act: "first", does: "Go to the first line" },
    { keys: ["End"], act: "last", does: "Go to the last line" },
    { keys: ["*"], act: "level", does: "Open all branches beside this one" },
    { keys: ["Enter", " "], act: "choose", does: "Choose the statement" },
    { keys: ["Shift+Enter"], act: "path", does: "Begin a path at the statement; on another one, end it" },
    // No key is called so: whatever has no meaning of its own is typed ahead.
    { keys: ["a … z"], act: "letters", does: "Go to the next line that begins so" },
  ],
  article: [
    { keys: ["ArrowDown", "ArrowRight"], act: "next", does: "Go to the next marked words" },
    { keys: ["ArrowUp", "ArrowLeft"], act: "previous", does: "Go to the marked words before" },
    { keys: ["Home"], act: "first", does: "Go to the first" },
    { keys: ["End"], act: "last", does: "Go to the last" },
    { keys: ["Enter", " "], act: "choose", does: "Choose their statement; again, the next one" },
  ],
  search: [
    { keys: ["ArrowDown"], act: "next", does: "Go to the next statement found" },
    { keys: ["ArrowUp"], act: "previous", does: "Go to the one before" },
    { keys: ["Enter"], act: "choose", does: "Choose it" },
    { keys: ["Escape"], act: "clear", does: "Clear the search; take back what was typed for a path" },
  ],
};

/**
 * What a key means in a part of the page.
 * @param {Where} where
 * @param {KeyboardEvent} event
 * @returns {string | undefined}  nothing for a key that means nothing there, or with a modifier
 */
export function meaning(where, event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  const key = event.shiftKey && event.key.length > 1 ? `Shift+${event.key}` : event.key;
  return KEYS[where].find(({ keys }) => keys.includes(key))?.act;
}

/**
 * @param {EventTarget} target  what hears the keys of this part
 * @param {Where} where
 * @param {Record<string, (event: KeyboardEvent) => void>} acts  by name, one for each of the part's
 */
export function bindKeys(target, where, acts) {
  target.addEventListener("keydown", (heard) => {
    const event = /** @type {KeyboardEvent} */ (heard);
    if (event.defaultPrevented || (where === "page" && isTaken(event))) return;
    const act = meaning(where, event);
    if (!act) return;
    event.preventDefault();
    acts[act](event);
  });
}

/**
 * Whether a key belongs to what is being typed, or to what lies over the page.
 * @param {KeyboardEvent} event
 */
function isTaken({ target }) {
  const typing = target instanceof HTMLInputElement && target.type !== "checkbox" && target.type !== "radio";
  return typing || target instanceof HTMLSelectElement || Boolean(document.querySelector(":popover-open, dialog[open]"));
}
