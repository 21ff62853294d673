/** Puts the page together from its data. */
import { createArticle } from "./article.js";
import { createDetails } from "./details.js";
import { byId } from "./dom.js";
import { createFind } from "./find.js";
import { createTheme, writeHeading } from "./frame.js";
import { createHelp } from "./help.js";
import { createHint } from "./hint.js";
import { bindKeys } from "./keys.js";
import { hasProposed } from "./legend.js";
import { createLink, hasAddress } from "./link.js";
import { foldedAtFirst, wayRule } from "./folding.js";
import { initials } from "./initials.js";
import { createMap } from "./map.js";
import { buildModel, label } from "./model.js";
import { createOutline } from "./outline.js";
import { createPanels } from "./panels.js";
import { createPaper } from "./paper.js";
import { createParts } from "./parts.js";
import { createScope } from "./scope.js";
import { searchEnds } from "./searched.js";
import { createShare } from "./share.js";
import { stepSentence } from "./step.js";
import { createStore } from "./store.js";
import { visible } from "./visible.js";
import { neighbour, way } from "./walk.js";

const told = JSON.parse(byId("data").textContent ?? "{}");
const model = buildModel(told.nodes, told.edges, told.suggested);
const narrow = matchMedia("(max-width: 759px)");
const store = createStore();
store.set({ folded: foldedAtFirst(model, narrow.matches) });

writeHeading(told.title, told.source, model);
const parts = createParts(store, narrow, told.article.passages.length ? "article" : "outline", isSettled());
const field = byId("map");
const marks = initials(told.holders);
const scope = createScope(model, store, say);
const article = createArticle(told.article, store);
const outline = createOutline(model, store, (statement) => panels.mark(statement));
const find = createFind(model, store);
const help = createHelp();
const hint = createHint();
const panels = createPanels(model, store, told, find.search, { open: openBeside, say });
createDetails(model, store, {
  focus(statement) {
    parts.open("map");
    scope.focus(statement);
  },
  close: clearChoice,
  suggestion(suggestion) {
    store.set({ suggestion, by: "details" });
    parts.open("map");
  },
  path: panels.path,
  seeSource(statement) {
    parts.open("article");
    article.see(statement);
  },
});
// After all that takes room beside it, for it must know its size.
const map = createMap(field, model, store, {
  ...told,
  initials: marks,
  covered: () => (narrow.matches || byId("details").hidden ? 0 : byId("details").offsetWidth + 12),
  stuck: () => hint.tell("This browser cannot start what moves the map by hand: keys and the buttons below it move it."),
});
createTheme(() => map.repaint());
const heading = { title: told.title, about: [...byId("about").children].map((part) => part.textContent).join(" · ") };
createShare(subject, heading);
createPaper(subject, heading);

store.listen((view, before) => {
  map.follow(view, before);
  const used = view.chosen !== before.chosen || view.relation !== before.relation || view.path !== before.path;
  // Who follows a link has not used the page yet, but sees what a path is.
  if (used && view.by !== "address") hint.close();
  else if (view.path !== before.path) hint.hide();
  if (view.chosen === before.chosen) return;
  if (view.relation < 0) say(view.chosen < 0 ? "Nothing chosen" : spoken(view.chosen));
});
store.listen((view, before) => {
  if (view.relation === before.relation || view.relation < 0) return;
  say(stepSentence(model, model.relations[view.relation]));
});
/** Whether nothing of a draft is left to settle. */
function isSettled() {
  return !model.suggested.length && !told.toPlace.length && !hasProposed(model);
}

/** @param {string} words */
function say(words) {
  byId("live").textContent = words;
}

/**
 * Open a panel, or the map where it is not open anyhow; the focus goes there if it stood in what is hidden now.
 * @param {import("./store.js").Part} part
 */
function openBeside(part) {
  const focused = document.activeElement;
  parts.open(part);
  if (focused instanceof HTMLElement && focused !== document.body && !focused.checkVisibility()) byId(part === "map" ? part : `${part}-pane`).focus();
}

/** @returns {import("./picture.js").Subject} */
function subject() {
  const { view } = store;
  return { model, plan: map.planned(), view, under: visible(model, view).under, size: told.card, initials: marks };
}

/** @param {number} id */
function spoken(id) {
  const statement = model.statements[id];
  const reasons = model.arriving[id].length;
  return `${statement.proposed ? "Proposed. " : ""}${statement.eyebrow}: ${statement.text} ${reasons === 1 ? "1 reason" : `${reasons} reasons`}.`;
}

function clearChoice() {
  store.set({ chosen: -1, relation: -1, by: "map" });
  field.focus();
}

bindKeys(field, "map", {
  walk({ key }) {
    const { chosen, folded } = store.view;
    const to = way(map.planned().direction, key);
    if (model.main < 0) return;
    if (chosen < 0) store.set({ chosen: model.main, by: "map" });
    else if (to === "in" && folded.has(chosen)) scope.fold(chosen);
    else store.set({ chosen: neighbour(model, map.planned(), chosen, to), by: "map" });
  },
  home() {
    map.home();
    store.set({ chosen: model.main, by: "map" });
  },
  details() {
    if (store.view.chosen >= 0 || store.view.relation >= 0) byId("sheet").focus();
  },
  larger: () => map.zoom(1.25),
  smaller: () => map.zoom(0.8),
  whole: () => map.fit(),
  fold: () => scope.fold(store.view.chosen),
  focus: () => scope.focus(store.view.chosen),
  nearer: () => scope.grow(-1),
  farther: () => scope.grow(1),
  turn: () => scope.flip(),
});
bindKeys(document, "page", {
  find: () => find.focus(),
  help: () => help.open(),
  path: () => panels.mark(store.view.chosen),
  leave() {
    if (store.view.hits.size) find.clear();
    else if (store.view.focus >= 0) scope.leave();
    else if (store.view.chosen >= 0 || store.view.relation >= 0 || !panels.clear()) clearChoice();
  },
});
byId("zoom-in").addEventListener("click", () => map.zoom(1.25));
byId("zoom-out").addEventListener("click", () => map.zoom(0.8));
byId("zoom-fit").addEventListener("click", () => map.fit());
byId("zoom-home").addEventListener("click", () => map.home());
const legend = /** @type {HTMLDetailsElement} */ (byId("legend"));
const roomy = matchMedia("(min-width: 1240px)");
legend.open = roomy.matches;
if (!hasProposed(model)) byId("legend-proposed").remove();
roomy.addEventListener("change", () => {
  legend.open = roomy.matches;
});
byId("skip").addEventListener("click", () => {
  parts.open("outline");
  outline.focus();
});
field.setAttribute("aria-label", `Argument map${model.main < 0 ? "" : `, main claim: ${label(model.statements[model.main])}`}`);
// After the rules of the panels, which tell what is lit.
store.follow(wayRule(model));
store.follow(searchEnds);
if (hasAddress) createLink(model, store, { search: find.search, parts, pairs: panels.pairs }).begin(told.path);
