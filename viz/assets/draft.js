/**
 * The panel of what a draft leaves open: suggestions, statements without a place, and what is
 * proposed.
 *
 * @typedef {import("./model.js").Model} Model
 * @typedef {import("./model.js").Relation} Relation
 * @typedef {import("./model.js").Suggestion} Suggestion
 * @typedef {import("./store.js").Store} Store
 */
import { copyText } from "./clipboard.js";
import { byId, make } from "./dom.js";
import { grouped } from "./numbers.js";
import { quoted } from "./sentences.js";
import { percent, statementButton } from "./pieces.js";
import { acceptedYaml, proposedRelations, suggestedWord } from "./settling.js";
import { stepSentence } from "./step.js";

/**
 * @param {Model} model
 * @param {Store} store
 * @param {number[]} toPlace  statements
 * @param {() => void} seeMap
 */
export function createDraft(model, store, toPlace, seeMap) {
  const acts = byId("draft-acts");
  const copy = byId("draft-copy");
  const told = byId("draft-told");
  const proposed = proposedRelations(model);
  /** @type {ReturnType<typeof suggestionItem>[]} */
  let items = [];
  const lists = byId("draft");
  lists.append(
    ...part("Suggested relations", "None counts until you accept it: tick, copy, and paste into the map's file.", model.suggested.length, suggestionItems),
    ...part("Statements to place", "No relation touches them.", toPlace.length, () => toPlace.map((id) => make("li", {}, statementButton(model.statements[id], store)))),
    ...part("Proposed relations", "On the map already; the least certain first.", proposed.length, () => proposed.map(proposedItem)),
  );
  copy.addEventListener("click", async () => {
    const done = await copyText(acceptedYaml(model, accepted()));
    told.textContent = done ? "Copied. Paste each piece in the map's file where its first line says." : "The browser does not allow it here.";
  });
  byId("draft-none").addEventListener("click", () => {
    for (const { box } of items) box.checked = false;
    count();
    byId("draft-pane").focus();
  });
  store.listen(({ part: opened, suggestion }, before) => {
    if (opened === "draft" && !lists.querySelector("[open]")) lists.querySelector("details")?.setAttribute("open", "");
    if (suggestion === before.suggestion) return;
    items[before.suggestion]?.see.setAttribute("aria-pressed", "false");
    items[suggestion]?.see.setAttribute("aria-pressed", "true");
  });

  /**
   * A list that is made when it is opened first, for it may be long.
   * @param {string} title
   * @param {string} note
   * @param {number} size
   * @param {() => HTMLLIElement[]} lines
   * @returns {Node[]}  nothing where there is nothing to list
   */
  function part(title, note, size, lines) {
    if (!size) return [];
    const summary = make("summary", {}, make("h3", {}, title), make("span", { class: "size" }, grouped(size)));
    const list = make("ul", { class: "steps" });
    const details = make("details", {}, summary, make("p", { class: "note" }, note), list);
    details.addEventListener("toggle", () => list.append(...lines()), { once: true });
    return [details];
  }

  function suggestionItems() {
    items = model.suggested.map(suggestionItem);
    return items.map(({ item }) => item);
  }

  /**
   * @param {Suggestion} suggestion
   * @param {number} place
   */
  function suggestionItem(suggestion, place) {
    const { from, to, kind, signal, certainty } = suggestion;
    const [start, end] = [model.statements[from], model.statements[to]];
    const name = make("span", { class: "unseen" }, ` that ${quoted(start)} ${kind === "support" ? "supports" : "contrasts with"} ${quoted(end)}`);
    const box = make("input", { type: "checkbox" });
    box.addEventListener("change", count);
    const see = make("button", { type: "button", class: "link", "aria-pressed": String(store.view.suggestion === place) }, "Show on the map", name.cloneNode(true));
    see.addEventListener("click", () => {
      const open = store.view.suggestion !== place;
      store.set({ suggestion: open ? place : -1, by: "draft" });
      if (open) seeMap();
    });
    const item = make("li", {},
      statementButton(start, store), make("p", { class: `word ${kind}` }, suggestedWord(suggestion)), statementButton(end, store),
      grounds(signal, certainty),
      make("div", { class: "accept" }, make("label", {}, box, make("span", {}, "Accept", name)), see));
    return { item, box, see };
  }

  /** @param {Relation} relation */
  function proposedItem(relation) {
    const button = make("button", { type: "button", class: `statement ${relation.kind}` }, stepSentence(model, relation));
    button.addEventListener("click", () => store.set({ relation: relation.id, by: "draft" }));
    return make("li", {}, button, grounds(relation.signal, relation.certainty));
  }

  function accepted() {
    return model.suggested.filter((_, place) => items[place]?.box.checked);
  }

  function count() {
    const size = accepted().length;
    acts.hidden = !size;
    copy.textContent = `Copy YAML of ${size}`;
    told.textContent = "";
  }

  return {
    /**
     * @param {number} place
     * @returns {import("./store.js").View["lit"]}
     */
    lights(place) {
      const suggestion = model.suggested[place];
      return suggestion ? { statements: new Set([suggestion.from, suggestion.to]), relations: new Set() } : null;
    },
  };
}

/**
 * What something was proposed for, and how sure it is.
 * @param {string | undefined} signal
 * @param {number | undefined} certainty
 */
function grounds(signal, certainty) {
  const sure = certainty === undefined ? undefined : `certainty ${percent(certainty)}`;
  return make("p", { class: "because" }, [signal, sure].filter(Boolean).join(" · "));
}
