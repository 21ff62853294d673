/**
 * What the filters offer, and what of them must go when the reader goes to what they hide.
 *
 * @typedef {import("./model.js").Model} Model
 * @typedef {import("./sides.js").Party} Party
 * @typedef {import("./store.js").View} View
 * @typedef {import("./store.js").Hidden} Hidden
 *
 * @typedef {object} Choice
 * @property {string | number} value
 * @property {string} name
 * @property {number} size  how many statements, or relations
 * @property {number} [tone]  of a holder
 *
 * @typedef {{filter: keyof Hidden, title: string, choices: Choice[]}} Group
 */
import { isUnwanted, visible } from "./visible.js";

/** @type {Hidden} */
export const NO_FILTERS = { kinds: new Set(), relations: new Set(), holders: new Set(), sections: new Set() };

/**
 * The filters that can hide some of a map, and not only all of it.
 * @param {Model} model
 * @param {Party[]} parties
 * @param {string[]} sections
 * @returns {Group[]}
 */
export function filterGroups({ statements, relations }, parties, sections) {
  const kind = (/** @type {string} */ value, /** @type {string} */ name) => ({ value, name, size: statements.filter((one) => one.kind === value).length });
  const relation = (/** @type {string} */ value, /** @type {string} */ name) => ({ value, name, size: relations.filter((one) => one.kind === value).length });
  const implicit = { value: "implicit", name: "Implicit: not in the text", size: statements.filter((one) => one.implicit).length };
  const proposed = (/** @type {{proposed?: boolean}[]} */ all) => {
    const size = all.filter((one) => one.proposed).length;
    return { value: "proposed", name: "Proposed: not yet settled", size: size < all.length ? size : 0 };
  };
  /** @type {Group[]} */
  const groups = [
    { filter: "kinds", title: "Statements", choices: [kind("claim", "Claims"), kind("evidence", "Evidence"), implicit, proposed(statements)] },
    { filter: "relations", title: "Relations", choices: [relation("support", "Supports"), relation("contrast", "Contrasts"), proposed(relations)] },
    { filter: "holders", title: "Held by", choices: parties.map(({ key, name, size, tone }) => ({ value: key, name, size, tone })) },
    {
      filter: "sections",
      title: "In the section",
      choices: sections.map((name, value) => ({ value, name, size: statements.filter((one) => one.sections?.includes(value)).length })),
    },
  ];
  return groups
    .map((group) => ({ ...group, choices: group.choices.filter(({ size }) => size > 0) }))
    .filter(({ choices }) => choices.length > 1);
}

/**
 * With one value of a filter hidden or shown.
 * @param {Hidden} hidden
 * @param {keyof Hidden} filter
 * @param {Iterable<string | number>} values
 * @param {boolean} hide
 * @returns {Hidden}
 */
export function withFilter(hidden, filter, values, hide) {
  const changed = new Set(/** @type {Set<string | number>} */ (hidden[filter]));
  for (const value of values) changed[hide ? "add" : "delete"](value);
  return { ...hidden, [filter]: changed };
}

/**
 * Whatever is newly chosen or lit is not hidden by filters: those that do are taken back.
 * @param {Model} model
 * @returns {import("./store.js").Rule}
 */
export function filterRule(model) {
  return (view, before) => {
    const chosen = view.chosen >= 0 && view.chosen !== before.chosen ? [view.chosen] : [];
    const lit = view.lit && view.lit !== before.lit ? [...view.lit.statements] : [];
    const steps = view.lit && view.lit !== before.lit ? [...view.lit.relations] : [];
    const step = view.relation >= 0 && view.relation !== before.relation ? [view.relation] : [];
    const hidden = withoutHiding(model, view, [...chosen, ...lit], [...step, ...steps]);
    return hidden === view.hidden ? null : { hidden };
  };
}

/**
 * @param {Model} model
 * @param {View} view
 * @param {number[]} statements
 * @param {number[]} relations
 * @returns {Hidden}  the same where they hide none of these
 */
function withoutHiding(model, view, statements, relations) {
  let { hidden } = view;
  for (const id of relations) {
    const relation = model.relations[id];
    if (isUnwanted(relation, hidden)) hidden = withFilter(hidden, "relations", [relation.kind, "proposed"], false);
  }
  const isOut = (/** @type {number} */ id) => visible(model, { ...view, hidden }).out[id] > 0;
  for (const id of statements) {
    if (!isOut(id)) continue;
    const { kind, holders, sections } = model.statements[id];
    hidden = withFilter(hidden, "kinds", [kind, "implicit", "proposed"], false);
    hidden = withFilter(hidden, "holders", holders, false);
    hidden = withFilter(hidden, "sections", sections ?? [], false);
    if (isOut(id)) hidden = { ...hidden, relations: new Set() };
  }
  return hidden;
}
