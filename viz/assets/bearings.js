/**
 * What bears on what, as a graph: that of argmap.graph.build.
 *
 * Nodes are the statements by their number and, behind them, the relations that others undercut.
 *
 * @typedef {import("./model.js").Model} Model
 * @typedef {import("./model.js").Relation} Relation
 * @typedef {"supports"|"undermines"|"mixed"} Polarity
 * @typedef {{relation: Relation, reverse: boolean}} Edge  `reverse`: a mutual contrast, taken backwards
 * @typedef {Map<number, Edge[]>[]} Ways  by node: where it leads, and by which relations
 *
 * @typedef {object} Bearings
 * @property {Model} model
 * @property {Ways} onward
 * @property {Ways} backward
 * @property {Int32Array} order  by node: the place of its id among all; relations have one as well
 */
import { premises } from "./model.js";

/** @type {(Polarity | null)[]} by the parities that reach a node: 1 even, 2 odd, 3 both */
const POLARITIES = [null, "supports", "undermines", "mixed"];
const EVEN = 1;
const BOTH = 3;

/**
 * @param {Model} model
 * @returns {Bearings}
 */
export function bearings(model) {
  const size = model.statements.length;
  const nodes = size + model.relations.length;
  /** @type {Ways} */
  const onward = Array.from({ length: nodes }, () => new Map());
  /** @type {Ways} */
  const backward = Array.from({ length: nodes }, () => new Map());
  /** @type {(from: number, to: number, relation: Relation, reverse: boolean) => void} */
  const add = (from, to, relation, reverse) => {
    addEdge(onward[from], to, { relation, reverse });
    addEdge(backward[to], from, { relation, reverse });
  };
  for (const relation of model.relations) {
    const target = relation.to ?? size + (relation.target ?? 0);
    const starts = premises(relation);
    for (const premise of starts) {
      add(premise, target, relation, false);
      if (relation.mutual) add(target, premise, relation, true);
    }
    if (!model.against[relation.id].length) continue;
    add(size + relation.id, target, relation, false);
    if (relation.mutual) for (const premise of starts) add(size + relation.id, premise, relation, true);
  }
  const keys = [...model.statements, ...model.relations].map(({ key }) => key);
  return { model, onward, backward, order: idOrder(keys) };
}

/**
 * The statement of a node, or the relation that it stands for.
 * @param {Model} model
 * @param {number} node
 * @returns {{statement: number} | {step: Relation}}
 */
export function nodeAt(model, node) {
  const size = model.statements.length;
  return node < size ? { statement: node } : { step: model.relations[node - size] };
}

/**
 * All that is reached from a node, nearest first: how many steps away.
 * @param {Ways} ways
 * @param {number} start
 * @returns {Map<number, number>}
 */
export function distances(ways, start) {
  const found = new Map([[start, 0]]);
  for (const [node, steps] of found) {
    for (const next of ways[node].keys()) if (!found.has(next)) found.set(next, steps + 1);
  }
  return found;
}

/**
 * All that lies on some walk between two nodes, nearest to the end first: how few steps it is away.
 * @param {Bearings} graph
 * @param {number} from
 * @param {number} to
 * @param {boolean} simple  whether only walks count that neither come back to the one nor go on from the other
 * @returns {Map<number, number>}  empty if there is no walk
 */
export function between(graph, from, to, simple) {
  const reached = new Set([from]);
  for (const node of reached) {
    if (simple && node === to) continue;
    for (const next of graph.onward[node].keys()) reached.add(next);
  }
  /** @type {Map<number, number>} */
  const found = new Map();
  if (!reached.has(to)) return found;
  found.set(to, 0);
  for (const [node, steps] of found) {
    if (simple && node === from) continue;
    for (const next of graph.backward[node].keys()) {
      if (reached.has(next) && !found.has(next)) found.set(next, steps + 1);
    }
  }
  return found;
}

/**
 * Which parities of contrasts reach each node from a start: a place in POLARITIES.
 * @param {Ways} ways
 * @param {number} from
 * @returns {Uint8Array}
 */
export function parities(ways, from) {
  const found = new Uint8Array(ways.length);
  found[from] = EVEN;
  /** @type {[number, number][]} */
  const queue = [[from, EVEN]];
  for (const [node, parity] of queue) {
    for (const [next, edges] of ways[node]) {
      for (const { relation } of edges) {
        const reached = relation.kind === "contrast" ? parity ^ BOTH : parity;
        if (found[next] & reached) continue;
        found[next] |= reached;
        queue.push([next, reached]);
      }
    }
  }
  return found;
}

/**
 * @param {number} found  by `parities`
 * @returns {Polarity | null}
 */
export function polarityOf(found) {
  return POLARITIES[found];
}

/**
 * @param {Map<number, Edge[]>} ends
 * @param {number} end
 * @param {Edge} edge
 */
function addEdge(ends, end, edge) {
  const edges = ends.get(end);
  if (edges) edges.push(edge);
  else ends.set(end, [edge]);
}

/**
 * The place of each name among all, as Python orders them.
 * @param {string[]} names
 * @returns {Int32Array}
 */
function idOrder(names) {
  const sorted = names.map((_, k) => k).sort((a, b) => byCodePoint(names[a], names[b]));
  const order = new Int32Array(names.length);
  sorted.forEach((name, place) => {
    order[name] = place;
  });
  return order;
}

/**
 * @param {string} a
 * @param {string} b
 */
function byCodePoint(a, b) {
  const size = Math.min(a.length, b.length);
  for (let k = 0; k < size; k++) {
    if (a.charCodeAt(k) !== b.charCodeAt(k)) return codeWeight(a, k) - codeWeight(b, k);
  }
  return a.length - b.length;
}

/**
 * A code unit, halves of code points beyond the first 65,536 above all others.
 * @param {string} text
 * @param {number} place
 */
function codeWeight(text, place) {
  const unit = text.charCodeAt(place);
  return unit >= 0xd800 && unit < 0xe000 ? unit + 0x10000 : unit;
}
