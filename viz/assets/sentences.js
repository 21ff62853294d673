/**
 * Routes in words: the same words as argmap.graph.sentences has for the terminal.
 *
 * @typedef {import("./model.js").Model} Model
 * @typedef {import("./model.js").Relation} Relation
 * @typedef {import("./model.js").Statement} Statement
 * @typedef {import("./routes.js").Answer} Answer
 * @typedef {import("./routes.js").Route} Route
 * @typedef {import("./routes.js").Polarity} Polarity
 */
import { premises } from "./model.js";
import { nodeAt } from "./routes.js";

const LONGEST = 72;
/** What Python takes for white space. */
const SPACE = /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/gu;
/** @type {Record<Polarity, string>} */
const VERDICTS = { supports: "supports", undermines: "undermines", mixed: "both supports and undermines" };

/**
 * A text on one line.
 * @param {string} text
 * @returns {string}
 */
export function oneLine(text) {
  return text.replace(SPACE, " ").replace(/^ | $/g, "");
}

/**
 * The label of a statement, in full.
 * @param {Statement} statement
 * @returns {string}
 */
export function fullLabel(statement) {
  return oneLine(statement.short || statement.text);
}

/**
 * A statement's name within a sentence.
 * @param {Statement} statement
 * @returns {string}
 */
export function quoted(statement) {
  const letters = [...fullLabel(statement)];
  if (letters.length <= LONGEST) return `“${letters.join("")}”`;
  const end = letters.lastIndexOf(" ", LONGEST - 1);
  const cut = letters.slice(0, end > LONGEST / 2 ? end : LONGEST).join("");
  return `“${cut.replace(/[ ,;:.]+$/, "")}…”`;
}

/**
 * What a route visits.
 * @param {Model} model
 * @param {number} node
 * @returns {string}
 */
export function nodeWords(model, node) {
  const place = nodeAt(model, node);
  return "step" in place ? stepWords(model, place.step) : held(model.statements[place.statement], fullLabel(model.statements[place.statement]));
}

/**
 * A relation as a step.
 * @param {Model} model
 * @param {Relation} relation
 * @returns {string}
 */
export function stepWords(model, relation) {
  const start = premises(relation).map((premise) => quoted(model.statements[premise])).join(" and ");
  const end = relation.to === undefined ? "another step" : quoted(model.statements[relation.to]);
  return `the step from ${start} to ${end}`;
}

/**
 * What a step of a route does.
 * @param {Model} model
 * @param {Relation} relation
 * @param {number} node  where it starts
 * @param {number} onto  where it leads
 * @returns {string}
 */
export function verbWords(model, relation, node, onto) {
  const beside = others(model, relation, node);
  return verb(model, relation, onto) + (beside ? `, together with ${beside}` : "");
}

/**
 * A relation as a whole sentence.
 * @param {Model} model
 * @param {Relation} relation
 * @param {number} node  where it starts
 * @param {number} onto  where it leads
 * @returns {string}
 */
export function hopSentence(model, relation, node, onto) {
  const beside = others(model, relation, node);
  const start = named(model, node) + (beside ? `, together with ${beside},` : "");
  const because = relation.because ? `, because: ${oneLine(relation.because)}` : ".";
  const sentence = `${start} ${verb(model, relation, onto)} ${named(model, onto)}${because}`;
  return sentence[0].toUpperCase() + sentence.slice(1);
}

/**
 * What a route amounts to.
 * @param {Model} model
 * @param {Route} route
 * @param {Polarity} polarity  over all walks
 * @returns {string}
 */
export function verdict(model, route, polarity) {
  const [first, last] = [route.nodes[0], route.nodes[route.nodes.length - 1]].map((node) => quoted(model.statements[node]));
  const size = sizeWords(route);
  const told = `So ${first} ${VERDICTS[polarity]} ${last}: `;
  if (polarity !== "mixed") return `${told}${size}.`;
  const [own, other] = contrasts(route) % 2 ? ["undermines", "supports"] : ["supports", "undermines"];
  return `${told}this way, of ${size}, it ${own} it, another way it ${other} it.`;
}

/**
 * @param {Route} route
 * @returns {string}
 */
export function sizeWords(route) {
  return `${countOf(route.steps.length, "step")}, ${countOf(contrasts(route), "contrast")}`;
}

/**
 * What is said before a route, or in place of one.
 * @param {Model} model
 * @param {Answer} answer
 * @returns {string}  "" where the route says it all
 */
export function preface(model, { from, to, direction }) {
  const [first, last] = [quoted(model.statements[from]), quoted(model.statements[to])];
  if (direction === null) return `Neither of ${first} and ${last} bears on the other.`;
  return direction === "backward" ? `${first} does not bear on ${last}, but ${last} bears on ${first}:` : "";
}

/**
 * An answer as plain text, as the command line prints it.
 * @param {Model} model
 * @param {Answer} answer
 * @returns {string}
 */
export function answerText(model, answer) {
  const { route, polarity } = answer;
  const before = preface(model, answer);
  if (!route || !polarity) return `${before}\n`;
  const lines = before ? [before, ""] : [];
  route.nodes.forEach((node, k) => {
    lines.push(nodeWords(model, node));
    const step = route.steps[k];
    if (!step) return;
    lines.push(`  ${step.kind === "support" ? "+" : "-"} ${verbWords(model, step, node, route.nodes[k + 1])}${step.because ? ", because" : ""}`);
    if (step.because) lines.push(`      ${oneLine(step.because)}`);
  });
  return `${[...lines, "", verdict(model, route, polarity)].join("\n")}\n`;
}

/**
 * @param {Model} model
 * @param {Relation} relation
 * @param {number} onto
 */
function verb(model, relation, onto) {
  if ("step" in nodeAt(model, onto)) return relation.kind === "support" ? "backs" : "questions";
  return relation.word;
}

/**
 * The premises that bear together with a node; none beside the step itself.
 * @param {Model} model
 * @param {Relation} relation
 * @param {number} node
 */
function others(model, relation, node) {
  const all = premises(relation);
  if (!all.includes(node)) return "";
  return all.filter((premise) => premise !== node).map((premise) => quoted(model.statements[premise])).join(", ");
}

/**
 * @param {Model} model
 * @param {number} node
 */
function named(model, node) {
  const place = nodeAt(model, node);
  return "step" in place ? stepWords(model, place.step) : held(model.statements[place.statement], quoted(model.statements[place.statement]));
}

/**
 * @param {Statement} statement
 * @param {string} words
 */
function held({ holder }, words) {
  return holder ? `${words} (${holder})` : words;
}

/** @param {Route} route */
function contrasts(route) {
  return route.steps.filter((step) => step.kind === "contrast").length;
}

/**
 * @param {number} size
 * @param {string} word
 */
function countOf(size, word) {
  return `${size || "no"} ${word}${size === 1 ? "" : "s"}`;
}
