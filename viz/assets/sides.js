/**
 * The list of who disagrees with whom; a pair that is opened is lit on the map.
 *
 * @typedef {import("./disputes.js").Dispute} Dispute
 * @typedef {import("./model.js").Model} Model
 * @typedef {import("./model.js").Relation} Relation
 * @typedef {import("./store.js").Store} Store
 * @typedef {{key: string, name: string, size: number, tone: number}} Party
 */
import { attacked, disputes, isWithin } from "./disputes.js";
import { byId, make } from "./dom.js";
import { label, premises } from "./model.js";

/**
 * @param {Model} model
 * @param {Store} store
 * @param {Party[]} parties
 */
export function createSides(model, store, parties) {
  const list = byId("sides");
  const names = new Map(parties.map(({ key, name }) => [key, name]));
  const found = disputes(model);
  const buttons = found.map(pairButton);
  list.append(...buttons.map((button) => make("li", {}, button)));
  byId("sides-note").textContent = found.length
    ? "Contrasts, by those who hold the statements on their two sides. Open a pair to see it on the map."
    : "No statement of this map contrasts with another.";
  store.listen(({ pair }, before) => {
    if (pair === before.pair) return;
    turn(before.pair, false);
    turn(pair, true);
  });

  /**
   * @param {Dispute} dispute
   * @param {number} place
   */
  function pairButton(dispute, place) {
    const [one, other] = dispute.holders.map((holder) => names.get(holder) ?? holder);
    const title = isWithin(dispute) ? `${one}, on both sides` : `${one} – ${other}`;
    const button = make("button", { type: "button", class: "pair", "aria-expanded": "false" },
      make("span", {}, title), make("span", { class: "size" }, String(dispute.contrasts.length)));
    button.addEventListener("click", () => store.set({ pair: store.view.pair === place ? -1 : place, by: "sides" }));
    return button;
  }

  /**
   * @param {number} place
   * @param {boolean} open
   */
  function turn(place, open) {
    const button = buttons[place];
    if (!button) return;
    button.setAttribute("aria-expanded", String(open));
    if (open) button.after(make("ul", { class: "contrasts" }, ...found[place].contrasts.map(contrast)));
    else button.nextElementSibling?.remove();
  }

  /**
   * @param {number} pair
   * @returns {import("./store.js").View["lit"]}
   */
  function lights(pair) {
    if (pair < 0) return null;
    const { contrasts } = found[pair];
    const ends = contrasts.flatMap((relation) => [...premises(relation), ...attacked(model, relation)]);
    const steps = contrasts.flatMap(({ target }) => (target === undefined ? [] : [target]));
    return { statements: new Set(ends), relations: new Set([...contrasts.map(({ id }) => id), ...steps]) };
  }

  /** @param {Relation} relation */
  function contrast(relation) {
    const own = premises(relation).map(short).join(" + ");
    const word = relation.mutual ? "is set against" : relation.to === undefined ? "questions a step from" : "contrasts with";
    const button = make("button", { type: "button", class: "statement contrast" },
      own, make("b", { class: "word contrast" }, `▼ ${word}`), attacked(model, relation).map(short).join(" + "));
    button.addEventListener("click", () => store.set({ relation: relation.id, by: "sides" }));
    return make("li", {}, button);
  }

  /** @param {number} id */
  function short(id) {
    return label(model.statements[id]);
  }

  return { lights, pairs: found.map(({ holders }) => holders) };
}
