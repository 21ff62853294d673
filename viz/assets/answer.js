/**
 * The answer to "how does this bear on that?": what it comes to, the routes step by step, and
 * where the two meet if there are none.
 *
 * @typedef {import("./model.js").Model} Model
 * @typedef {import("./routes.js").Answer} Answer
 * @typedef {import("./bearings.js").Polarity} Polarity
 * @typedef {import("./sentences.js").Piece} Piece
 * @typedef {import("./tellings.js").Hop} Hop
 *
 * @typedef {object} Choose
 * @property {(id: number) => void} statement
 * @property {(id: number) => void} relation
 * @property {(place: number) => void} route  open a route and fold the others, or fold it
 * @property {(from: number, to: number) => void} path  ask for another path
 * @property {() => void} more  tell more routes or meeting points
 */
import { formatAddress } from "./address.js";
import { nodeAt } from "./bearings.js";
import { make } from "./dom.js";
import { sizeWords } from "./sentences.js";
import { closingLines, meetingPieces, openingLines, toldRoutes } from "./tellings.js";

/** @type {Record<Polarity, string>} */
const POLARITY_SIGNS = { supports: "▲", undermines: "▼", mixed: "◆" };

/**
 * @param {Model} model
 * @param {Answer} answer
 * @param {number} open  the route that is told in full, or -1
 * @param {Choose} choose
 * @returns {Node[]}
 */
export function tellAnswer(model, answer, open, choose) {
  const { verdict: outcome, direction } = answer;
  const headline = direction === "backward" ? 1 : 0;
  // Where the two meet nowhere, that is the answer; that there is more, a button says but on paper.
  const nowhere = answer.parts.length > 0;
  const offer = answer.surelyMore && !answer.cutShort ? "Show more routes" : answer.morePoints ? "Show where else they meet" : "";
  const before = openingLines(model, answer).map((text, k) => {
    if (k !== headline || !outcome) return make("p", { class: "preface" }, text);
    return make("p", { class: `outcome ${outcome}` }, make("b", { "aria-hidden": "true" }, POLARITY_SIGNS[outcome]), ` ${text}`);
  });
  const routes = toldRoutes(model, answer);
  const points = answer.points.map((point) => make("li", {}, sentenceOf(meetingPieces(model, answer, point))));
  return [
    ...before,
    ...routes.map(({ hops, verdict }, place) => (routes.length > 1 ? folded(hops, verdict, place) : make("div", {}, ...route(hops, verdict, place)))),
    ...(points.length ? [make("ul", { class: "points" }, ...points)] : []),
    ...closingLines(model, answer).map((text) => make("p", { class: nowhere ? "preface" : "note", hidden: offer !== "" }, text)),
    ...(offer ? [furtherButton(offer)] : []),
  ];

  /** @param {string} words */
  function furtherButton(words) {
    const button = pressable("more", choose.more, words);
    button.id = "path-more";
    return button;
  }

  /**
   * A route under a heading that opens it.
   * @param {Hop[]} hops
   * @param {string} verdict
   * @param {number} place
   */
  function folded(hops, verdict, place) {
    const { polarity } = answer.routes[place];
    const inside = `path-route-${place}`;
    const words = [make("b", {}, `${POLARITY_SIGNS[polarity]} Route ${place + 1}`), make("span", {}, `${polarity}, ${sizeWords(answer.routes[place])}`)];
    const heading = pressable(`way ${polarity}`, () => choose.route(place), ...words);
    heading.setAttribute("aria-expanded", String(place === open));
    heading.setAttribute("aria-controls", inside);
    return make("section", {}, make("h3", {}, heading), make("div", { id: inside, hidden: place !== open }, ...route(hops, verdict, place)));
  }

  /**
   * @param {Hop[]} hops
   * @param {string} verdict
   * @param {number} place
   */
  function route(hops, verdict, place) {
    const { steps } = answer.routes[place];
    const told = hops.map(({ pieces, quotes }, k) => {
      const step = pressable("sign", () => choose.relation(steps[k].id), steps[k].kind === "support" ? "▲" : "▼");
      step.setAttribute("aria-label", `Show step ${k + 1}: ${steps[k].word}`);
      const words = quotes.map((quote) => pressable("words", () => choose.statement(quote.node), quote.words));
      return make("li", { class: `hop ${steps[k].kind}` }, step, sentenceOf(pieces), ...words);
    });
    return [make("ol", { class: "route", "aria-label": `Route ${place + 1}` }, ...told), make("p", { class: "verdict" }, verdict)];
  }

  /**
   * A sentence in which what is named can be chosen.
   * @param {Piece[]} pieces
   */
  function sentenceOf(pieces) {
    const parts = pieces.map(({ text, node, path }) => {
      if (path) {
        const ends = /** @type {[string, string]} */ (path.map((end) => model.statements[end].key));
        return linked(text, formatAddress({ path: ends }), () => choose.path(...path));
      }
      if (node === undefined) return text;
      const place = nodeAt(model, node);
      if ("step" in place) return linked(text, formatAddress({ relation: place.step.key }), () => choose.relation(place.step.id));
      return linked(text, formatAddress({ chosen: model.statements[node].key }), () => choose.statement(node));
    });
    return make("p", {}, ...parts);
  }
}

/**
 * A link, not a button: only that can be broken into lines as the words around it.
 * @param {string} text
 * @param {string} address
 * @param {() => void} followed
 */
function linked(text, address, followed) {
  const link = make("a", { href: address }, text);
  link.addEventListener("click", (event) => {
    event.preventDefault();
    followed();
  });
  return link;
}

/**
 * @param {string} style
 * @param {() => void} pressed
 * @param {...(Node | string)} inside
 */
function pressable(style, pressed, ...inside) {
  const made = make("button", { type: "button", class: style }, ...inside);
  made.addEventListener("click", pressed);
  return made;
}
