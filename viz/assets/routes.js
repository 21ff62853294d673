/**
 * How one statement bears on another: the same answers, to the id, as argmap.graph.routes gives.
 *
 * Nodes are the statements by their number and, behind them, the relations that others undercut.
 *
 * @typedef {import("./model.js").Model} Model
 * @typedef {import("./model.js").Relation} Relation
 *
 * @typedef {object} Route
 * @property {number[]} nodes
 * @property {Relation[]} steps  one fewer than nodes
 * @property {boolean[]} reverse  by step: whether a mutual contrast is taken backwards
 *
 * @typedef {"supports"|"undermines"|"mixed"} Polarity
 *
 * @typedef {object} Answer
 * @property {number} from
 * @property {number} to
 * @property {"forward"|"backward"|null} direction
 * @property {Route | null} route  the shortest; among equals the one with the smallest ids
 * @property {Polarity | null} polarity  over all walks
 *
 * @typedef {{relation: Relation, reverse: boolean}} Edge
 */
import { premises } from "./model.js";

/** @type {(Polarity | null)[]} by the parities that reach a node: 1 even, 2 odd, 3 both */
const POLARITIES = [null, "supports", "undermines", "mixed"];
const EVEN = 1;
const BOTH = 3;

/**
 * @param {Model} model
 * @returns {(from: number, to: number) => Answer}  of two different statements
 */
export function asker(model) {
  /** @type {ReturnType<typeof bearingGraph> | null} */
  let graph = null;
  return (from, to) => {
    graph ??= bearingGraph(model);
    let [first, last] = [from, to];
    /** @type {Answer["direction"]} */
    let direction = "forward";
    let route = shortestRoute(graph, first, last);
    if (!route) {
      [first, last] = [to, from];
      direction = "backward";
      route = shortestRoute(graph, first, last);
    }
    if (!route) return { from, to, direction: null, route, polarity: null };
    return { from, to, direction, route, polarity: polarityOf(graph, first, last) };
  };
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
 * By node: what it bears on, in the order of ids, and by which relations, the smallest id first.
 * @param {Model} model
 * @returns {Map<number, Edge[]>[]}
 */
function bearingGraph(model) {
  const size = model.statements.length;
  const attacked = model.relations.filter((relation) => model.against[relation.id].length);
  const keys = [...model.statements, ...model.relations].map(({ key }) => key);
  const order = idOrder(keys);
  /** @type {Map<number, Edge[]>[]} */
  const graph = Array.from({ length: size + model.relations.length }, () => new Map());
  for (const relation of model.relations) {
    const target = relation.to ?? size + (relation.target ?? 0);
    for (const premise of premises(relation)) {
      addEdge(graph, premise, target, relation, false);
      if (relation.mutual) addEdge(graph, target, premise, relation, true);
    }
  }
  for (const relation of attacked) {
    const node = size + relation.id;
    addEdge(graph, node, relation.to ?? size + (relation.target ?? 0), relation, false);
    if (relation.mutual) for (const premise of premises(relation)) addEdge(graph, node, premise, relation, true);
  }
  return graph.map((ends) => {
    for (const edges of ends.values()) edges.sort((a, b) => order[size + a.relation.id] - order[size + b.relation.id]);
    return new Map([...ends].sort(([a], [b]) => order[a] - order[b]));
  });
}

/**
 * @param {Map<number, Edge[]>[]} graph
 * @param {number} from
 * @param {number} to
 * @param {Relation} relation
 * @param {boolean} reverse
 */
function addEdge(graph, from, to, relation, reverse) {
  const edges = graph[from].get(to);
  if (edges) edges.push({ relation, reverse });
  else graph[from].set(to, [{ relation, reverse }]);
}

/**
 * @param {Map<number, Edge[]>[]} graph
 * @param {number} from
 * @param {number} to
 * @returns {Route | null}
 */
function shortestRoute(graph, from, to) {
  const before = new Map([[from, from]]);
  const queue = [from];
  // Taking neighbours in order makes the first way to a node the smallest of the shortest.
  for (let at = 0; at < queue.length && !before.has(to); at++) {
    for (const next of graph[queue[at]].keys()) {
      if (before.has(next)) continue;
      before.set(next, queue[at]);
      queue.push(next);
    }
  }
  if (!before.has(to)) return null;
  const nodes = [];
  for (let at = to; at !== from; at = /** @type {number} */ (before.get(at))) nodes.push(at);
  nodes.push(from);
  nodes.reverse();
  const edges = nodes.slice(1).map((node, k) => /** @type {Edge[]} */ (graph[nodes[k]].get(node))[0]);
  return { nodes, steps: edges.map(({ relation }) => relation), reverse: edges.map(({ reverse }) => reverse) };
}

/**
 * @param {Map<number, Edge[]>[]} graph
 * @param {number} from
 * @param {number} to
 * @returns {Polarity | null}
 */
function polarityOf(graph, from, to) {
  const found = new Uint8Array(graph.length);
  found[from] = EVEN;
  /** @type {[number, number][]} */
  const queue = [[from, EVEN]];
  for (let at = 0; at < queue.length && found[to] !== BOTH; at++) {
    const [node, parity] = queue[at];
    for (const [next, edges] of graph[node]) {
      for (const { relation } of edges) {
        const reached = relation.kind === "contrast" ? parity ^ BOTH : parity;
        if (found[next] & reached) continue;
        found[next] |= reached;
        queue.push([next, reached]);
      }
    }
  }
  return POLARITIES[found[to]];
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
