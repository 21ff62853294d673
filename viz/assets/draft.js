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
import { quoted } from "./sentences.js";
import { percent, statementButton } from "./pieces.js";
import { acceptedYaml, proposedRelations } from "./settling.js";
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
  const items = model.suggested.map(suggestionItem);
  byId("draft").append(
    ...part("Suggested relations", "None counts until you accept it: tick, copy, and paste into the map's file.", items.map(({ item }) => item)),
    ...part("Statements to place", "No relation touches them.", toPlace.map((id) => make("li", {}, statementButton(model.statements[id], store)))),
    ...part("Proposed relations", "On the map already; the least certain first.", proposed.map(proposedItem)),
  );
  byId("draft").querySelector("details")?.setAttribute("open", "");
  copy.addEventListener("click", async () => {
    const done = await copyText(acceptedYaml(model, accepted()));
    told.textContent = done ? "Copied. Paste each piece in the map's file where its first line says." : "The browser does not allow it here.";
  });
  byId("draft-none").addEventListener("click", () => {
    for (const { box } of items) box.checked = false;
    count();
    byId("draft-pane").focus();
  });
  store.listen(({ suggestion }, before) => {
    if (suggestion === before.suggestion) return;
    items[before.suggestion]?.see.setAttribute("aria-pressed", "false");
    items[suggestion]?.see.setAttribute("aria-pressed", "true");
  });

  /**
   * @param {string} title
   * @param {string} note
   * @param {HTMLLIElement[]} lines
   * @returns {Node[]}  nothing where there is nothing to list
   */
  function part(title, note, lines) {
    if (!lines.length) return [];
    const summary = make("summary", {}, make("h3", {}, title), make("span", { class: "size" }, String(lines.length)));
    return [make("details", {}, summary, make("p", { class: "note" }, note), make("ul", { class: "steps" }, ...lines))];
  }

  /**
   * @param {Suggestion} suggestion
   * @param {number} place
   */
  function suggestionItem({ from, to, kind, signal, certainty }, place) {
    const [start, end] = [model.statements[from], model.statements[to]];
    const word = kind === "support" ? "▲ would support" : "▼ would contrast with";
    const name = make("span", { class: "unseen" }, ` that ${quoted(start)} ${kind === "support" ? "supports" : "contrasts with"} ${quoted(end)}`);
    const box = make("input", { type: "checkbox" });
    box.addEventListener("change", count);
    const see = make("button", { type: "button", class: "link", "aria-pressed": "false" }, "Show on the map", name.cloneNode(true));
    see.addEventListener("click", () => {
      const open = store.view.suggestion !== place;
      store.set({ suggestion: open ? place : -1, by: "draft" });
      if (open) seeMap();
    });
    const item = make("li", {},
      statementButton(start, store), make("p", { class: `word ${kind}` }, word), statementButton(end, store),
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
    return model.suggested.filter((_, place) => items[place].box.checked);
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
