/**
 * The filters: what they hide, how much, and the colours of the boxes.
 *
 * @typedef {import("./filtering.js").Choice} Choice
 * @typedef {import("./filtering.js").Group} Group
 * @typedef {import("./model.js").Model} Model
 * @typedef {import("./store.js").Store} Store
 */
import { byId, make } from "./dom.js";
import { NO_FILTERS, filterGroups, filterRule, withFilter } from "./filtering.js";
import { grouped } from "./numbers.js";
import { visible } from "./visible.js";

/** A filter with more choices can be turned off or on as a whole. */
const SEVERAL = 3;

/**
 * @param {Model} model
 * @param {Store} store
 * @param {{holders: import("./sides.js").Party[], sections: string[]}} told
 * @param {Record<string, string>} marks  of holders
 */
export function createFilters(model, store, told, marks) {
  const opener = byId("filters-open");
  const pane = byId("filters");
  const strip = byId("filtered");
  /** @type {Map<HTMLInputElement, {group: Group, choice: Choice}>} */
  const boxes = new Map();
  pane.querySelector("form")?.prepend(...filterGroups(model, told.holders, told.sections).map(groupOf));
  store.follow(filterRule(model));
  store.listen((view, before) => {
    if (view.hidden !== before.hidden) show();
    if (view.tint !== before.tint) showTint();
  });
  pane.addEventListener("beforetoggle", () => {
    const { bottom, right } = opener.getBoundingClientRect();
    pane.style.top = `${bottom + 6}px`;
    pane.style.right = `${Math.max(12, document.documentElement.clientWidth - right)}px`;
    pane.style.maxHeight = `calc(100dvh - ${bottom + 18}px)`;
  });
  pane.addEventListener("toggle", () => opener.setAttribute("aria-expanded", String(pane.matches(":popover-open"))));
  for (const button of [byId("filters-none"), byId("filtered-none")]) button.addEventListener("click", () => showAll());
  for (const input of tints()) {
    input.addEventListener("change", () => store.set({ tint: input.value === "holder" ? "holder" : "kind", by: "filters" }));
  }
  show();
  showTint();

  /** @param {Group} group */
  function groupOf(group) {
    const whole = group.choices.length > SEVERAL ? [wholeButton(group, true), wholeButton(group, false)] : [];
    const head = make("div", { class: "head" }, make("h2", {}, group.title), ...whole);
    return make("div", { class: "group", role: "group", "aria-label": group.title }, head, ...group.choices.map((choice) => row(group, choice)));
  }

  /**
   * @param {Group} group
   * @param {Choice} choice
   */
  function row(group, choice) {
    const box = make("input", { type: "checkbox" });
    boxes.set(box, { group, choice });
    box.addEventListener("change", () => set(withFilter(store.view.hidden, group.filter, [choice.value], !box.checked)));
    const swatch = choice.tone === undefined ? [] : [make("span", { class: `swatch tone-${choice.tone}`, "aria-hidden": "true" }, marks[choice.value] ?? "")];
    return make("label", {}, box, ...swatch, make("span", {}, choice.name), make("span", { class: "size" }, grouped(choice.size)));
  }

  /**
   * @param {Group} group
   * @param {boolean} all
   */
  function wholeButton(group, all) {
    const button = make("button", { type: "button", class: "link" }, all ? "All" : "None", make("span", { class: "unseen" }, `: ${group.title}`));
    button.addEventListener("click", () => set(withFilter(store.view.hidden, group.filter, group.choices.map(({ value }) => value), !all)));
    return button;
  }

  /** @param {import("./store.js").Hidden} hidden */
  function set(hidden) {
    store.set({ hidden, by: "filters" });
  }

  function showAll() {
    set(NO_FILTERS);
    if (!pane.matches(":popover-open")) opener.focus();
  }

  function show() {
    const { hidden } = store.view;
    for (const [box, { group, choice }] of boxes) {
      box.checked = !(/** @type {Set<string | number>} */ (hidden[group.filter]).has(choice.value));
    }
    const active = Object.values(hidden).some((values) => values.size > 0);
    const size = visible(model, store.view).hiddenBy.filter;
    const statements = size === 1 ? "1 statement is" : `${grouped(size)} statements are`;
    const words = `${size ? statements : "Relations alone are"} hidden by the filter`;
    strip.hidden = !active;
    byId("filtered-words").textContent = active ? words : "";
    byId("filters-count").textContent = active ? words : "Nothing is hidden";
    byId("filters-none").hidden = !active;
    opener.classList.toggle("on", active);
    byId("filters-open-size").textContent = active ? ` (${grouped(size)} hidden)` : "";
  }

  function showTint() {
    const { tint } = store.view;
    for (const input of tints()) input.checked = input.value === tint;
    document.body.classList.toggle("by-holder", tint === "holder");
    byId("holders").hidden = tint !== "holder";
  }

  function tints() {
    return /** @type {NodeListOf<HTMLInputElement>} */ (pane.querySelectorAll("[name=tint]"));
  }
}
