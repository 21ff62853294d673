/**
 * The list below a box to type in, after the WAI-ARIA combobox: the focus stays in the box, the
 * arrow keys go through the list (and open it again), and a press or Enter chooses.
 *
 * @typedef {object} Listbox
 * @property {(rows: HTMLLIElement[]) => void} fill  a row with `aria-disabled` only says something
 * @property {(wanted: boolean) => void} open
 */
import { bindKeys } from "./keys.js";

/**
 * @param {HTMLInputElement} box
 * @param {HTMLElement} pane  what opens: the list itself, or what holds it
 * @param {HTMLElement} list
 * @param {object} does  each act is told the row's place in the list
 * @param {(place: number) => void} does.choose
 * @param {() => void} does.clear  on Escape
 * @param {(place: number) => void} [does.move]
 * @returns {Listbox}
 */
export function createListbox(box, pane, list, does) {
  let active = -1;

  bindKeys(box, "search", {
    next: () => move(1),
    previous: () => move(-1),
    choose: () => choose(Math.max(active, 0)),
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
    if (!size || isIdle(0)) return;
    if (pane.hidden) open(true);
    list.children[active]?.setAttribute("aria-selected", "false");
    active = (active + way + size + Number(active < 0 && way < 0)) % size;
    const row = list.children[active];
    row.setAttribute("aria-selected", "true");
    row.scrollIntoView({ block: "nearest" });
    box.setAttribute("aria-activedescendant", row.id);
    does.move?.(active);
  }

  /** @param {number} place */
  function choose(place) {
    if (!pane.hidden && list.children[place] && !isIdle(place)) does.choose(place);
  }

  /** @param {number} place */
  function isIdle(place) {
    return list.children[place].getAttribute("aria-disabled") === "true";
  }

  return { fill, open };
}
