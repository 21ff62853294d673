/**
 * Statements, steps and routes in words: the same words as argmap.graph.sentences has.
 *
 * @typedef {import("./model.js").Model} Model
 * @typedef {import("./model.js").Relation} Relation
 * @typedef {import("./model.js").Statement} Statement
 * @typedef {import("./bearings.js").Polarity} Polarity
 * @typedef {import("./ranking.js").Route} Route
 * @typedef {{text: string, node?: number, path?: [number, number]}} Piece  words; those that name a node lead to it, and those that tell a path to that
 */
import { nodeAt } from "./bearings.js";
import { premises } from "./model.js";

const LONGEST = 72;
const LONGEST_QUOTE = 160;
/** What Python takes for white space. */
const SPACE = /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/gu;
/** @type {Record<Polarity, string>} */
const VERDICTS = { supports: "supports", undermines: "undermines", mixed: "both supports and undermines" };
const VERBS = { support: "speaks for", contrast: "speaks against" };
const NUMBERS = "no one two three four five six seven eight nine ten eleven twelve".split(" ");
/** Words that are no names wherever they stand: a warrant that begins so goes on in small letters. */
const NO_NAMES = new Set(
  (
    "A All An And Another Any As At Both But By Each Either Every Everybody Everyone " +
    "Few For From Half He How However If In It Its Like Many More Most Neither No Nobody None " +
    "Not Nothing Of On Once One Only Other Others Out Over She Since So Some Somebody Someone " +
    "Something Such That The Their There These They This Those Though Three To Two Under " +
    "Unless Until We What Whatever When Whenever Where Wherever Whether Which While Who " +
    "Whoever Whose Why With Within Without You Your"
  ).split(" "),
);

/**
 * A text on one line.
 * @param {string} text
 * @returns {string}
 */
function oneLine(text) {
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
  return `“${cut(withoutStop(fullLabel(statement)), LONGEST)}”`;
}

/**
 * What a route visits, with its holder.
 * @param {Model} model
 * @param {number} node
 * @returns {string}
 */
export function named(model, node) {
  const place = nodeAt(model, node);
  if ("step" in place) return stepWords(model, place.step);
  const statement = model.statements[node];
  return statement.holder ? `${quoted(statement)} [${statement.holder}]` : quoted(statement);
}

/**
 * A relation as a step.
 * @param {Model} model
 * @param {Relation} relation
 * @returns {string}
 */
export function stepWords(model, relation) {
  const start = inSeries(premises(relation).map((premise) => quoted(model.statements[premise])));
  const end = relation.to === undefined ? "another step" : quoted(model.statements[relation.to]);
  return `the step from ${start} to ${end}`;
}

/**
 * The words of the source that a statement stands on: those of its first quote.
 * @param {Model} model
 * @param {number} node
 * @returns {string}  "" if there are none
 */
export function sourceWords(model, node) {
  const quote = model.statements[node]?.quotes?.[0];
  return quote ? `“${cut(oneLine(quote.words), LONGEST_QUOTE)}”` : "";
}

/**
 * A step of a route as a sentence, in pieces.
 * @param {Model} model
 * @param {Route} route
 * @param {number} place
 * @returns {Piece[]}
 */
export function hopPieces(model, route, place) {
  const [node, onto] = [route.nodes[place], route.nodes[place + 1]];
  const relation = route.steps[place];
  const isStep = node >= model.statements.length;
  const start = place ? { text: isStep ? "That step" : "That in turn" } : { text: named(model, node), node };
  /** @type {Piece[]} */
  const pieces = [{ ...start, text: capital(start.text) }];
  const all = premises(relation);
  const others = all.includes(node) ? all.filter((premise) => premise !== node) : [];
  if (others.length) {
    pieces.push({ text: ", together with " }, ...listedPieces(model, others), { text: "," });
  }
  const back = relation.mutual && !isStep ? ", and the other way round" : "";
  pieces.push({ text: ` ${VERBS[relation.kind]} ` }, { text: named(model, onto), node: onto }, { text: back + reason(relation.because) });
  return pieces;
}

/**
 * @param {Piece[]} pieces
 * @returns {string}
 */
export function sentence(pieces) {
  return pieces.map(({ text }) => text).join("");
}

/**
 * What one route amounts to, its length, how much is only proposed, and what is least certain.
 * @param {Model} model
 * @param {Route} route
 * @returns {string}
 */
export function routeVerdict(model, route) {
  const last = quoted(model.statements[route.nodes[route.nodes.length - 1]]);
  const proposed = route.steps.filter((step) => step.proposed).length;
  const size = capital(amountOf(proposed, "step"));
  const unsettled = proposed ? ` ${size} ${proposed === 1 ? "is" : "are"} only proposed.` : "";
  const told = `So it ${route.polarity} ${last}: ${sizeWords(route)}.${unsettled}`;
  const weak = weakest(model, route);
  return weak ? `${told} Least certain is ${weak.words} (${certaintyWords(weak.certainty)}).` : told;
}

/**
 * @param {Polarity} polarity
 * @returns {string}
 */
export function verdictWords(polarity) {
  return VERDICTS[polarity];
}

/**
 * @param {Route} route
 * @returns {string}
 */
export function sizeWords(route) {
  const contrasts = route.steps.filter((step) => step.kind === "contrast").length;
  return `${amountOf(route.steps.length, "step")}, ${amountOf(contrasts, "contrast")}`;
}

/**
 * @param {number} size
 * @param {string} word
 * @returns {string}
 */
export function amountOf(size, word) {
  return `${numberWords(size)} ${word}${size === 1 ? "" : "s"}`;
}

/**
 * A number in words up to twelve, then in figures.
 * @param {number} size
 * @returns {string}
 */
export function numberWords(size) {
  return NUMBERS[size] ?? String(size).replace(/\B(?=(\d{3})+$)/g, ",");
}

/**
 * @param {string[]} words
 * @returns {string}  "a, b and c"
 */
export function inSeries(words) {
  return words.length > 1 ? `${words.slice(0, -1).join(", ")} and ${words[words.length - 1]}` : words.join("");
}

/**
 * @param {Model} model
 * @param {number[]} statements
 * @returns {Piece[]}
 */
function listedPieces(model, statements) {
  const last = statements.length - 1;
  return statements.flatMap((node, k) => [
    ...(k ? [{ text: k === last ? " and " : ", " }] : []),
    { text: quoted(model.statements[node]), node },
  ]);
}

/**
 * @param {Model} model
 * @param {Route} route
 */
function weakest(model, route) {
  /** @type {{words: string, certainty: number} | null} */
  let found = null;
  route.steps.forEach((relation, place) => {
    const statement = model.statements[route.nodes[place]];
    for (const [part, words] of /** @type {const} */ ([
      [statement, () => quoted(statement)],
      [relation, () => stepWords(model, relation)],
    ])) {
      if (part?.certainty === undefined || part.certainty >= (found?.certainty ?? 1)) continue;
      found = { words: words(), certainty: part.certainty };
    }
  });
  return /** @type {{words: string, certainty: number} | null} */ (found);
}

/**
 * A certainty with at most two decimals; only what is 0 or 1 is told as such.
 * @param {number} certainty
 */
function certaintyWords(certainty) {
  const rounded = Math.floor(certainty * 100 + 0.5) / 100;
  if (certainty < 1 && rounded >= 1) return "more than 0.99";
  if (certainty > 0 && rounded === 0) return "less than 0.01";
  return String(rounded);
}

/** @param {string} words */
function capital(words) {
  return words[0].toUpperCase() + words.slice(1);
}

/**
 * The end of a sentence with its warrant, which may itself begin with "because".
 * @param {string | undefined} because
 */
function reason(because) {
  const all = withoutStop(oneLine(because ?? ""));
  const said = firstWord(all).replace(/[:,]+$/, "").toLowerCase() === "because";
  const words = said ? all.slice(firstWord(all).length + 1) : all;
  if (!words) return ".";
  const end = /[!?….]$/.test(words) ? "" : ".";
  const first = firstWord(words);
  if (NO_NAMES.has(first)) return `, because ${first.toLowerCase()}${words.slice(first.length)}${end}`;
  return `, because${said ? "" : ":"} ${words}${end}`;
}

/** @param {string} words */
function firstWord(words) {
  return words.split(" ", 1)[0];
}

/** @param {string} text */
function withoutStop(text) {
  return text.endsWith(".") && !text.endsWith("..") ? text.slice(0, -1) : text;
}

/**
 * @param {string} text
 * @param {number} longest
 */
function cut(text, longest) {
  const letters = [...text];
  if (letters.length <= longest) return text;
  const end = letters.lastIndexOf(" ", longest - 1);
  const kept = letters.slice(0, end > longest / 2 ? end : longest).join("");
  return `${kept.replace(/[ ,;:.]+$/, "")}…`;
}
