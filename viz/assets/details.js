/**
 * Everything about the chosen statement.
 *
 * @typedef {import("./model.js").Model} Model
 * @typedef {import("./model.js").Statement} Statement
 * @typedef {import("./model.js").Relation} Relation
 * @typedef {import("./store.js").Store} Store
 */
import { byId, make } from "./dom.js";
import { premises } from "./model.js";

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
 * @param {{seeSource: (statement: number) => void, close: () => void}} does
 */
export function createDetails(model, store, does) {
  const pane = byId("details");
  const sheet = byId("sheet");
  byId("details-close").addEventListener("click", () => does.close());
  store.listen((view, before) => {
    if (view.chosen === before.chosen) return;
    pane.hidden = view.chosen < 0;
    document.body.classList.toggle("chosen", view.chosen >= 0);
    sheet.replaceChildren(...(view.chosen < 0 ? [] : about(model.statements[view.chosen])));
    sheet.scrollTop = 0;
  });

  /**
   * @param {Statement} statement
   * @returns {Node[]}
   */
  function about(statement) {
    return [
      make("p", { class: `kind ${statement.main ? "main" : statement.kind}` }, [statement.word, statement.type].filter(Boolean).join(" · ")),
      make("h2", {}, statement.short && statement.short !== statement.text ? statement.short : "Statement"),
      ...(statement.says ? [make("p", { class: "says" }, `${statement.says}:`)] : []),
      make("p", { class: "text" }, statement.text),
      ...facts(statement),
      ...quotes(statement),
      ...reasons(statement),
      ...bearings(statement),
    ];
  }

  /**
   * @param {Statement} statement
   * @returns {Node[]}
   */
  function facts(statement) {
    const told = /** @type {[string, string | undefined][]} */ ([
      ["Certainty", certainty(statement.certainty)],
      ["Origin", statement.origin],
      ["Note", statement.note],
      ["Tags", statement.tags?.join(", ")],
    ]).filter(([, value]) => value);
    if (!told.length) return [];
    return [make("dl", {}, ...told.flatMap(([name, value]) => [make("dt", {}, name), make("dd", {}, value ?? "")]))];
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
      const word = others.length ? `${relation.word}, only together with the next,` : relation.word;
      if (relation.to !== undefined) return step(relation, [...others, relation.to], word);
      const target = model.relations[relation.target ?? 0];
      const ends = [target.from, ...(target.to === undefined ? [] : [target.to])];
      return step(relation, [...others, ...ends], `${relation.kind === "contrast" ? "questions" : "backs"} the step between`);
    });
    return [make("h3", {}, `Bears on (${leaving.length})`), make("ul", { class: "steps" }, ...items)];
  }

  /**
   * One relation: its word, the statements at its other end as buttons, and why it holds.
   * @param {Relation} relation
   * @param {number[]} statements
   * @param {string} word
   * @returns {HTMLLIElement}
   */
  function step(relation, statements, word) {
    const told = [make("p", { class: `word ${relation.kind}` }, `${relation.kind === "support" ? "▲" : "▼"} ${word}`)];
    const buttons = statements.map((id) => statementButton(model.statements[id]));
    const more = [
      relation.because && `Because: ${relation.because}`,
      relation.scheme && `Scheme: ${relation.scheme}`,
      relation.certainty !== undefined && `Certainty of the step: ${certainty(relation.certainty)}`,
    ].filter(Boolean);
    const against = model.against[relation.id].map((undercut) =>
      make("li", {}, make("p", { class: `word ${undercut.kind}` }, undercut.kind === "contrast" ? "▼ this step is questioned by" : "▲ this step is backed by"),
        ...premises(undercut).map((id) => statementButton(model.statements[id]))),
    );
    return make("li", {}, ...told, ...buttons,
      ...more.map((text) => make("p", { class: "because" }, String(text))),
      ...(against.length ? [make("ul", { class: "steps" }, ...against)] : []));
  }

  /** @param {Statement} statement */
  function statementButton(statement) {
    const button = make("button", { type: "button", class: `statement ${statement.kind}` }, statement.text);
    button.addEventListener("click", () => store.set({ chosen: statement.id, by: "details" }));
    return button;
  }
}

/** @param {Relation} relation */
function backward(relation) {
  const alone = !relation.linked;
  if (relation.mutual) return "is set against";
  if (relation.kind === "support") return alone ? "is supported by" : "is supported by, together,";
  return alone ? "is contrasted by" : "is contrasted by, together,";
}

/**
 * @param {number | undefined} value
 * @returns {string | undefined}
 */
function certainty(value) {
  return value === undefined ? undefined : `${Math.round(value * 100)} %`;
}
