/**
 * Choosing a statement by typing words of it, or its id: a combobox with suggestions. Enter chooses
 * what is marked: the only statement that fits, or where the reader has gone; it guesses nothing.
 *
 * @typedef {import("./model.js").Model} Model
 *
 * @typedef {object} Finders  each gives statements, best first
 * @property {(query: string) => number[]} search  that hold the words
 * @property {(name: string) => number[]} named  that a name fits
 * @property {(name: string) => number[]} near  that a misspelt name comes near to
 */
import { byId, make } from "./dom.js";
import { MOST_ROWS, createListbox, foundWords } from "./listbox.js";
import { grouped } from "./numbers.js";
import { fullLabel } from "./sentences.js";

/**
 * @param {Model} model
 * @param {Finders} find
 * @param {string} name  of the box, with which the ids of all that belongs to it begin
 * @param {(statement: number) => void} picked  told -1 where the box was emptied
 */
export function createPicker(model, { search, named, near }, name, picked) {
  const box = /** @type {HTMLInputElement} */ (byId(name));
  const count = byId(`${name}-count`);
  let current = -1;
  /** @type {number[]} */
  let listed = [];
  let fitting = 0;
  const suggestions = createListbox(box, byId(`${name}-pane`), byId(`${name}-list`), {
    choose: (place) => take(listed[place]),
    enter() {
      if (fitting) count.textContent = `“${box.value.trim()}” fits ${grouped(fitting)} statements, and nothing is guessed: choose one.`;
    },
    clear() {
      show(current);
      close();
    },
  });

  box.addEventListener("input", () => {
    const called = named(box.value);
    const found = [...new Set([...called, ...search(box.value)])];
    fitting = called.length || found.length;
    listed = (found.length ? found : near(box.value)).slice(0, MOST_ROWS);
    count.textContent = foundWords(found.length) + (listed.length && !found.length ? ". The nearest:" : "");
    suggestions.fill(listed.map(row));
    suggestions.open(box.value.trim() !== "");
    if (fitting === 1) suggestions.mark(0);
  });
  box.addEventListener("focus", () => box.select());
  box.addEventListener("blur", () => {
    close();
    if (box.value.trim() || current < 0) show(current);
    else take(-1);
  });

  /** @param {number} id */
  function row(id) {
    const statement = model.statements[id];
    return make("li", {}, make("span", { class: "small" }, statement.eyebrow), fullLabel(statement));
  }

  /** @param {number} id */
  function take(id) {
    show(id);
    close();
    picked(id);
  }

  /** @param {number} id */
  function show(id) {
    current = id;
    box.value = id < 0 ? "" : fullLabel(model.statements[id]);
  }

  function close() {
    suggestions.fill([]);
    suggestions.open(false);
  }

  return { show };
}
