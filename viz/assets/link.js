/**
 * The address and the view in step: a link shows what its sender saw, and back goes back.
 *
 * @typedef {import("./address.js").Address} Address
 * @typedef {import("./model.js").Model} Model
 * @typedef {import("./store.js").Store} Store
 * @typedef {import("./store.js").View} View
 * @typedef {import("./store.js").Hidden} Hidden
 */
import { formatAddress, parseAddress } from "./address.js";
import { foldedAtFirst } from "./folding.js";

/** @type {(keyof View)[]} a change of these is one to go back from */
const STEPS = ["chosen", "relation", "focus", "reach", "folded", "path", "pair", "suggestion", "hidden", "tint", "direction", "part"];
/** @type {Record<string, keyof Hidden>} */
const FILTERS = { kind: "kinds", relation: "relations", holder: "holders", section: "sections" };

/** A page that a notebook shows has no address of its own. */
export const hasAddress = location.protocol !== "about:";

/**
 * @param {Model} model
 * @param {Store} store  as the page starts
 * @param {object} has
 * @param {(query: string) => number[]} has.search
 * @param {import("./parts.js").Parts} has.parts
 * @param {[string, string][]} has.pairs  of holders
 * @returns {{begin: (path?: [string, string]) => void}}  told the path that the page opens with
 *   where its address asks for nothing
 */
export function createLink(model, store, { search, parts, pairs }) {
  const start = store.view;
  const statements = new Map(model.statements.map(({ key, id }) => [key, id]));
  const relations = new Map(model.relations.map(({ key, id }) => [key, id]));
  const known = filterValues(model);
  const suggested = model.suggested.map(({ from, to, kind }) => /** @type {[string, string, string]} */ ([model.statements[from].key, model.statements[to].key, kind]));
  let told = tell(start);
  let last = start;
  let following = false;
  let due = false;

  /**
   * @param {View} view
   * @returns {string}
   */
  function tell(view) {
    const key = (/** @type {number} */ id) => model.statements[id]?.key;
    const without = (/** @type {Set<number>} */ some, /** @type {Set<number>} */ others) =>
      [...some].filter((id) => !others.has(id)).sort((a, b) => a - b).map((id) => key(id));
    const { from, to, route } = view.path;
    return formatAddress({
      chosen: key(view.chosen),
      relation: model.relations[view.relation]?.key,
      focus: key(view.focus),
      reach: view.reach,
      folded: without(view.folded, start.folded),
      opened: without(start.folded, view.folded),
      path: [key(from) ?? "", key(to) ?? ""],
      route,
      pair: pairs[view.pair],
      suggestion: suggested[view.suggestion],
      hidden: Object.entries(FILTERS).flatMap(([name, filter]) => [...view.hidden[filter]].map((value) => /** @type {[string, string]} */ ([name, String(value)]))),
      tint: view.tint === start.tint ? undefined : view.tint,
      direction: view.direction === start.direction ? undefined : view.direction,
      query: view.query.trim(),
      part: parts.fits(view.part) && view.part !== parts.usual(view) ? view.part : undefined,
    });
  }

  /**
   * What an address means on this map; what did not change stays the same object.
   * @param {Address} address
   * @returns {Omit<View, "by" | "lit">}
   */
  function read(address) {
    const id = (/** @type {string | undefined} */ key) => statements.get(key ?? "") ?? -1;
    const ids = (/** @type {string[] | undefined} */ keys) => (keys ?? []).map(id).filter((one) => one >= 0);
    const opened = ids(address.opened);
    // Only a page that starts folded tells what it opened: of a map of this size, a narrow one.
    const atFirst = opened.length && !start.folded.size ? foldedAtFirst(model, true) : start.folded;
    const folded = new Set([...atFirst, ...ids(address.folded)]);
    for (const one of opened) folded.delete(one);
    const { view } = store;
    const path = { from: id(address.path?.[0]), to: id(address.path?.[1]), route: address.route ?? 0 };
    const hidden = hiddenBy(address.hidden ?? []);
    const query = address.query ?? "";
    const tint = address.tint === "holder" || address.tint === "kind" ? address.tint : start.tint;
    const direction = address.direction === "down" || address.direction === "across" ? address.direction : start.direction;
    const meant = {
      chosen: id(address.chosen),
      relation: relations.get(address.relation ?? "") ?? -1,
      focus: id(address.focus),
      reach: address.reach ?? start.reach,
      folded: sameValues(folded, view.folded) ? view.folded : folded,
      path: samePath(path, view.path) ? view.path : path,
      pair: pairs.findIndex(([one, other]) => one === address.pair?.[0] && other === address.pair[1]),
      suggestion: suggested.findIndex((parts) => parts.every((part, k) => part === address.suggestion?.[k])),
      hidden: sameFilters(hidden, view.hidden) ? view.hidden : hidden,
      tint,
      direction,
      query,
      hits: new Set(search(query)),
    };
    return { ...meant, part: parts.fits(address.part) ? address.part : parts.usual(meant) };
  }

  /**
   * @param {[string, string][]} told
   * @returns {Hidden}
   */
  function hiddenBy(told) {
    const of = (/** @type {string} */ name) => told.filter(([filter, value]) => filter === name && known[name].has(value)).map(([, value]) => value);
    return {
      kinds: new Set(of("kind")),
      relations: new Set(of("relation")),
      holders: new Set(of("holder")),
      sections: new Set(of("section").map(Number)),
    };
  }

  function follow() {
    if (location.hash.slice(1) === told.slice(1)) return;
    following = true;
    store.set({ ...read(parseAddress(location.hash)), by: "address" });
    following = false;
    last = store.view;
    told = tell(last);
  }

  /** @param {[string, string]} [path] */
  function begin(path) {
    // An address that ends in its "#" is one from which everything was cleared.
    if (path && !location.href.includes("#")) write(formatAddress({ path }), false);
    follow();
  }

  /** Tell all that one act of the reader has changed, as one step. */
  function keep() {
    due = false;
    const before = last;
    last = store.view;
    const address = tell(last);
    if (address === told) return;
    told = address;
    write(address, STEPS.some((name) => last[name] !== before[name]));
  }

  store.listen(() => {
    if (following || due) return;
    due = true;
    queueMicrotask(keep);
  });
  addEventListener("hashchange", follow);
  return { begin };
}

/**
 * @param {string} address
 * @param {boolean} step
 */
function write(address, step) {
  try {
    history[step ? "pushState" : "replaceState"](null, "", address);
  } catch {
    // Browsers refuse more than some hundred changes in a few seconds; the next one tells all.
  }
}

/**
 * What the filters of a map can name.
 * @param {Model} model
 * @returns {Record<string, Set<string>>}
 */
function filterValues({ statements, relations }) {
  return {
    kind: new Set([...statements.map(({ kind }) => kind), "implicit", "proposed"]),
    relation: new Set([...relations.map(({ kind }) => kind), "proposed"]),
    holder: new Set(statements.flatMap(({ holders }) => holders ?? [])),
    section: new Set(statements.flatMap(({ sections }) => sections ?? []).map(String)),
  };
}

/**
 * @param {Hidden} a
 * @param {Hidden} b
 */
function sameFilters(a, b) {
  return Object.values(FILTERS).every((filter) => sameValues(a[filter], b[filter]));
}

/**
 * @param {Set<unknown>} a
 * @param {Set<unknown>} b
 */
function sameValues(a, b) {
  return a.size === b.size && [...a].every((value) => b.has(value));
}

/**
 * @param {View["path"]} a
 * @param {View["path"]} b
 */
function samePath(a, b) {
  return a.from === b.from && a.to === b.to && a.route === b.route;
}
