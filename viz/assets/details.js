/**
 * Everything about the chosen statement or relation.
 *
 * @typedef {import("./model.js").Model} Model
 * @typedef {import("./model.js").Statement} Statement
 * @typedef {import("./model.js").Relation} Relation
 * @typedef {import("./store.js").Store} Store
 */
import { byId, make } from "./dom.js";
import { premises } from "./model.js";
import { factList, percent, relationButton, statementButton } from "./pieces.js";
import { suggestedWord } from "./settling.js";
import { aboutRelation } from "./step.js";

const MATCHES = {
  exact: "",
  folded: "",
  fuzzy: "The article says this in slightly other words.",
  missing: "These words were not found in the article.",
  unchecked: "Not compared with the article.",
};

/**
 * @param {Model} model
 * @param {Store} store
 * @param {object} does
 * @param {() => void} does.close
 * @param {(statement: number) => void} does.seeSource
 * @param {(end: "from"|"to", statement: number) => void} does.path
 * @param {(statement: number) => void} does.focus
 * @param {(suggestion: number) => void} does.suggestion
 */
export function createDetails(model, store, does) {
  const pane = byId("details");
  const sheet = byId("sheet");
  byId("details-close").addEventListener("click", () => does.close());
  store.follow(oneChoice);
  store.listen((view, before) => {
    if (view.chosen === before.chosen && view.relation === before.relation) return;
    const told = content(view);
    pane.hidden = !told.length;
    document.body.classList.toggle("chosen", told.length > 0);
    sheet.replaceChildren(...told);
    sheet.scrollTop = 0;
  });

  /** @param {import("./store.js").View} view */
  function content({ chosen, relation }) {
    if (chosen >= 0) return about(model.statements[chosen]);
    return relation >= 0 ? aboutRelation(model, model.relations[relation], store) : [];
  }

  /**
   * @param {Statement} statement
   * @returns {Node[]}
   */
  function about(statement) {
    return [
      make("p", { class: `kind ${statement.main ? "main" : statement.kind}` }, [statement.word, statement.type, statement.proposed && "proposed"].filter(Boolean).join(" · ")),
      statement.short && statement.short !== statement.text ? make("h2", {}, statement.short) : make("h2", { class: "unseen" }, "Statement"),
      ...(statement.says ? [make("p", { class: "says" }, `${statement.says}:`)] : []),
      make("p", { class: "text" }, statement.text),
      make("div", { class: "acts" }, acting("Path from here", () => does.path("from", statement.id)), acting("Path to here", () => does.path("to", statement.id)), acting("Show what is near", () => does.focus(statement.id))),
      ...facts(statement),
      ...quotes(statement),
      ...reasons(statement),
      ...bearings(statement),
      ...suggestions(statement),
      ...sayings(statement),
      ...ties(statement),
    ];
  }

  /**
   * @param {Statement} statement
   * @returns {Node[]}
   */
  function suggestions({ id }) {
    const items = model.suggested.flatMap((suggestion, place) => {
      const { from, to, kind } = suggestion;
      if (from !== id && to !== id) return [];
      const see = make("button", { type: "button", class: `word ${kind}` }, suggestedWord(suggestion, to === id), make("span", { class: "unseen" }, " (show on the map)"));
      see.addEventListener("click", () => does.suggestion(place));
      return [make("li", {}, see, statementButton(model.statements[from === id ? to : from], store))];
    });
    return items.length ? [make("h3", {}, `Suggested (${items.length})`), make("ul", { class: "steps" }, ...items)] : [];
  }

  /**
   * @param {Statement} statement
   * @returns {Node[]}
   */
  function sayings({ said }) {
    if (!said) return [];
    return [make("h3", {}, "In the dialogue"), ...said.map((words) => make("blockquote", {}, make("p", {}, words)))];
  }

  /**
   * What ties a statement to others without speaking for or against them.
   * @param {Statement} statement
   * @returns {Node[]}
   */
  function ties({ ties: all }) {
    if (!all) return [];
    const items = all.map(({ word, to, scheme }) =>
      make("li", {}, make("p", { class: "beside" }, scheme ? `${word} (${scheme})` : word), statementButton(model.statements[to], store)));
    return [make("h3", {}, "Beside the argument"), make("ul", { class: "steps" }, ...items)];
  }

  /**
   * @param {Statement} statement
   * @returns {Node[]}
   */
  function facts(statement) {
    return factList([
      ["Certainty", percent(statement.certainty)],
      ["Origin", statement.origin],
      ["Section", statement.section],
      ["Note", statement.note],
      ["Tags", statement.tags?.join(", ")],
      ["Signal", statement.signal],
    ]);
  }

  /**
   * @param {Statement} statement
   * @returns {Node[]}
   */
  function quotes(statement) {
    if (!statement.quotes) return [];
    const blocks = statement.quotes.map((quote) =>
      make("blockquote", {}, make("p", {}, quote.words), ...(MATCHES[quote.match] ? [make("p", { class: "note" }, MATCHES[quote.match])] : [])),
    );
    const see = make("button", { type: "button", class: "link" }, "Show in the article");
    see.addEventListener("click", () => does.seeSource(statement.id));
    return [make("h3", {}, "In the source"), ...blocks, see];
  }

  /**
   * @param {Statement} statement
   * @returns {Node[]}
   */
  function reasons(statement) {
    const arriving = model.arriving[statement.id];
    if (!arriving.length) return [];
    const items = arriving.map((relation) => step(relation, premises(relation), backward(relation)));
    return [make("h3", {}, `Rests on (${arriving.length})`), make("ul", { class: "steps" }, ...items)];
  }

  /**
   * @param {Statement} statement
   * @returns {Node[]}
   */
  function bearings(statement) {
    const leaving = model.leaving[statement.id];
    if (!leaving.length) return [];
    const items = leaving.map((relation) => {
      const others = premises(relation).filter((premise) => premise !== statement.id);
      if (relation.to !== undefined) return step(relation, [relation.to], relation.word, others);
      const target = model.relations[relation.target ?? 0];
      const ends = [target.from, ...(target.to === undefined ? [] : [target.to])];
      return step(relation, ends, `${relation.kind === "contrast" ? "questions" : "backs"} the step between`, others);
    });
    return [make("h3", {}, `Bears on (${leaving.length})`), make("ul", { class: "steps" }, ...items)];
  }

  /**
   * One relation: its word, the statements at its other end as buttons, and why it holds.
   * @param {Relation} relation
   * @param {number[]} statements
   * @param {string} word
   * @param {number[]} [others]  premises without which it does not hold
   * @returns {HTMLLIElement}
   */
  function step(relation, statements, word, others = []) {
    const beside = others.length ? [make("p", { class: "beside" }, "Only together with"), ...others.map((id) => statementButton(model.statements[id], store))] : [];
    const buttons = statements.map((id) => statementButton(model.statements[id], store));
    const more = [
      relation.because && `Because: ${relation.because}`,
      relation.scheme && `Scheme: ${relation.scheme}`,
      relation.certainty !== undefined && `Certainty of the step: ${percent(relation.certainty)}`,
      relation.proposed && `Proposed${relation.signal ? `: ${relation.signal}` : ""}`,
    ].filter(Boolean);
    const against = model.against[relation.id].map((undercut) =>
      make("li", {}, relationButton(undercut, undercut.kind === "contrast" ? "this step is questioned by" : "this step is backed by", store),
        ...premises(undercut).map((id) => statementButton(model.statements[id], store))),
    );
    return make("li", {}, ...beside, relationButton(relation, word, store), ...buttons,
      ...more.map((text) => make("p", { class: "because" }, String(text))),
      ...(against.length ? [make("ul", { class: "steps" }, ...against)] : []));
  }
}

/**
 * @param {string} word
 * @param {() => void} pressed
 */
function acting(word, pressed) {
  const button = make("button", { type: "button" }, word);
  button.addEventListener("click", pressed);
  return button;
}

/**
 * A statement or a relation is chosen, not both.
 * @type {import("./store.js").Rule}
 */
function oneChoice(view, before) {
  if (view.relation >= 0 && view.relation !== before.relation && view.chosen === before.chosen) return { chosen: -1 };
  return view.chosen >= 0 && view.relation >= 0 ? { relation: -1 } : null;
}

/** @param {Relation} relation */
function backward(relation) {
  const alone = !relation.linked;
  if (relation.mutual) return "is set against";
  if (relation.kind === "support") return alone ? "is supported by" : "is supported by all of";
  return alone ? "is contrasted by" : "is contrasted by all of";
}
