/**
 * The source beside the map: what the map uses is marked.
 *
 * @typedef {import("./store.js").Store} Store
 * @typedef {{form: "heading"|"bullet"|"paragraph", parts: [string, number[]][]}} Passage
 */
import { bringIntoView, byId, make } from "./dom.js";
import { meaning } from "./keys.js";

/**
 * @param {{whole: boolean, passages: Passage[]}} article
 * @param {Store} store
 */
export function createArticle(article, store) {
  const pane = byId("article");
  /** @type {Map<number, HTMLElement[]>} */
  const marks = new Map();
  /** @type {Map<HTMLElement, number[]>} */
  const meant = new Map();
  pane.classList.toggle("quotes", !article.whole);
  pane.append(...article.passages.map(passage));
  byId("article-note").textContent = note(article);
  const first = [...meant.keys()][0];
  if (first) first.tabIndex = 0;

  /** @param {Passage} told */
  function passage({ form, parts }) {
    const used = parts.some(([, statements]) => statements.length);
    const element = make(form === "heading" ? "h3" : "p", { class: [form, used ? "used" : "unused"].join(" ") });
    element.append(...parts.map(([text, statements]) => (statements.length ? mark(text, statements) : text)));
    return element;
  }

  /**
   * @param {string} text
   * @param {number[]} statements
   */
  function mark(text, statements) {
    const element = make("mark", { role: "button", tabindex: -1 }, text);
    meant.set(element, statements);
    for (const id of statements) marks.set(id, [...(marks.get(id) ?? []), element]);
    return element;
  }

  /**
   * Choose what the words stand for; again, the next statement that stands on them.
   * @param {EventTarget | null} target
   */
  function choose(target) {
    const element = /** @type {HTMLElement | null} */ (target instanceof Element ? target.closest("mark") : null);
    const statements = element && meant.get(element);
    if (!element || !statements) return;
    rove(element);
    const at = statements.indexOf(store.view.chosen);
    store.set({ chosen: statements[(at + 1) % statements.length], by: "article" });
  }

  /** @param {HTMLElement} element */
  function rove(element) {
    for (const old of pane.querySelectorAll('mark[tabindex="0"]')) old.setAttribute("tabindex", "-1");
    element.tabIndex = 0;
  }

  pane.addEventListener("click", (event) => choose(event.target));
  pane.addEventListener("keydown", (event) => {
    const all = [...meant.keys()];
    const at = all.indexOf(/** @type {HTMLElement} */ (event.target));
    if (at < 0) return;
    const act = meaning("article", event);
    if (!act) return;
    /** @type {Record<string, number>} */
    const ways = { next: at + 1, previous: at - 1, first: 0, last: all.length - 1 };
    const to = all[ways[act]];
    if (act === "choose") choose(event.target);
    else if (to) {
      rove(to);
      to.focus();
    }
    event.preventDefault();
  });

  store.listen((view, before) => {
    if (view.chosen === before.chosen) return;
    for (const element of marks.get(before.chosen) ?? []) element.classList.remove("on");
    for (const element of marks.get(view.chosen) ?? []) element.classList.add("on");
    if (view.by !== "article") see(view.chosen);
  });

  /** @param {number} statement */
  function see(statement) {
    const element = marks.get(statement)?.[0];
    if (!element) return;
    rove(element);
    bringIntoView(element, "center");
  }

  return { see };
}

/** @param {{whole: boolean, passages: Passage[]}} article */
function note({ whole, passages }) {
  if (!passages.length) return "The map brings no source and no quotes.";
  if (!whole) return "The article itself is not at hand: these are the words that the map quotes, in order.";
  return "Marked words stand on the map; pale paragraphs are not used by it.";
}
