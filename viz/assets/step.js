/**
 * Everything about one relation.
 *
 * @typedef {import("./model.js").Model} Model
 * @typedef {import("./model.js").Relation} Relation
 * @typedef {import("./store.js").Store} Store
 */
import { make } from "./dom.js";
import { premises } from "./model.js";
import { factList, percent, relationButton, statementButton } from "./pieces.js";
import { quoted, stepWords } from "./sentences.js";

/**
 * @param {Model} model
 * @param {Relation} relation
 * @param {Store} store
 * @returns {Node[]}
 */
export function aboutRelation(model, relation, store) {
  const starts = premises(relation);
  const target = relation.target === undefined ? null : model.relations[relation.target];
  const against = model.against[relation.id];
  return [
    make("p", { class: `kind step ${relation.kind}` }, kindOf(relation)),
    make("h2", {}, "Step"),
    make("p", { class: "text" }, stepSentence(model, relation)),
    ...factList([
      ["Because", relation.because],
      ["Scheme", relation.scheme],
      ["Certainty", percent(relation.certainty)],
      ["Signal", relation.signal],
    ]),
    make("h3", {}, starts.length > 1 ? "From, only together" : "From"),
    make("div", { class: "steps" }, ...starts.map((id) => statementButton(model.statements[id], store))),
    make("h3", {}, target ? "To the step" : "To"),
    ...(target ? stepTo(target) : [make("div", { class: "steps" }, statementButton(model.statements[relation.to ?? 0], store))]),
    ...(against.length ? [make("h3", {}, `What is said about this step (${against.length})`), make("ul", { class: "steps" }, ...against.map(undercut))] : []),
  ];

  /** @param {Relation} step */
  function stepTo(step) {
    const ends = [...premises(step), ...(step.to === undefined ? [] : [step.to])];
    return [make("div", { class: "steps" }, relationButton(step, stepWords(model, step), store), ...ends.map((id) => statementButton(model.statements[id], store)))];
  }

  /** @param {Relation} step */
  function undercut(step) {
    const word = step.kind === "contrast" ? "It is questioned by" : "It is backed by";
    return make("li", {}, relationButton(step, word, store), ...premises(step).map((id) => statementButton(model.statements[id], store)),
      ...(step.because ? [make("p", { class: "because" }, `Because: ${step.because}`)] : []));
  }
}

/**
 * What a relation says, without its warrant.
 * @param {Model} model
 * @param {Relation} relation
 * @returns {string}
 */
export function stepSentence(model, relation) {
  const starts = premises(relation).map((id) => quoted(model.statements[id])).join(" and ");
  const several = relation.linked !== undefined;
  if (relation.target !== undefined) {
    const verb = relation.kind === "support" ? ["backs", "back"] : ["questions", "question"];
    return `${starts} ${verb[Number(several)]} ${stepWords(model, model.relations[relation.target])}.`;
  }
  const word = several ? (relation.kind === "support" ? "together support" : "together contrast with") : relation.word;
  return `${starts} ${word} ${quoted(model.statements[relation.to ?? 0])}.`;
}

/** @param {Relation} relation */
function kindOf(relation) {
  const word = relation.mutual ? "Mutual contrast" : relation.kind === "support" ? "Support" : "Contrast";
  const sign = relation.kind === "support" ? "▲" : "▼";
  return `${sign} ${word}${relation.target === undefined ? "" : " of a step"}${relation.proposed ? " · proposed" : ""}`;
}
