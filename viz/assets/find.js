/**
 * The search box: a combobox whose list shows the statements found.
 *
 * @typedef {import("./model.js").Model} Model
 * @typedef {import("./store.js").Store} Store
 */
import { byId, make } from "./dom.js";
import { MOST_ROWS, createListbox, foundWords } from "./listbox.js";
import { lit, searcher } from "./search.js";
import { visible } from "./visible.js";

/**
 * @param {Model} model
 * @param {Store} store
 */
export function createFind(model, store) {
  const box = /** @type {HTMLInputElement} */ (byId("query"));
  const search = searcher(model.statements);
  /** @type {number[]} */
  let found = [];
  const list = createListbox(box, byId("hits-pane"), byId("hits"), {
    choose(place) {
      go(place);
      list.open(false);
    },
    enter: () => list.choose(0),
    clear,
    move: go,
  });

  function fill() {
    found = search(box.value);
    list.fill(found.slice(0, MOST_ROWS).map(option));
    byId("hits-count").textContent = foundWords(found.length);
  }

  store.listen(({ query }) => {
    if (query === box.value) return;
    box.value = query;
    fill();
  });
  box.addEventListener("input", () => {
    fill();
    list.open(box.value.trim() !== "");
    store.set({ hits: new Set(found), query: box.value, by: "search" });
  });
  box.addEventListener("focus", () => list.open(box.value.trim() !== ""));

  /** @param {number} id */
  function option(id) {
    const statement = model.statements[id];
    const hidden = visible(model, store.view).out[id] ? [make("span", { class: "out" }, " · hidden by the filter")] : [];
    return make("li", { class: statement.kind },
      make("span", { class: "small" }, statement.eyebrow, ...hidden),
      ...lit(statement.text, box.value).map(({ text, hit }) => (hit ? make("b", {}, text) : text)));
  }

  /** @param {number} place */
  function go(place) {
    store.set({ chosen: found[place], by: "search" });
  }

  function clear() {
    box.value = "";
    box.dispatchEvent(new Event("input"));
  }

  return { focus: () => box.focus(), clear, search };
}
