/**
 * The list below a box to type in, after the WAI-ARIA combobox: the focus stays in the box, the
 * arrow keys go through the list (and open it again), and a press or Enter chooses.
 *
 * @typedef {object} Listbox
 * @property {(rows: HTMLLIElement[]) => void} fill
 * @property {(wanted: boolean) => void} open
 * @property {(place: number) => void} mark  let Enter choose this row
 * @property {(place: number) => void} choose
 */
import { bindKeys } from "./keys.js";
import { grouped } from "./numbers.js";

/** So many of those found are listed. */
export const MOST_ROWS = 60;

/**
 * @param {HTMLInputElement} box
 * @param {HTMLElement} pane  what opens: the list itself, or what holds it
 * @param {HTMLElement} list
 * @param {object} does  each act is told the row's place in the list
 * @param {(place: number) => void} does.choose
 * @param {() => void} does.enter  on Enter where no row is marked
 * @param {() => void} does.clear  on Escape
 * @param {(place: number) => void} [does.move]
 * @returns {Listbox}
 */
export function createListbox(box, pane, list, does) {
  let active = -1;

  bindKeys(box, "search", {
    next: () => move(1),
    previous: () => move(-1),
    choose: () => (active < 0 ? does.enter() : choose(active)),
    clear: does.clear,
  });
  box.addEventListener("blur", () => open(false));
  // The press must not take the focus away before the choice.
  pane.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const row = event.target instanceof Element ? event.target.closest("li") : null;
    if (row) choose([...list.children].indexOf(row));
  });

  /** @param {HTMLLIElement[]} rows */
  function fill(rows) {
    active = -1;
    box.removeAttribute("aria-activedescendant");
    rows.forEach((row, place) => {
      row.id = `${list.id}-${place}`;
      row.setAttribute("role", "option");
      row.setAttribute("aria-selected", "false");
    });
    list.replaceChildren(...rows);
  }

  /** @param {boolean} wanted */
  function open(wanted) {
    pane.hidden = !wanted;
    box.setAttribute("aria-expanded", String(wanted));
    if (!wanted) box.removeAttribute("aria-activedescendant");
  }

  /** @param {number} way */
  function move(way) {
    const size = list.children.length;
    if (!size) return;
    if (pane.hidden) open(true);
    mark((active + way + size + Number(active < 0 && way < 0)) % size);
    does.move?.(active);
  }

  /** @param {number} place */
  function mark(place) {
    list.children[active]?.setAttribute("aria-selected", "false");
    active = place;
    const row = list.children[active];
    row.setAttribute("aria-selected", "true");
    row.scrollIntoView({ block: "nearest" });
    box.setAttribute("aria-activedescendant", row.id);
  }

  /** @param {number} place */
  function choose(place) {
    if (!pane.hidden && list.children[place]) does.choose(place);
  }

  return { fill, open, mark, choose };
}

/**
 * @param {number} size
 * @returns {string}  how many statements are found, and how many of them are listed
 */
export function foundWords(size) {
  if (!size) return "Nothing found";
  const more = size > MOST_ROWS ? `, the first ${MOST_ROWS} of them here` : "";
  return `${grouped(size)} ${size === 1 ? "statement" : "statements"} found${more}`;
}
