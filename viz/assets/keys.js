/**
 * Every key of the page. The handlers and the list of keys in the help read this one table.
 *
 * @typedef {"page"|"map"|"outline"|"article"|"search"} Where
 *
 * @typedef {object} Key
 * @property {Where} where  which part has the focus; `page`: any, unless words are being typed
 * @property {string[]} keys  as `KeyboardEvent.key` names them
 * @property {string} act  what a handler calls it
 * @property {string} does  what the help calls it
 */

/** @type {Key[]} */
export const KEYS = [
  { where: "page", keys: ["/"], act: "find", does: "Find statements by their words" },
  { where: "page", keys: ["p"], act: "path", does: "Begin a path at the statement; on another one, end it" },
  { where: "page", keys: ["?"], act: "help", does: "Show this list" },
  { where: "page", keys: ["Escape"], act: "leave", does: "Clear the search, leave the focus, drop the choice" },
  { where: "map", keys: ["ArrowRight"], act: "walk", does: "Go to a reason for the statement" },
  { where: "map", keys: ["ArrowLeft"], act: "walk", does: "Go to what it bears on" },
  { where: "map", keys: ["ArrowUp", "ArrowDown"], act: "walk", does: "Go to the neighbour above or below" },
  { where: "map", keys: ["Home"], act: "home", does: "Go to the main claim" },
  { where: "map", keys: [" "], act: "fold", does: "Fold the reasons away, or open them" },
  { where: "map", keys: ["f"], act: "focus", does: "Show only the statement and what is near" },
  { where: "map", keys: ["]"], act: "farther", does: "Show one step more around it" },
  { where: "map", keys: ["["], act: "nearer", does: "Show one step less" },
  { where: "map", keys: ["d"], act: "turn", does: "Let the map go down or across" },
  { where: "map", keys: ["Enter"], act: "details", does: "Read the details" },
  { where: "map", keys: ["+", "="], act: "larger", does: "Make the map larger" },
  { where: "map", keys: ["-"], act: "smaller", does: "Make it smaller" },
  { where: "map", keys: ["0"], act: "whole", does: "Show the whole map" },
  { where: "outline", keys: ["ArrowDown"], act: "next", does: "Go to the next line" },
  { where: "outline", keys: ["ArrowUp"], act: "previous", does: "Go to the line before" },
  { where: "outline", keys: ["ArrowRight"], act: "in", does: "Open the branch, then go into it" },
  { where: "outline", keys: ["ArrowLeft"], act: "out", does: "Close the branch, then go out of it" },
  { where: "outline", keys: ["Home"], act: "first", does: "Go to the first line" },
  { where: "outline", keys: ["End"], act: "last", does: "Go to the last line" },
  { where: "outline", keys: ["*"], act: "level", does: "Open all branches beside this one" },
  { where: "outline", keys: ["Enter", " "], act: "choose", does: "Choose the statement" },
  { where: "article", keys: ["ArrowDown", "ArrowRight"], act: "next", does: "Go to the next marked words" },
  { where: "article", keys: ["ArrowUp", "ArrowLeft"], act: "previous", does: "Go to the marked words before" },
  { where: "article", keys: ["Home"], act: "first", does: "Go to the first" },
  { where: "article", keys: ["End"], act: "last", does: "Go to the last" },
  { where: "article", keys: ["Enter", " "], act: "choose", does: "Choose their statement; again, the next one" },
  { where: "search", keys: ["ArrowDown"], act: "next", does: "Go to the next statement found" },
  { where: "search", keys: ["ArrowUp"], act: "previous", does: "Go to the one before" },
  { where: "search", keys: ["Enter"], act: "choose", does: "Choose it" },
  { where: "search", keys: ["Escape"], act: "clear", does: "Clear the search" },
];

/**
 * What a key means in a part of the page.
 * @param {Where} where
 * @param {KeyboardEvent} event
 * @returns {string | undefined}  nothing for a key that means nothing there, or with a modifier
 */
export function meaning(where, event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  return KEYS.find((row) => row.where === where && row.keys.includes(event.key))?.act;
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
