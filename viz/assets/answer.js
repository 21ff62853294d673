/**
 * The answer to "how does this bear on that?": the route, step by step, and what it amounts to.
 *
 * @typedef {import("./model.js").Model} Model
 * @typedef {import("./routes.js").Answer} Answer
 * @typedef {import("./routes.js").Polarity} Polarity
 * @typedef {{statement: (id: number) => void, relation: (id: number) => void}} Choose
 */
import { make } from "./dom.js";
import { nodeAt } from "./routes.js";
import { fullLabel, hopSentence, nodeWords, oneLine, preface, sizeWords, verbWords, verdict } from "./sentences.js";

/** @type {Record<Polarity, [string, string]>} */
const OUTCOMES = { supports: ["▲", "Supports"], undermines: ["▼", "Undermines"], mixed: ["◆", "Both supports and undermines"] };

/**
 * @param {Model} model
 * @param {Answer} answer
 * @param {Choose} choose
 * @returns {Node[]}
 */
export function tellAnswer(model, answer, choose) {
  const { route, polarity } = answer;
  const before = preface(model, answer);
  const told = before ? [make("p", { class: "preface" }, before)] : [];
  if (!route || !polarity) return told;
  const [sign, word] = OUTCOMES[polarity];
  const outcome = make("p", { class: `outcome ${polarity}` }, make("b", {}, `${sign} ${word}`), ` · ${sizeWords(route)}`);
  const stops = route.nodes.map((node, k) => {
    const step = route.steps[k];
    return make("li", {}, stop(node), ...(step ? [hop(step, node, route.nodes[k + 1])] : []));
  });
  return [...told, outcome, make("ol", { class: "route", "aria-label": "Route" }, ...stops), make("p", { class: "verdict" }, verdict(model, route, polarity))];

  /** @param {number} node */
  function stop(node) {
    const place = nodeAt(model, node);
    if ("step" in place) return pressable("statement step", () => choose.relation(place.step.id), nodeWords(model, node));
    const statement = model.statements[place.statement];
    const holder = statement.holder ? [make("span", { class: "small" }, statement.holder)] : [];
    return pressable(`statement ${statement.kind}`, () => choose.statement(statement.id), ...holder, fullLabel(statement));
  }

  /**
   * @param {import("./model.js").Relation} relation
   * @param {number} node
   * @param {number} onto
   */
  function hop(relation, node, onto) {
    const words = `${relation.kind === "support" ? "▲" : "▼"} ${verbWords(model, relation, node, onto)}`;
    const because = relation.because ? [make("span", { class: "because" }, oneLine(relation.because))] : [];
    const told = pressable(`hop ${relation.kind}`, () => choose.relation(relation.id), make("b", {}, because.length ? `${words}, because` : words), ...because);
    told.title = hopSentence(model, relation, node, onto);
    return told;
  }
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
