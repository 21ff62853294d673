/**
 * The outline as it is printed: all that is shown of the map, every text whole.
 *
 * @typedef {import("./picture.js").Subject} Subject
 * @typedef {import("./tree.js").Entry} Entry
 */
import { make } from "./dom.js";
import { label } from "./model.js";
import { outlineTree } from "./tree.js";

/** Deeper than this, lines move no further to the right. */
const DEEPEST = 7;
const INDENT = 6;

/**
 * Linear in the map; without recursion, since arguments can be hundreds of steps deep.
 * @param {Subject} subject
 * @returns {HTMLElement[]}
 */
export function printedOutline({ model, plan }) {
  const tree = outlineTree(model);
  const shown = new Set(plan.boxes);
  /** @type {HTMLElement[]} */
  const lines = [];
  const stack = [...tree.roots].reverse().map((entry) => ({ entry, level: 0 }));
  for (let at = stack.pop(); at; at = stack.pop()) {
    const { entry, level } = at;
    const seen = shown.has(entry.statement);
    if (seen) lines.push(line(entry, level));
    for (const child of tree.children(entry).reverse()) stack.push({ entry: child, level: seen ? level + 1 : level });
  }
  return lines;

  /**
   * @param {Entry} entry
   * @param {number} level
   */
  function line({ statement: id, relation, questions, again }, level) {
    const statement = model.statements[id];
    const signs = relation ? [make("span", { class: `word ${relation.kind}` }, `${relation.kind === "support" ? "▲" : "▼"} ${step(relation, questions)} `), ...(relation.proposed ? [make("span", { class: "note" }, "(proposed) ")] : [])] : [];
    const element = make("p", { class: `line ${statement.kind}` }, ...signs);
    element.style.marginLeft = `${Math.min(level, DEEPEST) * INDENT}mm`;
    if (again) {
      element.append(label(statement), make("span", { class: "note" }, " (told elsewhere)"));
      return element;
    }
    element.append(make(statement.main ? "strong" : "span", {}, statement.text), make("span", { class: "note" }, ` ${[statement.word, statement.type, statement.holder, statement.proposed && "proposed"].filter(Boolean).join(" · ")}`));
    if (relation?.because) element.append(make("span", { class: "because" }, ` – because: ${relation.because}`));
    return element;
  }
}

/**
 * @param {import("./model.js").Relation} relation
 * @param {boolean | undefined} questions
 */
function step(relation, questions) {
  const together = relation.linked ? " with others" : "";
  if (questions) return `${relation.kind === "contrast" ? "questions that step" : "backs that step"}${together}:`;
  return `${relation.mutual ? "set against it" : relation.kind === "support" ? "supports" : "contrasts"}${together}:`;
}
