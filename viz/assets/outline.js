/**
 * The map as a tree of text, after the WAI-ARIA tree view: one tab stop, arrow keys inside.
 * Branches are built when they open.
 *
 * @typedef {import("./model.js").Model} Model
 * @typedef {import("./store.js").Store} Store
 * @typedef {import("./tree.js").Entry} Entry
 */
import { byId, make } from "./dom.js";
import { meaning } from "./keys.js";
import { label } from "./model.js";
import { outlineTree } from "./tree.js";
import { visible } from "./visible.js";

const OPEN_LEVELS = 2;
const PATIENCE = 700;
/** More roots than this start closed. */
const FEW = 40;

/**
 * @param {Model} model
 * @param {Store} store
 * @param {(statement: number) => void} mark  begin a path at a statement, or end it
 */
export function createOutline(model, store, mark) {
  const pane = byId("outline");
  const tree = outlineTree(model);
  /** @type {WeakMap<Element, {entry: Entry, level: number}>} */
  const known = new WeakMap();
  /** @type {Map<string, HTMLElement>} */
  const places = new Map();
  let typed = "";
  let typedAt = -Infinity;

  fill(pane, tree.roots, 1);
  if (tree.roots.length <= FEW) for (const item of [...pane.children]) openDown(/** @type {HTMLElement} */ (item), OPEN_LEVELS);
  const first = pane.querySelector("li");
  if (first) first.tabIndex = 0;

  /**
   * @param {HTMLElement} list
   * @param {Entry[]} entries
   * @param {number} level
   */
  function fill(list, entries, level) {
    list.append(...entries.map((entry, k) => item(entry, level, k + 1, entries.length)));
  }

  /**
   * @param {Entry} entry
   * @param {number} level
   * @param {number} position
   * @param {number} size
   */
  function item(entry, level, position, size) {
    const statement = model.statements[entry.statement];
    const children = tree.children(entry);
    const element = make("li", {
      role: "treeitem", tabindex: -1, "aria-level": level, "aria-posinset": position, "aria-setsize": size,
      "aria-selected": entry.statement === store.view.chosen ? "true" : "false",
      "aria-expanded": children.length ? "false" : undefined,
    });
    const sign = entry.relation ? make("span", { class: `word ${entry.relation.kind}${dotted(entry.relation)}` }, ...unsettled(entry.relation), `${wordOf(entry)}: `) : "";
    const text = make("span", { class: "words" }, sign, ...unsettled(statement), label(statement, 110), entry.again ? " (told elsewhere)" : "");
    element.append(make("div", { class: `row ${statement.main ? "main" : statement.kind}${dotted(statement)}` }, make("span", { class: "twist", "aria-hidden": "true" }), text));
    known.set(element, { entry, level });
    places.set(place(entry), element);
    markHidden(element, entry.statement);
    return element;
  }

  /**
   * Say that filters hide a statement from the map.
   * @param {HTMLElement} element
   * @param {number} statement
   */
  function markHidden(element, statement) {
    const words = element.querySelector(":scope > .row .words");
    words?.querySelector(":scope > .out")?.remove();
    if (visible(model, store.view).out[statement]) words?.append(make("span", { class: "out" }, " (hidden)"));
  }

  /**
   * @param {HTMLElement} element
   * @param {boolean} open
   */
  function turn(element, open) {
    if (!element.hasAttribute("aria-expanded")) return;
    const told = known.get(element);
    if (open && told && element.children.length === 1) {
      const group = make("ul", { role: "group" });
      element.append(group);
      fill(group, tree.children(told.entry), told.level + 1);
    }
    element.setAttribute("aria-expanded", String(open));
  }

  /**
   * @param {HTMLElement} element
   * @param {number} levels
   */
  function openDown(element, levels) {
    if (levels < 1) return;
    turn(element, true);
    for (const child of below(element)) openDown(child, levels - 1);
  }

  /** @param {HTMLElement} element */
  function select(element) {
    const told = known.get(element);
    if (told) store.set({ chosen: told.entry.statement, by: "outline" });
  }

  /**
   * @param {HTMLElement | null | undefined} element
   * @param {boolean} [focus]
   */
  function rove(element, focus = true) {
    if (!element) return;
    for (const old of pane.querySelectorAll('[tabindex="0"]')) old.setAttribute("tabindex", "-1");
    element.tabIndex = 0;
    if (!focus) return;
    element.focus({ preventScroll: true });
    element.firstElementChild?.scrollIntoView({ block: "nearest" });
  }

  /** @returns {HTMLElement[]} the items that can be seen, from top to bottom */
  function itemsShown() {
    return [.../** @type {NodeListOf<HTMLElement>} */ (pane.querySelectorAll("li"))].filter((li) => !li.parentElement?.closest('[aria-expanded="false"]'));
  }

  /**
   * @param {HTMLElement} element
   * @param {KeyboardEvent} event
   * @returns {HTMLElement | null | undefined | false}  where to go, or false for a key without meaning
   */
  function press(element, event) {
    const open = element.getAttribute("aria-expanded");
    const items = itemsShown();
    const at = items.indexOf(element);
    switch (meaning("outline", event)) {
      case "next": return items[at + 1];
      case "previous": return items[at - 1];
      case "first": return items[0];
      case "last": return items[items.length - 1];
      case "in": return open === "false" ? (turn(element, true), null) : below(element)[0];
      case "out": return open === "true" ? (turn(element, false), null) : above(element);
      case "level": return (siblings(element).forEach((li) => turn(li, true)), null);
      case "choose": return (select(element), null);
      case "path": return (mark(known.get(element)?.entry.statement ?? -1), null);
      default: return event.key.length === 1 ? byLetters(items, at, event.key) : false;
    }
  }

  /**
   * @param {HTMLElement[]} items
   * @param {number} at
   * @param {string} key
   */
  function byLetters(items, at, key) {
    const now = performance.now();
    typed = now - typedAt < PATIENCE ? typed + key.toLowerCase() : key.toLowerCase();
    typedAt = now;
    const from = typed.length === 1 ? at + 1 : at;
    const round = [...items.slice(from), ...items.slice(0, from)];
    return round.find((li) => label(model.statements[known.get(li)?.entry.statement ?? 0]).toLowerCase().startsWith(typed)) ?? null;
  }

  pane.addEventListener("keydown", (event) => {
    const element = itemOf(event.target);
    if (!element || event.ctrlKey || event.metaKey || event.altKey) return;
    if ("/?".includes(event.key) && performance.now() - typedAt > PATIENCE) return;
    const to = press(element, event);
    if (to === false) return;
    event.preventDefault();
    event.stopPropagation();
    rove(to);
  });
  pane.addEventListener("click", (event) => {
    const element = itemOf(event.target);
    if (!element) return;
    rove(element);
    if (event.target instanceof Element && event.target.classList.contains("twist")) turn(element, element.getAttribute("aria-expanded") === "false");
    else select(element);
  });

  store.listen((view, before) => {
    if (view.hidden !== before.hidden) {
      for (const element of /** @type {NodeListOf<HTMLElement>} */ (pane.querySelectorAll("li"))) markHidden(element, known.get(element)?.entry.statement ?? -1);
    }
    if (view.chosen === before.chosen) return;
    for (const old of pane.querySelectorAll('[aria-selected="true"]')) old.setAttribute("aria-selected", "false");
    if (view.chosen < 0) return;
    const way = tree.way(view.chosen).map(place);
    for (const key of way.slice(0, -1)) {
      const above = places.get(key);
      if (above) turn(above, true);
    }
    const element = places.get(way[way.length - 1]);
    element?.setAttribute("aria-selected", "true");
    if (view.by === "outline") return;
    rove(element, false);
    element?.firstElementChild?.scrollIntoView({ block: "nearest" });
  });

  return { focus: () => /** @type {HTMLElement | null} */ (pane.querySelector('[tabindex="0"]'))?.focus() };
}

/**
 * The name of a place in the outline; a statement stands below every relation that it starts.
 * @param {Pick<Entry, "statement" | "relation">} entry
 */
function place({ statement, relation }) {
  return `${statement} ${relation?.id ?? ""}`;
}

/** @param {Entry} entry */
function wordOf({ relation, questions }) {
  if (!relation) return "";
  const sign = relation.kind === "support" ? "▲" : "▼";
  const together = relation.linked ? " with others" : "";
  if (questions) return `${sign} ${relation.kind === "contrast" ? "questions that step" : "backs that step"}${together}`;
  return `${sign} ${relation.mutual ? "set against it" : relation.kind === "support" ? "supports" : "contrasts"}${together}`;
}

/** @param {{proposed?: boolean}} part */
function dotted({ proposed }) {
  return proposed ? " proposed" : "";
}

/**
 * The word for those who do not see the dots.
 * @param {{proposed?: boolean}} part
 */
function unsettled({ proposed }) {
  return proposed ? [make("span", { class: "unseen" }, "proposed ")] : [];
}

/** @param {EventTarget | null} target */
function itemOf(target) {
  return /** @type {HTMLElement | null} */ (target instanceof Element ? target.closest("li") : null);
}

/** @param {HTMLElement} element */
function below(element) {
  return /** @type {HTMLElement[]} */ ([...(element.children[1]?.children ?? [])]);
}

/** @param {HTMLElement} element */
function above(element) {
  return /** @type {HTMLElement | null | undefined} */ (element.parentElement?.closest("li"));
}

/** @param {HTMLElement} element */
function siblings(element) {
  return /** @type {HTMLElement[]} */ ([...(element.parentElement?.children ?? [])]);
}
