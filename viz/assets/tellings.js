/**
 * An answer in words, line by line: the same lines as argmap.graph.tellings tells.
 *
 * @typedef {import("./model.js").Model} Model
 * @typedef {import("./counting.js").RouteCount} RouteCount
 * @typedef {import("./meeting.js").MeetingPoint} MeetingPoint
 * @typedef {import("./meeting.js").Part} Part
 * @typedef {import("./ranking.js").Route} Route
 * @typedef {import("./routes.js").Answer} Answer
 * @typedef {import("./sentences.js").Piece} Piece
 *
 * @typedef {object} Hop  a step of a route, and the source's words of what it names first
 * @property {Piece[]} pieces
 * @property {{node: number, words: string}[]} quotes
 */
import { nodeAt } from "./bearings.js";
import { amountOf, hopPieces, inSeries, named, numberWords, quoted, routeVerdict, sentence, sourceWords, stepWords, verdictWords } from "./sentences.js";

const MOST_NAMED = 8;

/**
 * What an answer comes to.
 * @param {Model} model
 * @param {Answer} answer
 * @returns {string[]}
 */
export function openingLines(model, answer) {
  return [...headlines(model, answer), ...answer.oddCircles.map((group) => circleSentence(model, group, answer))];
}

/**
 * The routes of an answer, step by step.
 * @param {Model} model
 * @param {Answer} answer
 * @returns {{hops: Hop[], verdict: string}[]}
 */
export function toldRoutes(model, answer) {
  const told = new Set();
  /** @param {number} node */
  const fresh = (node) => {
    const words = told.has(node) ? "" : sourceWords(model, node);
    told.add(node);
    return words ? [{ node, words }] : [];
  };
  return answer.routes.map((route) => ({
    hops: route.steps.map((_, place) => ({
      pieces: hopPieces(model, route, place),
      quotes: route.nodes.slice(place, place + 2).flatMap(fresh),
    })),
    verdict: routeVerdict(model, route),
  }));
}

/**
 * Where two statements meet, in a sentence.
 * @param {Model} model
 * @param {Answer} answer
 * @param {MeetingPoint} point
 * @returns {Piece[]}
 */
export function meetingPieces(model, answer, { statement, kind, polarities, steps }) {
  const ends = [answer.from, answer.to];
  const both = kind === "both bear on";
  const told = ends.map((end, k) => {
    const name = quoted(model.statements[end]);
    const verb = verdictWords(polarities[k]);
    return { text: both ? `${name} ${verb} it` : `it ${verb} ${name}`, path: /** @type {[number, number]} */ (both ? [end, statement] : [statement, end]) };
  });
  const far = steps.map((size) => amountOf(size, "step"));
  return [
    { text: both ? "Both bear on " : "Both rest on " },
    { text: named(model, statement), node: statement },
    { text: ": " },
    told[0],
    { text: `, in ${far[0]}; ` },
    told[1],
    { text: `, in ${far[1]}.` },
  ];
}

/**
 * What there is beyond the routes and meeting points.
 * @param {Model} model
 * @param {Answer} answer
 * @returns {string[]}
 */
export function closingLines(model, answer) {
  return [
    ...(answer.routes.length && answer.more ? [`There ${answer.surelyMore ? "are" : "may be"} more routes.`] : []),
    ...(answer.morePoints ? ["They meet elsewhere, too."] : []),
    ...partSentences(model, answer),
  ];
}

/**
 * An answer as plain text, as the command line prints it.
 * @param {Model} model
 * @param {Answer} answer
 * @returns {string}
 */
export function answerText(model, answer) {
  const routes = toldRoutes(model, answer).map(({ hops, verdict }, k) => [
    ...(answer.routes.length > 1 ? [`Route ${k + 1}`] : []),
    ...hops.flatMap(({ pieces, quotes }) => [`  ${sentence(pieces)}`, ...quotes.map(({ words }) => `    ${words}`)]),
    verdict,
  ]);
  const points = answer.points.map((point) => sentence(meetingPieces(model, answer, point)));
  const parts = [openingLines(model, answer), ...routes, points, closingLines(model, answer)];
  return `${parts.filter((part) => part.length).map((part) => part.join("\n")).join("\n\n")}\n`;
}

/**
 * @param {Model} model
 * @param {Answer} answer
 * @returns {string[]}
 */
function headlines(model, answer) {
  const [source, target] = [answer.from, answer.to].map((end) => quoted(model.statements[end]));
  if (!answer.direction) return [`Neither of ${source} and ${target} bears on the other.`];
  const turned = answer.direction === "backward" ? [`${source} does not bear on ${target}, but ${target} bears on ${source}.`] : [];
  const [first, last] = answer.ends.map((end) => quoted(model.statements[end]));
  if (!answer.verdict) return [...turned, `${first} bears on ${last}, but by no such route${answer.more ? ", as far as was searched" : ""}.`];
  return [...turned, `${first} ${verdictWords(answer.verdict)} ${last}: ${countWords(answer.count)}.`];
}

/**
 * @param {RouteCount} count
 * @returns {string}
 */
function countWords({ supporting, undermining, exact }) {
  const total = supporting + undermining;
  if (exact && total === 1) return "one route";
  const given = /** @type {[number, string][]} */ ([[supporting, "for"], [undermining, "against"]]).filter(([size]) => size);
  if (exact && given.length === 1) return `${amountOf(total, "route")}, ${total === 2 ? "both" : "all"} ${given[0][1]} it`;
  const least = exact ? "" : "at least ";
  return given.map(([size, side], k) => `${least}${k ? numberWords(size) : amountOf(size, "route")} ${side} it`).join(", ");
}

/**
 * @param {Model} model
 * @param {number[]} group
 * @param {Answer} answer
 */
function circleSentence(model, group, answer) {
  const statements = group.filter((node) => node < model.statements.length);
  const names = (statements.length < 2 ? group : statements).map((node) => {
    const place = nodeAt(model, node);
    return "step" in place ? stepWords(model, place.step) : quoted(model.statements[node]);
  });
  const more = names.length > MOST_NAMED ? [amountOf(names.length - MOST_NAMED, "other")] : [];
  const told = `On the way lies a circle with an odd number of contrasts, among ${inSeries([...names.slice(0, MOST_NAMED), ...more])}`;
  return answer.polarity === answer.verdict ? `${told}.` : `${told}: who goes round it comes out on the other side.`;
}

/**
 * @param {Model} model
 * @param {Answer} answer
 * @returns {string[]}
 */
function partSentences(model, { parts, from, to }) {
  if (!parts.length) return [];
  const nowhere = "They meet nowhere: no statement rests on both, and none bears on both.";
  if (parts.length === 1) return [nowhere, `Both lie in ${partWords(model, parts[0])}.`];
  const ends = [from, to].map((end, k) => {
    const name = quoted(model.statements[end]);
    return parts[k].size > 1 ? `${name} lies in ${partWords(model, parts[k])}` : `${name} stands alone`;
  });
  return [nowhere, `They are not connected: ${ends.join("; ")}.`];
}

/**
 * @param {Model} model
 * @param {Part} part
 */
function partWords(model, { size, main, others }) {
  const told = amountOf(size, "statement");
  const marked = model.statements.find((statement) => statement.main);
  if (main && marked) return `the part of the map with the main claim, ${quoted(marked)}, of ${told}`;
  return `a part of ${told}, among them ${inSeries(others.map((id) => quoted(model.statements[id])))}`;
}
