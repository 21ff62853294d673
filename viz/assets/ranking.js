/**
 * The best routes from one node to another: the same, in the same order, as argmap.graph.ranking
 * gives, by the same search.
 *
 * @typedef {import("./model.js").Relation} Relation
 * @typedef {import("./bearings.js").Bearings} Bearings
 *
 * @typedef {object} Route
 * @property {number[]} nodes
 * @property {Relation[]} steps  one fewer than nodes
 * @property {"supports"|"undermines"} polarity
 *
 * @typedef {object} Choice  one step on from a node
 * @property {number} left  how few steps there are from its end on
 * @property {bigint} weight  how uncertain the route becomes with it
 * @property {number} node  where it leads
 * @property {Relation} relation
 * @property {bigint} factor  what it multiplies the certainty by
 *
 * @typedef {object} Partial  the beginning of a route
 * @property {number} steps  how few the whole route has
 * @property {bigint} uncertainty  of the best whole route that begins so, negative
 * @property {number[]} nodes
 * @property {Relation[]} relations
 * @property {bigint} certainty  so far
 */
import { between, nodeAt } from "./bearings.js";
import { certaintyUnit, wholeCertainty } from "./certainty.js";
import { heap } from "./heap.js";

const MOST_LOOKED_AT = 300_000;
/** So many nodes of beginnings are copied in the time in which one way is looked at. */
const COPIED = 32;

/**
 * @param {Bearings} graph
 * @param {number} from
 * @param {number} to
 * @param {number} limit
 * @returns {{routes: Route[], more: boolean}}
 */
export function bestRoutes(graph, from, to, limit) {
  const search = searching(graph, from, to);
  /** @type {Route[]} */
  const routes = [];
  for (const route of search.routes()) {
    if (routes.length === limit) return { routes, more: true };
    routes.push(route);
  }
  // A search that was given up before the first route still tells the shortest.
  return routes.length || !search.cutShort() ? { routes, more: search.cutShort() } : { routes: [shortestRoute(graph, from, to)], more: true };
}

/**
 * The route with the fewest steps; among equals, that with the smallest ids.
 * @param {Bearings} graph
 * @param {number} from
 * @param {number} to  what the one bears on
 * @returns {Route}
 */
function shortestRoute({ model, onward, order }, from, to) {
  const before = new Map([[from, from]]);
  // Neighbours in order keep what is found in the order of the smallest ways to it.
  for (const node of before.keys()) {
    for (const next of [...onward[node].keys()].sort((a, b) => order[a] - order[b])) if (!before.has(next)) before.set(next, node);
    if (before.has(to)) break;
  }
  const nodes = [to];
  for (let at = to; at !== from; nodes.push(at)) at = before.get(at) ?? from;
  nodes.reverse();
  const size = model.statements.length;
  const steps = nodes.slice(1).map((node, k) => {
    const relations = (onward[nodes[k]].get(node) ?? []).map(({ relation }) => relation);
    return relations.sort((a, b) => order[size + a.id] - order[size + b.id])[0];
  });
  return { nodes, steps, polarity: polarityOfSteps(steps) };
}

/** @param {Relation[]} steps */
function polarityOfSteps(steps) {
  return steps.filter(({ kind }) => kind === "contrast").length % 2 ? "undermines" : "supports";
}

/**
 * @param {Bearings} graph
 * @param {number} from
 * @param {number} to
 */
function searching(graph, from, to) {
  const { model, onward, order } = graph;
  const size = model.statements.length;
  const steps = between(graph, from, to, true);
  const unit = certaintyUnit(parts());
  const sure = unit ? certaintiesLeft() : null;
  /** @type {Map<number, Choice[]>} */
  const known = new Map();
  let work = 0;

  function* parts() {
    for (const node of steps.keys()) {
      if (node < size) yield model.statements[node];
      for (const edges of onward[node].values()) for (const { relation } of edges) yield relation;
    }
  }

  /**
   * Where a node leads on the way.
   * @param {number} node
   */
  function inside(node) {
    return [...onward[node]].filter(([next]) => steps.has(next) && next !== from);
  }

  /**
   * What a relation, and the node behind it, multiply the certainty by.
   * @param {number} node
   * @param {Relation} relation
   */
  function factorOf(node, relation) {
    if (!unit) return 1n;
    const place = nodeAt(model, node);
    const behind = node === to ? 1n : "step" in place ? BigInt(unit) : wholeCertainty(model.statements[node], unit);
    return wholeCertainty(relation, unit) * behind;
  }

  /** How certain the best of the walks with the fewest steps from each node is. */
  function certaintiesLeft() {
    const found = new Map([[to, 1n]]);
    for (const [node, far] of steps) {
      if (!far) continue;
      let best = 0n;
      for (const [next, edges] of inside(node)) {
        if (steps.get(next) !== far - 1) continue;
        for (const { relation } of edges) {
          const certainty = factorOf(next, relation) * (found.get(next) ?? 0n);
          if (certainty > best) best = certainty;
        }
      }
      found.set(node, best);
    }
    return found;
  }

  /**
   * The steps from a node, those of the best walks first.
   * @param {number} node
   */
  function choicesOf(node) {
    let choices = known.get(node);
    if (!choices) {
      choices = [];
      for (const [next, edges] of inside(node)) {
        const ahead = sure?.get(next) ?? 1n;
        for (const { relation } of edges) {
          const factor = factorOf(next, relation);
          choices.push({ left: /** @type {number} */ (steps.get(next)), weight: -factor * ahead, node: next, relation, factor });
        }
      }
      choices.sort(
        (a, b) => a.left - b.left || sign(a.weight, b.weight) || order[a.node] - order[b.node] || order[size + a.relation.id] - order[size + b.relation.id],
      );
      known.set(node, choices);
    }
    work += choices.length;
    return choices;
  }

  /**
   * @param {Partial} a
   * @param {Partial} b
   */
  function compare(a, b) {
    return (
      a.steps - b.steps ||
      sign(a.uncertainty, b.uncertainty) ||
      compareLists(a.nodes, b.nodes, (node) => order[node]) ||
      compareLists(a.relations, b.relations, ({ id }) => order[size + id])
    );
  }

  /**
   * Go on from the best beginning as long as it remains the best; queue what branches off.
   * @param {Partial} best
   * @param {ReturnType<typeof heap<Partial>>} queue
   * @returns {Route | null}
   */
  function goneOn(best, queue) {
    const nodes = [...best.nodes];
    const relations = [...best.relations];
    const visited = new Set(nodes);
    let certainty = best.certainty;
    let here = nodes[nodes.length - 1];
    while (here !== to) {
      const choices = choicesOf(here).filter(({ node }) => !visited.has(node));
      if (!choices.length || work > MOST_LOOKED_AT) return null;
      const [{ left, weight, node, relation, factor }] = choices;
      // What can go on in one way only is as good as before, and need not queue.
      if (choices.length > 1 || nodes.length + left !== best.steps || certainty * weight !== best.uncertainty) {
        const queued = choices.map((choice) => ({
          steps: nodes.length + choice.left,
          uncertainty: certainty * choice.weight,
          nodes: [...nodes, choice.node],
          relations: [...relations, choice.relation],
          certainty: certainty * choice.factor,
        }));
        work += Math.floor((queued.length * nodes.length) / COPIED);
        for (const other of queued.slice(1)) if (other.steps < steps.size) queue.push(other);
        const [first] = queued;
        const least = queue.first();
        if (first.steps !== best.steps || first.uncertainty !== best.uncertainty || (least && compare(least, first) < 0)) {
          if (first.steps < steps.size) queue.push(first);
          return null;
        }
      }
      nodes.push(node);
      relations.push(relation);
      visited.add(node);
      certainty *= factor;
      here = node;
    }
    return { nodes, steps: relations, polarity: polarityOfSteps(relations) };
  }

  return {
    *routes() {
      const far = steps.get(from);
      if (far === undefined) return;
      const queue = heap(compare);
      queue.push({ steps: far, uncertainty: -(sure?.get(from) ?? 1n), nodes: [from], relations: [], certainty: 1n });
      for (let best = queue.pop(); best && work <= MOST_LOOKED_AT; best = queue.pop()) {
        const route = goneOn(best, queue);
        if (route) yield route;
      }
    },
    /** Whether the search was given up after a bounded amount of work. */
    cutShort: () => work > MOST_LOOKED_AT,
  };
}

/**
 * @param {bigint} a
 * @param {bigint} b
 */
function sign(a, b) {
  return a < b ? -1 : Number(a > b);
}

/**
 * @template Item
 * @param {Item[]} a
 * @param {Item[]} b
 * @param {(item: Item) => number} weight
 */
function compareLists(a, b, weight) {
  const size = Math.min(a.length, b.length);
  for (let k = 0; k < size; k++) {
    const difference = weight(a[k]) - weight(b[k]);
    if (difference) return difference;
  }
  return a.length - b.length;
}
