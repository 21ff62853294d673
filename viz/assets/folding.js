/**
 * Folding reasons away, and what must follow when the reader goes where they are folded.
 *
 * @typedef {import("./model.js").Model} Model
 * @typedef {import("./store.js").View} View
 */
import { bonds } from "./bonds.js";
import { boreOn, isPlaced, premises } from "./model.js";
import { outlineTree } from "./tree.js";
import { visible } from "./visible.js";

/** How many statements a map that opens folded may show, and how many are enough. */
const AT_FIRST = { most: 60, enough: 24 };
const AT_FIRST_ON_NARROW = { most: 14, enough: 4 };
/** So many statements more are opened at once, and so many if those are all. */
const AT_ONCE = 240;
export const ALL_AT_ONCE = 400;
/** For so many statements that light up the way is opened. */
const MOST_TO_OPEN = 200;

/**
 * @param {Model} model
 * @param {boolean} narrow  whether the screen is
 * @returns {Set<number>}  what is folded when the page opens: all but the top of a map that is too
 *   large for the screen
 */
export function foldedAtFirst(model, narrow) {
  const { most, enough } = narrow ? AT_FIRST_ON_NARROW : AT_FIRST;
  if (narrow ? model.statements.length <= most : isPlaced(model)) return new Set();
  const { reasons } = bonds(model);
  const folded = new Set(model.statements.map(({ id }) => id).filter((id) => reasons[id].length));
  const seen = new Set([model.main]);
  let level = [model.main];
  folded.delete(model.main);
  for (const reason of reasons[model.main]) seen.add(reason);
  while ((level = inside(level, reasons).filter((id) => folded.has(id))).length) {
    const next = new Set(inside(level, reasons).filter((id) => !seen.has(id)));
    const whole = seen.size + next.size <= most;
    if (!whole && seen.size >= enough) break;
    for (const id of level) {
      const fresh = reasons[id].filter((reason) => !seen.has(reason));
      if (seen.size + fresh.length > most) continue;
      folded.delete(id);
      for (const reason of fresh) seen.add(reason);
    }
    if (!whole) break;
  }
  return folded;
}

/**
 * @param {number[]} level
 * @param {number[][]} reasons
 */
function inside(level, reasons) {
  return [...new Set(level.flatMap((id) => reasons[id]))];
}

/**
 * @param {Model} model
 * @param {number} statement
 * @returns {boolean}  whether there is anything to fold
 */
export function folds(model, statement) {
  return bonds(model).reasons[statement].length > 0;
}

/**
 * @param {Set<number>} folded
 * @param {number} statement
 * @returns {Set<number>}  with the statement's reasons folded if they were not, and the other way round
 */
export function turned(folded, statement) {
  const next = new Set(folded);
  if (!next.delete(statement)) next.add(statement);
  return next;
}

/**
 * Open more of the map, level by level, as far as it can still be looked over.
 * @param {Model} model
 * @param {View} view
 * @returns {Set<number>}  what is still folded
 */
export function openedFurther(model, view) {
  const { shown, hiddenBy } = visible(model, view);
  if (hiddenBy.fold <= ALL_AT_ONCE) return new Set();
  const { reasons } = bonds(model);
  const next = new Set(view.folded);
  const seen = shown.slice();
  let room = AT_ONCE;
  const queue = model.statements.map(({ id }) => id).filter((id) => shown[id]);
  for (const id of queue) {
    const fresh = reasons[id].filter((reason) => !seen[reason]);
    if (next.has(id) && fresh.length > room && room < AT_ONCE) continue;
    next.delete(id);
    room -= fresh.length;
    for (const reason of fresh) seen[reason] = 1;
    queue.push(...fresh);
    if (room <= 0) break;
  }
  return next;
}

/**
 * Open the way from a root to each of some statements.
 * @param {Model} model
 * @param {Set<number>} folded
 * @param {Iterable<number>} statements
 * @returns {Set<number>}  the same set where the ways are open
 */
function opened(model, folded, statements) {
  const { trail } = outlineTree(model);
  const closed = [...statements].flatMap((id) => trail(id).slice(0, -1)).filter((id) => folded.has(id));
  if (!closed.length) return folded;
  const next = new Set(folded);
  for (const id of closed) next.delete(id);
  return next;
}

/**
 * What follows of a change: a focus goes with the choice, and the way to what is chosen or lit is
 * open.
 * @param {Model} model
 * @returns {import("./store.js").Rule}
 */
export function wayRule(model) {
  return (view, before) => {
    const asked = wanted(model, view, before);
    if (view.focus >= 0) {
      if (view.chosen >= 0 && view.chosen !== before.chosen && view.focus === before.focus) return { focus: view.chosen };
      return asked.some((id) => !visible(model, view).shown[id]) ? { focus: -1, folded: opened(model, view.folded, asked) } : null;
    }
    const missing = asked.filter((id) => !visible(model, view).shown[id]);
    return missing.length ? { folded: opened(model, view.folded, missing) } : null;
  };
}

/**
 * @param {Model} model
 * @param {View} view
 * @param {View} before
 * @returns {number[]}  the statements that a change asks to see
 */
function wanted(model, view, before) {
  const chosen = view.chosen >= 0 && view.chosen !== before.chosen ? [view.chosen] : [];
  if (view.relation >= 0 && view.relation !== before.relation) chosen.push(...ends(model, model.relations[view.relation]));
  const lights = view.lit && (view.lit !== before.lit || view.alone !== before.alone) && view.lit.statements.size <= MOST_TO_OPEN;
  return lights && view.lit ? [...chosen, ...view.lit.statements] : chosen;
}

/**
 * @param {Model} model
 * @param {import("./model.js").Relation} relation
 * @returns {number[]}  the statements that it leads from and to, through the step that it undercuts
 */
function ends(model, relation) {
  const step = relation.target === undefined ? [] : premises(model.relations[relation.target]);
  return [...premises(relation), ...step, boreOn(model, relation)];
}
