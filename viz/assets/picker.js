/**
 * Choosing a statement by typing words of it: a combobox with suggestions.
 *
 * @typedef {import("./model.js").Model} Model
 */
import { make } from "./dom.js";
import { fullLabel } from "./sentences.js";

const SUGGESTED = 8;

/**
 * @param {Model} model
 * @param {(query: string) => number[]} search
 * @param {HTMLInputElement} box
 * @param {HTMLElement} list  an empty listbox
 * @param {(statement: number) => void} picked  told -1 where the box was emptied
 */
export function createPicker(model, search, box, list, picked) {
  let current = -1;
  let active = -1;
  /** @type {number[]} */
  let found = [];

  box.addEventListener("input", () => {
    found = search(box.value).slice(0, SUGGESTED);
    active = -1;
    list.replaceChildren(...found.map(row));
    if (!found.length && box.value.trim()) list.append(make("li", { role: "option", "aria-disabled": "true", "aria-selected": "false" }, "Nothing found"));
    open(box.value.trim() !== "");
  });
  box.addEventListener("focus", () => box.select());
  box.addEventListener("blur", () => {
    open(false);
    if (box.value.trim() || current < 0) show(current);
    else take(-1);
  });
  box.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") move(1);
    else if (event.key === "ArrowUp") move(-1);
    else if (event.key === "Enter") choose(Math.max(active, 0));
    else if (event.key === "Escape" && !list.hidden) {
      show(current);
      open(false);
    } else return;
    event.preventDefault();
  });
  // The press must not take the focus away before the choice.
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const pressed = event.target instanceof Element ? event.target.closest("li") : null;
    if (pressed) choose([...list.children].indexOf(pressed));
  });

  /**
   * @param {number} id
   * @param {number} place
   */
  function row(id, place) {
    const statement = model.statements[id];
    return make("li", { role: "option", id: `${list.id}-${place}`, "aria-selected": "false" },
      make("span", { class: "small" }, statement.eyebrow), fullLabel(statement));
  }

  /** @param {number} way */
  function move(way) {
    if (!found.length) return;
    list.children[active]?.setAttribute("aria-selected", "false");
    active = (active + way + found.length + Number(active < 0 && way < 0)) % found.length;
    const to = list.children[active];
    to.setAttribute("aria-selected", "true");
    to.scrollIntoView({ block: "nearest" });
    box.setAttribute("aria-activedescendant", to.id);
  }

  /** @param {number} place */
  function choose(place) {
    if (!list.hidden && found[place] !== undefined) take(found[place]);
  }

  /** @param {number} id */
  function take(id) {
    show(id);
    open(false);
    picked(id);
  }

  /** @param {number} id */
  function show(id) {
    current = id;
    box.value = id < 0 ? "" : fullLabel(model.statements[id]);
  }

  /** @param {boolean} wanted */
  function open(wanted) {
    list.hidden = !wanted;
    box.setAttribute("aria-expanded", String(wanted));
    if (!wanted) box.removeAttribute("aria-activedescendant");
  }

  return { show };
}
