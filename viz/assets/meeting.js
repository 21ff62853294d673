/**
 * Where two statements meet if neither bears on the other, and in which parts of the map they lie:
 * the same as argmap.graph.meeting and argmap.graph.parts tell.
 *
 * @typedef {import("./bearings.js").Bearings} Bearings
 * @typedef {import("./bearings.js").Polarity} Polarity
 * @typedef {import("./bearings.js").Ways} Ways
 *
 * @typedef {object} MeetingPoint
 * @property {number} statement
 * @property {"both bear on"|"both rest on"} kind
 * @property {[Polarity, Polarity]} polarities  how the two bear on it, or it on them
 * @property {[number, number]} steps  how far away it is from each
 *
 * @typedef {object} Part
 * @property {number} size
 * @property {boolean} main  whether the main claim lies in it
 * @property {number[]} others  the first few statements in it, but for those asked for
 */
import { distances, parities, polarityOf } from "./bearings.js";

const NAMED_OF_PART = 3;

/**
 * @param {Bearings} graph
 * @param {[number, number]} ends
 * @returns {MeetingPoint[]}  nearest first
 */
export function meetingPoints(graph, ends) {
  const points = [...meetings(graph, graph.onward, ends, "both bear on"), ...meetings(graph, graph.backward, ends, "both rest on")];
  return points.sort(
    (a, b) =>
      a.steps[0] + a.steps[1] - b.steps[0] - b.steps[1] ||
      Math.max(...a.steps) - Math.max(...b.steps) ||
      Number(a.kind > b.kind) - Number(a.kind < b.kind) ||
      graph.order[a.statement] - graph.order[b.statement],
  );
}

/**
 * The part of the map in which each of two statements lies; one if it is the same.
 * @param {Bearings} graph
 * @param {[number, number]} ends
 * @returns {Part[]}
 */
export function partsOf(graph, ends) {
  const first = partOf(graph, ends[0]);
  const parts = first.has(ends[1]) ? [first] : [first, partOf(graph, ends[1])];
  const { statements } = graph.model;
  const main = statements.findIndex((statement) => statement.main);
  return parts.map((part) => {
    const members = statements.filter(({ id }) => part.has(id)).map(({ id }) => id);
    const others = members.slice(0, NAMED_OF_PART + ends.length).filter((id) => !ends.includes(id));
    return { size: members.length, main: part.has(main), others: others.slice(0, NAMED_OF_PART) };
  });
}

/**
 * @param {Bearings} graph
 * @param {Ways} ways
 * @param {[number, number]} ends
 * @param {MeetingPoint["kind"]} kind
 * @returns {MeetingPoint[]}
 */
function meetings(graph, ways, ends, kind) {
  const size = graph.model.statements.length;
  const [ours, theirs] = ends.map((end) => distances(ways, end));
  const common = new Set([...ours.keys()].filter((node) => theirs.has(node) && node < size && !ends.includes(node)));
  if (!common.size) return [];
  const found = ends.map((end) => parities(ways, end));
  const first = new Set(ends.flatMap((end) => firstMet(ways, end, common)));
  return [...first].map((statement) => ({
    statement,
    kind,
    polarities: [polarity(found[0][statement]), polarity(found[1][statement])],
    steps: [ours.get(statement) ?? 0, theirs.get(statement) ?? 0],
  }));
}

/** @param {number} found */
function polarity(found) {
  return /** @type {Polarity} */ (polarityOf(found));
}

/**
 * Search without going on from what both have in common.
 * @param {Ways} ways
 * @param {number} start
 * @param {Set<number>} common
 */
function firstMet(ways, start, common) {
  const reached = new Set([start]);
  for (const node of reached) {
    if (!common.has(node)) for (const next of ways[node].keys()) reached.add(next);
  }
  return [...reached].filter((node) => common.has(node));
}

/**
 * @param {Bearings} graph
 * @param {number} start
 */
function partOf(graph, start) {
  const part = new Set([start]);
  for (const node of part) {
    for (const ways of [graph.onward[node], graph.backward[node]]) for (const next of ways.keys()) part.add(next);
  }
  return part;
}
