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
  /** @type {Map<HTMLElement, Dispute>} */
  const rows = new Map();
  let opened = /** @type {HTMLElement | null} */ (null);
  const found = disputes(model);
  list.append(...found.map(row));
  byId("sides-note").textContent = found.length
    ? "Contrasts, by those who hold the statements on their two sides. Open a pair to see it on the map."
    : "No statement of this map contrasts with another.";
  store.listen((view) => {
    if (opened && view.lit !== lights) turn(null);
  });
  /** @type {import("./store.js").View["lit"]} */
  let lights = null;

  /** @param {Dispute} dispute */
  function row(dispute) {
    const [one, other] = dispute.holders.map((holder) => names.get(holder) ?? holder);
    const title = isWithin(dispute) ? `${one}, on both sides` : `${one} – ${other}`;
    const button = make("button", { type: "button", class: "pair", "aria-expanded": "false" },
      make("span", {}, title), make("span", { class: "size" }, String(dispute.contrasts.length)));
    button.addEventListener("click", () => press(button));
    rows.set(button, dispute);
    return make("li", {}, button);
  }

  /** @param {HTMLElement} button */
  function press(button) {
    const next = opened === button ? null : button;
    turn(next);
    store.set({ lit: lights, by: "sides" });
  }

  /** @param {HTMLElement | null} button */
  function turn(button) {
    opened?.setAttribute("aria-expanded", "false");
    opened?.nextElementSibling?.remove();
    opened = button;
    const dispute = button && rows.get(button);
    lights = dispute ? litOf(dispute) : null;
    if (!button || !dispute) return;
    button.setAttribute("aria-expanded", "true");
    button.after(make("ul", { class: "contrasts" }, ...dispute.contrasts.map(contrast)));
  }

  /** @param {Dispute} dispute */
  function litOf({ contrasts }) {
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

  return {
    /** Light the open pair again, if there is one. */
    light() {
      if (lights) store.set({ lit: lights, by: "sides" });
    },
  };
}
