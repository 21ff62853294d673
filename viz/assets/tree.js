/**
 * The map as an outline. A statement that bears on several others is told in full at its first
 * place only; circles end there too.
 *
 * @typedef {import("./model.js").Model} Model
 * @typedef {import("./model.js").Relation} Relation
 * @typedef {object} Tree
 * @property {Entry[]} roots
 * @property {(entry: Entry) => Entry[]} children  what questions the entry's own step, then what bears on its statement
 * @property {(statement: number) => number[]} trail  the statements from a root down to one's first place
 * @property {(statement: number) => {statement: number, relation: Relation | null}[]} way  the entries that one opens
 *   from a root to a statement's first place
 * @property {Int32Array} parent  by statement: the one above its first place, -1 for a root
 * @property {Int32Array} order  by statement: how many first places stand before its own
 *
 * @typedef {object} Entry
 * @property {number} statement
 * @property {Relation | null} relation  how it bears on what stands above it
 * @property {number} above  the statement on which it bears, if need be through a step; -1 for a root
 * @property {boolean} questions  whether it bears on a step and not on the statement above
 * @property {boolean} again  whether it is told in full elsewhere
 */
import { premises } from "./model.js";

/** @type {WeakMap<Model, Tree>} */
const grown = new WeakMap();

/**
 * The tree of a model; grown once.
 * @param {Model} model
 * @returns {Tree}
 */
export function outlineTree(model) {
  const tree = grown.get(model) ?? growTree(model);
  grown.set(model, tree);
  return tree;
}

/**
 * @param {Model} model
 * @returns {Tree}
 */
function growTree(model) {
  const parent = new Int32Array(model.statements.length).fill(-2);
  /** @type {(Relation | null)[]} */
  const through = model.statements.map(() => null);
  /** @type {number[]} */
  const roots = [];
  const order = new Int32Array(model.statements.length);
  let met = 0;
  for (const root of rootOrder(model)) {
    if (parent[root] !== -2) continue;
    roots.push(root);
    parent[root] = -1;
    walk(root);
  }

  /** @param {number} root */
  function walk(root) {
    const stack = [root];
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      order[at] = met++;
      const fresh = [];
      for (const { statement, relation } of steps(model, at)) {
        if (parent[statement] !== -2) continue;
        parent[statement] = at;
        through[statement] = relation;
        fresh.push(statement);
      }
      stack.push(...fresh.reverse());
    }
  }

  /**
   * @param {Relation} relation
   * @param {number} above
   * @returns {Entry[]}
   */
  function entries(relation, above) {
    return premises(relation).map((statement) => ({
      statement,
      relation,
      above,
      questions: relation.target !== undefined,
      again: parent[statement] !== above || through[statement] !== relation,
    }));
  }

  return {
    roots: roots.map((statement) => ({ statement, relation: null, above: -1, questions: false, again: false })),
    children({ statement, relation, above, again }) {
      // Of linked premises the first tells what questions their step.
      const onStep = relation?.from === statement ? model.against[relation.id].flatMap((other) => entries(other, above)) : [];
      return [...onStep, ...(again ? [] : model.arriving[statement].flatMap((other) => entries(other, statement)))];
    },
    trail(statement) {
      const trail = [];
      for (let at = statement; at >= 0; at = parent[at]) trail.push(at);
      return trail.reverse();
    },
    way(statement) {
      const found = [];
      let at = statement;
      let step = through[statement];
      while (step) {
        found.push({ statement: at, relation: step });
        const onto = step.target === undefined ? null : model.relations[step.target];
        at = onto ? onto.from : step.to ?? -1;
        step = onto ?? through[at];
      }
      return [...found, { statement: at, relation: null }].reverse();
    },
    parent,
    order,
  };
}

/**
 * What bears on a statement, each relation followed by what questions it.
 * @param {Model} model
 * @param {number} statement
 * @returns {{statement: number, relation: Relation, questions: boolean}[]}
 */
export function steps(model, statement) {
  const found = [];
  const stack = [...model.arriving[statement]].reverse();
  const seen = new Set();
  for (let relation = stack.pop(); relation; relation = stack.pop()) {
    if (seen.has(relation)) continue;
    seen.add(relation);
    for (const premise of premises(relation)) {
      found.push({ statement: premise, relation, questions: relation.target !== undefined });
    }
    stack.push(...[...model.against[relation.id]].reverse());
  }
  return found;
}

/**
 * The main claim, then what bears on nothing, then the rest (that stands in circles).
 * @param {Model} model
 * @returns {number[]}
 */
function rootOrder(model) {
  const ids = model.statements.map((statement) => statement.id);
  const free = ids.filter((id) => !model.leaving[id].length);
  return model.main < 0 ? [] : [model.main, ...free, ...ids];
}
