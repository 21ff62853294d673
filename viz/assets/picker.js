/**
 * Choosing a statement by typing words of it: a combobox with suggestions.
 *
 * @typedef {import("./model.js").Model} Model
 */
import { make } from "./dom.js";
import { createListbox } from "./listbox.js";
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
  /** @type {number[]} */
  let found = [];
  const suggestions = createListbox(box, list, list, {
    choose: (place) => take(found[place]),
    clear() {
      show(current);
      close();
    },
  });

  box.addEventListener("input", () => {
    found = [...new Set([...called(box.value), ...search(box.value)])].slice(0, SUGGESTED);
    suggestions.fill(found.length ? found.map(row) : [make("li", { "aria-disabled": "true" }, "Nothing found")]);
    suggestions.open(box.value.trim() !== "");
  });
  box.addEventListener("focus", () => box.select());
  box.addEventListener("blur", () => {
    close();
    if (box.value.trim() || current < 0) show(current);
    else take(-1);
  });

  /**
   * The statements whose id begins so; that of this very id alone, if there is one.
   * @param {string} words
   */
  function called(words) {
    const begin = words.trim();
    const some = begin ? model.statements.filter(({ key }) => key.startsWith(begin)) : [];
    const one = some.find(({ key }) => key === begin);
    return (one ? [one] : some).map(({ id }) => id);
  }

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
