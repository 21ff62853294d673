/**
 * How does one statement bear on another? The same answer as argmap.graph.answers gives.
 *
 * @typedef {import("./model.js").Model} Model
 * @typedef {import("./bearings.js").Bearings} Bearings
 * @typedef {import("./bearings.js").Polarity} Polarity
 * @typedef {import("./counting.js").RouteCount} RouteCount
 * @typedef {import("./meeting.js").MeetingPoint} MeetingPoint
 * @typedef {import("./meeting.js").Part} Part
 * @typedef {import("./ranking.js").Route} Route
 *
 * @typedef {object} Answer
 * @property {number} from
 * @property {number} to
 * @property {"forward"|"backward"|null} direction
 * @property {[number, number]} ends  what bears, and what it bears on
 * @property {Polarity | null} polarity  over all walks
 * @property {Polarity | null} overRoutes  over routes alone; null if it is not known, or there are none
 * @property {Polarity | null} verdict  over routes alone if they are all counted, else over all walks
 * @property {Route[]} routes  the best
 * @property {boolean} more  whether there are other routes, or may be
 * @property {boolean} surelyMore  whether there are other routes
 * @property {boolean} cutShort  whether the search was given up before it came to another one
 * @property {RouteCount} count
 * @property {number[][]} oddCircles  groups on the way in circles with an odd number of contrasts
 * @property {MeetingPoint[]} points  if neither bears on the other
 * @property {boolean} morePoints
 * @property {Part[]} parts  if they meet nowhere
 */
import { bearings, between, parities, polarityOf } from "./bearings.js";
import { countRoutes } from "./counting.js";
import { knots, twoCamps } from "./knots.js";
import { meetingPoints, partsOf } from "./meeting.js";
import { bestRoutes } from "./ranking.js";

/** So many routes, or meeting points, are told at first, and so many more whenever asked. */
export const SOME_ROUTES = 5;

/**
 * @param {Model} model
 * @returns {(from: number, to: number, limit: number) => Answer}  of two different statements
 */
export function asker(model) {
  /** @type {Bearings | null} */
  let graph = null;
  return (from, to, limit) => {
    graph ??= bearings(model);
    return directed(graph, from, to, limit, "forward") ?? directed(graph, from, to, limit, "backward") ?? unconnected(graph, from, to, limit);
  };
}

/**
 * @param {Bearings} graph
 * @param {number} from
 * @param {number} to
 * @param {number} limit
 * @param {"forward"|"backward"} direction
 * @returns {Answer | null}
 */
function directed(graph, from, to, limit, direction) {
  /** @type {[number, number]} */
  const ends = direction === "forward" ? [from, to] : [to, from];
  const part = between(graph, ...ends, false);
  if (!part.size) return null;
  // One more than is told, so that it is known whether there is one.
  const best = bestRoutes(graph, ...ends, limit + 1);
  const routes = best.routes.slice(0, limit);
  const cutShort = best.more && best.routes.length <= limit;
  const found = countFound(best.routes);
  const count = best.more ? atLeast(countRoutes(graph, ...ends), found) : found;
  const surelyMore = count.supporting + count.undermining > routes.length;
  const more = surelyMore || !count.exact;
  const polarity = polarityOf(parities(graph.onward, ends[0])[ends[1]]);
  const oddCircles = oddKnots(graph, part);
  const counted = ofSides(count);
  const verdict = count.exact ? counted : polarity;
  const known = count.exact || counted === "mixed" || !oddCircles.length;
  const overRoutes = known ? verdict : null;
  return { from, to, direction, ends, polarity, overRoutes, verdict, routes, more, surelyMore, cutShort, count, oddCircles, points: [], morePoints: false, parts: [] };
}

/**
 * @param {Bearings} graph
 * @param {number} from
 * @param {number} to
 * @param {number} limit
 * @returns {Answer}
 */
function unconnected(graph, from, to, limit) {
  /** @type {[number, number]} */
  const ends = [from, to];
  const points = meetingPoints(graph, ends);
  return {
    from,
    to,
    direction: null,
    ends,
    polarity: null,
    overRoutes: null,
    verdict: null,
    routes: [],
    more: false,
    surelyMore: false,
    cutShort: false,
    count: countFound([]),
    oddCircles: [],
    points: points.slice(0, limit),
    morePoints: points.length > limit,
    parts: points.length ? [] : partsOf(graph, ends),
  };
}

/**
 * @param {Route[]} routes
 * @returns {RouteCount}
 */
function countFound(routes) {
  const supporting = routes.filter(({ polarity }) => polarity === "supports").length;
  return { supporting, undermining: routes.length - supporting, exact: true };
}

/**
 * What so many routes for and so many against amount to.
 * @param {RouteCount} count  of at least one
 * @returns {Polarity}
 */
function ofSides({ supporting, undermining }) {
  return supporting && undermining ? "mixed" : supporting ? "supports" : "undermines";
}

/**
 * A lower bound may be lower than what was found.
 * @param {RouteCount} count
 * @param {RouteCount} found
 * @returns {RouteCount}
 */
function atLeast({ supporting, undermining, exact }, found) {
  return { supporting: Math.max(supporting, found.supporting), undermining: Math.max(undermining, found.undermining), exact };
}

/**
 * @param {Bearings} graph
 * @param {Map<number, number>} part
 */
function oddKnots(graph, part) {
  return knots((node) => graph.onward[node].keys(), part)
    .filter((knot) => !twoCamps(graph.onward, knot))
    .map((knot) => knot.sort((a, b) => graph.order[a] - graph.order[b]));
}
