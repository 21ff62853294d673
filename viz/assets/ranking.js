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
 * @property {bigint} ahead  how uncertain all of them are with it
 * @property {number} node  where it leads
 * @property {Relation} relation
 * @property {bigint} doubt  how uncertain it is itself
 *
 * @typedef {object} Partial  the beginning of a route
 * @property {number} steps  how few the whole route has
 * @property {bigint} uncertainty  of the best whole route that begins so
 * @property {number[]} nodes
 * @property {Relation[]} relations
 * @property {bigint} soFar  how uncertain it is itself
 */
import { between, nodeAt } from "./bearings.js";
import { IMPOSSIBLE, uncertaintyOf } from "./certainty.js";
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
  // A search that was given up before the first route still tells the best one.
  return { routes: routes.length || !search.cutShort() ? routes : [search.bestWalk()], more: search.cutShort() };
}

/**
 * @param {number[]} nodes
 * @param {Relation[]} steps
 * @returns {Route}
 */
function routeOf(nodes, steps) {
  const odd = steps.filter(({ kind }) => kind === "contrast").length % 2;
  return { nodes, steps, polarity: odd ? "undermines" : "supports" };
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
  const doubted = [...parts()].some((part) => uncertaintyOf(part));
  const doubtLeft = doubted ? doubtsLeft() : null;
  /** @type {Map<number, Choice[]>} */
  const known = new Map();
  let work = 0;

  /** All that counts for the certainty of a route. */
  function* parts() {
    for (const node of steps.keys()) {
      if (node < size && node !== from && node !== to) yield model.statements[node];
      for (const [next, edges] of onward[node]) if (steps.has(next)) for (const { relation } of edges) yield relation;
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
   * How uncertain a relation, and the node behind it, are.
   * @param {number} node
   * @param {Relation} relation
   */
  function doubtOf(node, relation) {
    if (!doubted) return 0n;
    const place = nodeAt(model, node);
    return uncertaintyOf(relation) + (node === to || "step" in place ? 0n : uncertaintyOf(model.statements[node]));
  }

  /** How uncertain the best of the walks with the fewest steps from each node is. */
  function doubtsLeft() {
    const found = new Map([[to, 0n]]);
    for (const [node, far] of steps) {
      if (!far) continue;
      let best = IMPOSSIBLE;
      for (const [next, edges] of inside(node)) {
        if (steps.get(next) !== far - 1) continue;
        for (const { relation } of edges) best = least(best, doubtOf(next, relation) + (found.get(next) ?? 0n));
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
        for (const { relation } of edges) {
          const doubt = doubtOf(next, relation);
          const ahead = least(doubt + (doubtLeft?.get(next) ?? 0n), IMPOSSIBLE);
          choices.push({ left: /** @type {number} */ (steps.get(next)), ahead, node: next, relation, doubt });
        }
      }
      choices.sort((a, b) => a.left - b.left || sign(a.ahead, b.ahead) || compareIds(a, b));
      known.set(node, choices);
    }
    work += choices.length;
    return choices;
  }

  /**
   * @param {Choice} a
   * @param {Choice} b
   */
  function compareIds(a, b) {
    return order[a.node] - order[b.node] || order[size + a.relation.id] - order[size + b.relation.id];
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
    let { soFar } = best;
    let here = nodes[nodes.length - 1];
    while (here !== to) {
      const choices = choicesOf(here).filter(({ node }) => !visited.has(node));
      if (!choices.length || work > MOST_LOOKED_AT) return null;
      const [{ left, ahead, node, relation, doubt }] = choices;
      // What can go on in one way only is as good as before, and need not queue.
      if (choices.length > 1 || nodes.length + left !== best.steps || least(soFar + ahead, IMPOSSIBLE) !== best.uncertainty) {
        const queued = choices.map((choice) => ({
          steps: nodes.length + choice.left,
          uncertainty: least(soFar + choice.ahead, IMPOSSIBLE),
          nodes: [...nodes, choice.node],
          relations: [...relations, choice.relation],
          soFar: soFar + choice.doubt,
        }));
        work += Math.floor((queued.length * nodes.length) / COPIED);
        for (const other of queued.slice(1)) if (other.steps < steps.size) queue.push(other);
        const [first] = queued;
        const next = queue.first();
        if (first.steps !== best.steps || first.uncertainty !== best.uncertainty || (next && compare(next, first) < 0)) {
          if (first.steps < steps.size) queue.push(first);
          return null;
        }
      }
      nodes.push(node);
      relations.push(relation);
      visited.add(node);
      soFar += doubt;
      here = node;
    }
    return routeOf(nodes, relations);
  }

  return {
    /** The best of all, by the best way on from each node. */
    bestWalk() {
      const nodes = [from];
      /** @type {Relation[]} */
      const relations = [];
      // If it is impossible, so are all with as few steps, and the ids alone decide.
      const impossible = doubtLeft?.get(from) === IMPOSSIBLE;
      for (let here = from; here !== to; nodes.push(here)) {
        const choices = choicesOf(here);
        const nearest = choices.filter(({ left }) => left === choices[0].left);
        const [{ node, relation }] = impossible ? nearest.sort(compareIds) : nearest;
        relations.push(relation);
        here = node;
      }
      return routeOf(nodes, relations);
    },
    *routes() {
      const far = steps.get(from);
      if (far === undefined) return;
      const queue = heap(compare);
      queue.push({ steps: far, uncertainty: doubtLeft?.get(from) ?? 0n, nodes: [from], relations: [], soFar: 0n });
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
function least(a, b) {
  return a < b ? a : b;
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
