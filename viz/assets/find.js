/**
 * The search box: a combobox whose list shows the statements found.
 *
 * @typedef {import("./model.js").Model} Model
 * @typedef {import("./store.js").Store} Store
 */
import { byId, make } from "./dom.js";
import { bindKeys } from "./keys.js";
import { label } from "./model.js";
import { lit, searcher } from "./search.js";
import { visible } from "./visible.js";

const MOST = 60;

/**
 * @param {Model} model
 * @param {Store} store
 */
export function createFind(model, store) {
  const box = /** @type {HTMLInputElement} */ (byId("query"));
  const pane = byId("hits-pane");
  const list = byId("hits");
  const search = searcher(model.statements);
  /** @type {number[]} */
  let found = [];
  let active = -1;

  function fill() {
    found = search(box.value);
    active = -1;
    list.replaceChildren(...found.slice(0, MOST).map(option));
    byId("hits-count").textContent = count(found.length);
  }

  store.listen(({ query }) => {
    if (query === box.value) return;
    box.value = query;
    fill();
  });
  box.addEventListener("input", () => {
    fill();
    open(box.value.trim() !== "");
    store.set({ hits: new Set(found), query: box.value, by: "search" });
  });
  box.addEventListener("focus", () => open(box.value.trim() !== ""));
  box.addEventListener("blur", () => open(false));
  bindKeys(box, "search", {
    next: () => move(1),
    previous: () => move(-1),
    choose: () => choose(Math.max(active, 0)),
    clear,
  });
  // The press must not take the focus away before the choice.
  pane.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const row = event.target instanceof Element ? event.target.closest("li") : null;
    if (row) choose([...list.children].indexOf(row));
  });

  /**
   * @param {number} id
   * @param {number} place
   */
  function option(id, place) {
    const statement = model.statements[id];
    const row = make("li", { role: "option", id: `hit-${place}`, class: statement.kind, "aria-selected": "false" });
    const hidden = visible(model, store.view).out[id] ? [make("span", { class: "out" }, " · hidden by the filter")] : [];
    row.append(make("span", { class: "small" }, statement.eyebrow, ...hidden), ...lit(shown(id), box.value).map(({ text, hit }) => (hit ? make("b", {}, text) : text)));
    return row;
  }

  /** @param {number} id */
  function shown(id) {
    return label(model.statements[id], 1).length ? model.statements[id].text : "";
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
    list.children[active]?.setAttribute("aria-selected", "false");
    active = (active + way + size + Number(active < 0 && way < 0)) % size;
    const row = list.children[active];
    row.setAttribute("aria-selected", "true");
    row.scrollIntoView({ block: "nearest" });
    box.setAttribute("aria-activedescendant", row.id);
    store.set({ chosen: found[active], by: "search" });
  }

  /** @param {number} place */
  function choose(place) {
    if (found[place] === undefined) return;
    active = place;
    store.set({ chosen: found[place], by: "search" });
    open(false);
  }

  function clear() {
    box.value = "";
    box.dispatchEvent(new Event("input"));
  }

  return { focus: () => box.focus(), clear, search };
}

/** @param {number} size */
function count(size) {
  if (!size) return "Nothing found";
  const more = size > MOST ? `, the first ${MOST} of them here` : "";
  return `${size} ${size === 1 ? "statement" : "statements"} found${more}`;
}
