/**
 * A statement as plain text, to be pasted anywhere.
 *
 * @typedef {import("./model.js").Model} Model
 * @typedef {import("./model.js").Relation} Relation
 */
import { premises } from "./model.js";

/**
 * @param {Model} model
 * @param {number} id
 * @returns {string}
 */
export function statementAccount(model, id) {
  const statement = model.statements[id];
  const quotes = (statement.quotes ?? []).map(({ words }) => `> ${words.replace(/\s+/g, " ")}`);
  const rests = model.arriving[id].map((relation) => `- ${mark(relation)} ${premises(relation).map(text).join(" + ")}${because(relation)}`);
  const bears = model.leaving[id].map((relation) => `- ${relation.word} ${aim(relation)}${because(relation)}`);
  return [
    `${statement.eyebrow}: ${statement.text}`,
    ...(quotes.length ? ["", "In the source:", ...quotes] : []),
    ...(rests.length ? ["", "Rests on:", ...rests] : []),
    ...(bears.length ? ["", "Bears on:", ...bears] : []),
  ].join("\n");

  /** @param {number} other */
  function text(other) {
    return model.statements[other].text;
  }

  /** @param {Relation} relation */
  function aim({ to, target }) {
    if (to !== undefined) return text(to);
    const step = model.relations[target ?? 0];
    return `the step ${premises(step).map(text).join(" + ")} → ${step.to === undefined ? "another step" : text(step.to)}`;
  }
}

/** @param {Relation} relation */
function mark({ kind, mutual }) {
  if (mutual) return "(set against it)";
  return kind === "support" ? "(supports it)" : "(contrasts with it)";
}

/** @param {Relation} relation */
function because(relation) {
  return relation.because ? ` (because: ${relation.because})` : "";
}
