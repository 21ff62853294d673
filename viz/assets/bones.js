/**
 * What is shown of a map as a plain graph that can be laid out.
 *
 * Statements are the first nodes. A relation that is undercut, or whose premises are linked, has a
 * node of its own, the joint, in which everything that belongs to it meets.
 *
 * @typedef {import("./model.js").Model} Model
 * @typedef {import("./visible.js").Shown} Shown
 * @typedef {{tail: number, head: number, relation: number, attacks: boolean}} Link  a step towards what a relation
 *   bears on; `attacks` where it ends at the joint of another relation
 *
 * @typedef {object} Bones  the links name nodes by their place in `nodes`
 * @property {number[]} nodes  ids of statements, then ids of relations that have a joint
 * @property {number} boxes  how many of the nodes are statements
 * @property {Link[]} links
 */
import { premises } from "./model.js";

/**
 * @param {Model} model
 * @param {Shown} seen
 * @returns {Bones[]}  what hangs together, the main claim's part first, then in the order of the map
 */
export function skeletons(model, { shown, drawn }) {
  const size = model.statements.length;
  const relations = model.relations.filter(({ id }) => drawn[id]);
  const jointed = new Set(relations.filter(({ linked, id }) => linked || model.against[id].some((r) => drawn[r.id])).map(({ id }) => id));
  const end = (/** @type {import("./model.js").Relation} */ { to, target }) => to ?? size + (target ?? 0);
  /** @type {Link[]} */
  const links = [];
  for (const relation of relations) {
    const id = relation.id;
    const joint = jointed.has(id);
    const head = joint ? size + id : end(relation);
    const attacks = relation.target !== undefined;
    for (const tail of premises(relation)) if (shown[tail]) links.push({ tail, head, relation: id, attacks: attacks && !joint });
    if (joint) links.push({ tail: head, head: end(relation), relation: id, attacks });
  }
  const nodes = model.statements.map(({ id }) => id).filter((id) => shown[id]);
  for (const { id } of relations) if (jointed.has(id)) nodes.push(size + id);
  return split(nodes, links.filter(({ tail, head }) => tail !== head), size, model.main);
}

/**
 * @param {number[]} nodes  numbers from `size` on are joints
 * @param {Link[]} links
 * @param {number} size
 * @param {number} main
 * @returns {Bones[]}
 */
function split(nodes, links, size, main) {
  const root = roots(nodes, links);
  /** @type {Map<number, Bones>} */
  const parts = new Map();
  /** @type {Map<number, number>} */
  const place = new Map();
  if (root.has(main)) parts.set(root.get(main) ?? main, { nodes: [], boxes: 0, links: [] });
  for (const node of nodes) {
    const top = root.get(node) ?? node;
    const part = parts.get(top) ?? { nodes: [], boxes: 0, links: [] };
    parts.set(top, part);
    place.set(node, part.nodes.length);
    part.nodes.push(node < size ? node : node - size);
    if (node < size) part.boxes++;
  }
  for (const { tail, head, ...rest } of links) {
    const link = { tail: place.get(tail) ?? 0, head: place.get(head) ?? 0, ...rest };
    parts.get(root.get(tail) ?? tail)?.links.push(link);
  }
  return [...parts.values()];
}

/**
 * Name for each node the first node of its part: union-find with path halving.
 * @param {number[]} nodes
 * @param {Link[]} links
 * @returns {Map<number, number>}
 */
function roots(nodes, links) {
  /** @type {Map<number, number>} */
  const parent = new Map(nodes.map((node) => [node, node]));
  const up = (/** @type {number} */ node) => parent.get(node) ?? node;
  const find = (/** @type {number} */ node) => {
    let at = node;
    while (up(at) !== at) {
      parent.set(at, up(up(at)));
      at = up(at);
    }
    return at;
  };
  for (const { tail, head } of links) {
    const [one, other] = [find(tail), find(head)];
    if (one !== other) parent.set(Math.max(one, other), Math.min(one, other));
  }
  return new Map(nodes.map((node) => [node, find(node)]));
}
