/** Pieces that the details of statements and of relations share. */
import { make } from "./dom.js";

/**
 * @param {import("./model.js").Statement} statement
 * @param {import("./store.js").Store} store
 * @returns {HTMLButtonElement}  it chooses the statement
 */
export function statementButton(statement, store) {
  const button = make("button", { type: "button", class: `statement ${statement.kind}` }, statement.text);
  button.addEventListener("click", () => store.set({ chosen: statement.id, by: "details" }));
  return button;
}

/**
 * @param {import("./model.js").Relation} relation
 * @param {string} word  what it does
 * @param {import("./store.js").Store} store
 * @returns {HTMLButtonElement}  it chooses the relation
 */
export function relationButton(relation, word, store) {
  const sign = relation.kind === "support" ? "▲" : "▼";
  const button = make("button", { type: "button", class: `word ${relation.kind}` }, `${sign} ${word}`, make("span", { class: "unseen" }, " (about this step)"));
  button.addEventListener("click", () => store.set({ relation: relation.id, by: "details" }));
  return button;
}

/**
 * @param {[string, string | undefined][]} told
 * @returns {Node[]}  nothing where nothing is told
 */
export function factList(told) {
  const known = told.filter(([, value]) => value);
  return known.length ? [make("dl", {}, ...known.flatMap(([name, value]) => [make("dt", {}, name), make("dd", {}, value ?? "")]))] : [];
}

/**
 * @param {number | undefined} value
 * @returns {string | undefined}
 */
export function percent(value) {
  return value === undefined ? undefined : `${Math.round(value * 100)} %`;
}
