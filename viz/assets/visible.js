/**
 * What of the map is shown: the one place that knows, from filters, focus and folding.
 *
 * A filter hides what it names, and a statement of whose relations none is left. A focus hides
 * what is more steps away than its reach; so does what stands alone with all else. Without either a
 * statement is folded away if every way from it to a root passes through a folded statement.
 *
 * @typedef {import("./model.js").Model} Model
 * @typedef {import("./model.js").Relation} Relation
 * @typedef {import("./model.js").Statement} Statement
 * @typedef {import("./store.js").View} View
 * @typedef {import("./store.js").Hidden} Hidden
 * @typedef {Pick<View, "focus" | "reach" | "folded" | "hidden"> & {alone: View["lit"]}} Limits
 *
 * @typedef {object} Shown
 * @property {Uint8Array} shown  by statement
 * @property {Uint8Array} drawn  by relation: whether a line of it is seen
 * @property {Uint8Array} out  by statement: whether filters hide it
 * @property {{filter: number, fold: number, focus: number}} hiddenBy  how many statements; each counts once
 * @property {Uint32Array} under  by statement: how many statements are folded away below it
 */
import { bonds } from "./bonds.js";
import { premises } from "./model.js";
import { outlineTree } from "./tree.js";

/** @type {{model: Model, limits: Limits, answer: Shown} | null} */
let lastAnswer = null;

/**
 * Linear in the map, but for `under`, which looks below every folded statement that is shown.
 * @param {Model} model
 * @param {View} view
 * @returns {Shown}  the same object while nothing that it depends on has changed
 */
export function visible(model, view) {
  const limits = { focus: view.focus, reach: view.reach, folded: view.folded, hidden: view.hidden, alone: view.alone ? view.lit : null };
  if (lastAnswer?.model === model && sameLimits(lastAnswer.limits, limits)) return lastAnswer.answer;
  const answer = workOut(model, limits);
  lastAnswer = { model, limits, answer };
  return answer;
}

/**
 * @param {Limits} a
 * @param {Limits} b
 */
function sameLimits(a, b) {
  return a.focus === b.focus && a.reach === b.reach && a.folded === b.folded && a.hidden === b.hidden && a.alone === b.alone;
}

/**
 * @param {Model} model
 * @param {Limits} limits
 * @returns {Shown}
 */
function workOut(model, limits) {
  const unfolded = limits.focus >= 0 || limits.alone !== null;
  const left = allowed(model, limits.hidden);
  const out = filteredOut(model, limits.hidden, left);
  if (limits.focus >= 0) out[limits.focus] = 0;
  const within = unfolded ? apart(model, limits) : reached(model, limits.folded);
  const hiddenBy = { filter: 0, fold: 0, focus: 0 };
  const shown = new Uint8Array(model.statements.length);
  for (let id = 0; id < shown.length; id++) {
    if (out[id]) hiddenBy.filter++;
    else if (within[id]) shown[id] = 1;
    else hiddenBy[unfolded ? "focus" : "fold"]++;
  }
  const drawn = new Uint8Array(model.relations.length);
  for (const relation of model.relations) drawn[relation.id] = Number(isDrawn(model, relation, left, shown));
  const under = unfolded ? new Uint32Array(shown.length) : foldedBelow(model, limits.folded, shown, within, out);
  return { shown, drawn, out, hiddenBy, under };
}

/**
 * By relation: whether the filters leave it; a relation goes with the one that it undercuts.
 * @param {Model} model
 * @param {Hidden} hidden
 * @returns {Uint8Array}
 */
function allowed(model, { relations }) {
  const left = new Uint8Array(model.relations.length).fill(1);
  if (!relations.size) return left;
  const stack = model.relations.filter((relation) => isUnwanted(relation, { relations }));
  for (let at = stack.pop(); at; at = stack.pop()) {
    if (!left[at.id]) continue;
    left[at.id] = 0;
    stack.push(...model.against[at.id]);
  }
  return left;
}

/**
 * Whether a filter names a relation: its kind, or that it is proposed.
 * @param {Relation} relation
 * @param {Pick<Hidden, "relations">} hidden
 */
export function isUnwanted({ kind, proposed }, { relations }) {
  return relations.has(kind) || (proposed === true && relations.has("proposed"));
}

/**
 * @param {Model} model
 * @param {Hidden} hidden
 * @param {Uint8Array} left
 * @returns {Uint8Array}
 */
function filteredOut(model, hidden, left) {
  const out = new Uint8Array(model.statements.length);
  for (const statement of model.statements) out[statement.id] = Number(isNamed(statement, hidden));
  if (!hidden.relations.size) return out;
  const tied = new Uint8Array(out.length);
  const kept = new Uint8Array(out.length);
  for (const relation of model.relations) {
    const ends = relation.to === undefined ? premises(relation) : [...premises(relation), relation.to];
    for (const end of ends) {
      tied[end] = 1;
      if (left[relation.id]) kept[end] = 1;
    }
  }
  for (let id = 0; id < out.length; id++) if (tied[id] && !kept[id] && id !== model.main) out[id] = 1;
  return out;
}

/**
 * Whether a filter names a statement: its kind, that it is implicit or proposed, all of its
 * holders, or all of its sections.
 * @param {Statement} statement
 * @param {Hidden} hidden
 */
function isNamed(statement, { kinds, holders, sections }) {
  if (kinds.has(statement.kind) || (statement.implicit && kinds.has("implicit")) || (statement.proposed && kinds.has("proposed"))) return true;
  const held = statement.holders ?? [];
  if (holders.size && held.length && held.every((holder) => holders.has(holder))) return true;
  const stands = statement.sections ?? [];
  return sections.size > 0 && stands.length > 0 && stands.every((section) => sections.has(section));
}

/**
 * @param {Model} model
 * @param {Limits} limits
 * @returns {Uint8Array}  by statement: whether it is of what stands alone, or near the focus
 */
function apart(model, { alone, focus, reach }) {
  if (!alone) return around(model, focus, reach);
  return Uint8Array.from(model.statements, ({ id }) => Number(alone.statements.has(id)));
}

/**
 * @param {Model} model
 * @param {number} focus
 * @param {number} reach
 * @returns {Uint8Array}  by statement: whether it is at most so many steps away
 */
function around(model, focus, reach) {
  const { neighbours } = bonds(model);
  const found = new Uint8Array(model.statements.length);
  found[focus] = 1;
  let rim = [focus];
  for (let step = 0; step < reach && rim.length; step++) {
    const next = [];
    for (const id of rim) {
      for (const other of neighbours[id]) {
        if (found[other]) continue;
        found[other] = 1;
        next.push(other);
      }
    }
    rim = next;
  }
  return found;
}

/**
 * @param {Model} model
 * @param {Set<number>} folded
 * @returns {Uint8Array}  by statement: whether a way without a folded statement leads to a root
 */
function reached(model, folded) {
  const found = new Uint8Array(model.statements.length);
  if (!folded.size) return found.fill(1);
  const { reasons } = bonds(model);
  const stack = outlineTree(model).roots.map((entry) => entry.statement);
  for (const root of stack) found[root] = 1;
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    if (folded.has(at)) continue;
    for (const reason of reasons[at]) {
      if (found[reason]) continue;
      found[reason] = 1;
      stack.push(reason);
    }
  }
  return found;
}

/**
 * @param {Model} model
 * @param {Set<number>} folded
 * @param {Uint8Array} shown
 * @param {Uint8Array} within
 * @param {Uint8Array} out
 * @returns {Uint32Array}
 */
function foldedBelow(model, folded, shown, within, out) {
  const under = new Uint32Array(shown.length);
  if (!folded.size) return under;
  const { reasons } = bonds(model);
  const met = new Int32Array(shown.length).fill(-1);
  for (const top of folded) {
    if (!shown[top]) continue;
    const stack = [top];
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      for (const reason of reasons[at]) {
        if (within[reason] || met[reason] === top) continue;
        met[reason] = top;
        under[top] += Number(!out[reason]);
        stack.push(reason);
      }
    }
  }
  return under;
}

/**
 * A relation is seen where one of its premises and what it bears on are: the statement, or the
 * relation it undercuts. As deep as undercuts of undercuts go, without recursion.
 * @param {Model} model
 * @param {Relation} relation
 * @param {Uint8Array} left
 * @param {Uint8Array} shown
 */
function isDrawn(model, relation, left, shown) {
  const seen = new Set();
  /** @type {Relation | undefined} */
  let at = relation;
  while (at && !seen.has(at.id)) {
    seen.add(at.id);
    if (!left[at.id] || !premises(at).some((premise) => shown[premise])) return false;
    if (at.to !== undefined) return shown[at.to] === 1;
    at = model.relations[at.target ?? -1];
  }
  return false;
}
