/**
 * Asking for a path: two statements are chosen, the routes between them are told and lit.
 *
 * @typedef {import("./model.js").Model} Model
 * @typedef {import("./store.js").Store} Store
 * @typedef {import("./store.js").View} View
 */
import { tellAnswer } from "./answer.js";
import { copyText } from "./clipboard.js";
import { byId } from "./dom.js";
import { premises } from "./model.js";
import { namer } from "./naming.js";
import { nearby } from "./near.js";
import { createPicker } from "./picker.js";
import { asker, SOME_ROUTES } from "./routes.js";
import { quoted } from "./sentences.js";
import { answerText, openingLines } from "./tellings.js";

const NOTHING = { from: -1, to: -1, route: 0 };
/** An address may ask for a route; one beyond so many is not looked for. */
const MOST_ROUTES = 100;
const HOW = "Type words of two statements and choose them. Or choose a statement anywhere and press p, then do the same with another one.";

/**
 * @param {Model} model
 * @param {Store} store
 * @param {(query: string) => number[]} search
 * @param {{open: () => void, say: (words: string) => void}} does
 */
export function createPaths(model, store, search, does) {
  const ask = asker(model);
  const find = { search, named: namer(model.statements), near: nearby(model.statements) };
  const told = byId("path-answer");
  const copy = byId("path-copy");
  const from = picker("from");
  const to = picker("to");
  /** @type {(import("./routes.js").Answer & {limit: number}) | null} */
  let answer = null;
  let asked = store.view.path;
  let limit = SOME_ROUTES;
  store.listen((view, before) => {
    if (view.path === before.path) return;
    from.show(view.path.from);
    to.show(view.path.to);
    showPending(view.path);
    show();
  });
  show();
  byId("path-swap").addEventListener("click", () => set({ from: store.view.path.to, to: store.view.path.from, route: 0 }));
  byId("path-clear").addEventListener("click", () => {
    clear();
    byId("path-from").focus();
  });
  byId("path-cancel").addEventListener("click", clear);
  copy.addEventListener("click", async () => {
    if (!answer) return;
    const done = await copyText(answerText(model, answer));
    does.say(done ? "The path is copied as text." : "The browser did not allow copying.");
    copy.textContent = done ? "Copied" : "Not copied";
  });

  /** @param {"from"|"to"} end */
  function picker(end) {
    return createPicker(model, find, `path-${end}`, (statement) => set({ ...store.view.path, [end]: statement, route: 0 }));
  }

  /** @param {View["path"]} path */
  function set(path) {
    store.set({ path, by: "path" });
  }

  function clear() {
    set(NOTHING);
    does.say("No path is asked for.");
  }

  /**
   * Answer what is asked, and tell what the answer lights.
   * @param {View["path"]} path
   * @returns {View["lit"]}
   */
  function lights(path) {
    if (path.from !== asked.from || path.to !== asked.to) {
      limit = SOME_ROUTES;
      answer = null;
    }
    while (limit <= path.route && limit < MOST_ROUTES) limit += SOME_ROUTES;
    const apart = path.from >= 0 && path.to >= 0 && path.from !== path.to;
    if (apart && answer?.limit !== limit) answer = { ...ask(path.from, path.to, limit), limit };
    asked = path;
    if (!answer) return null;
    const routes = answer.routes.length > 1 && answer.routes[path.route] ? [answer.routes[path.route]] : answer.routes;
    const nodes = [path.from, path.to, ...routes.flatMap(({ nodes }) => nodes), ...answer.points.map(({ statement }) => statement)];
    const steps = routes.flatMap(({ steps }) => steps);
    const visited = nodes.filter((node) => node < model.statements.length);
    return { statements: new Set([...visited, ...steps.flatMap(premises)]), relations: new Set(steps.map(({ id }) => id)) };
  }

  function show() {
    const { path } = store.view;
    const same = path.from >= 0 && path.from === path.to;
    byId("path-how").hidden = answer !== null;
    byId("path-how").textContent = same ? "These are one and the same statement. Choose another." : HOW;
    byId("path-acts").hidden = answer === null;
    copy.textContent = "Copy as text";
    const focused = document.activeElement;
    const place = focused?.closest("[aria-controls^='path-route-']")?.getAttribute("aria-controls");
    const further = focused?.id === "path-more" ? told.querySelectorAll(".way, .points li").length : 0;
    told.replaceChildren(...(answer ? tellAnswer(model, answer, path.route, {
      statement: (chosen) => store.set({ chosen, by: "path" }),
      relation: (relation) => store.set({ relation, by: "path" }),
      route: (route) => set({ ...path, route: route === path.route ? -1 : route }),
      path: (from, to) => set({ from, to, route: 0 }),
      more() {
        limit += SOME_ROUTES;
        set({ ...path });
      },
    }) : []));
    if (place) /** @type {HTMLElement | null} */ (told.querySelector(`[aria-controls="${place}"]`))?.focus();
    else if (further) /** @type {HTMLElement | null | undefined} */ (told.querySelectorAll(".way, .points li a:first-child")[further])?.focus();
    else if (answer) does.say(openingLines(model, answer).join(" "));
  }

  /** @param {View["path"]} path */
  function showPending(path) {
    const one = path.from < 0 ? path.to : path.from;
    const pending = one >= 0 && (path.from < 0 || path.to < 0);
    byId("path-pending").hidden = !pending;
    if (!pending) return;
    const words = path.to < 0 ? "Path from" : "Path to";
    byId("path-pending-words").textContent = `${words} ${quoted(model.statements[one])}: choose the other statement, then press p or use its details.`;
  }

  return {
    /**
     * Let a statement be an end of the path.
     * @param {"from"|"to"} end
     * @param {number} statement
     */
    take(end, statement) {
      set({ ...store.view.path, [end]: statement, route: 0 });
      does.open();
      if (!answer) byId(end === "from" ? "path-to" : "path-from").focus();
    },
    /**
     * Mark a statement: the start, and then the end.
     * @param {number} statement
     */
    mark(statement) {
      const { path } = store.view;
      if (statement < 0) {
        does.say("Choose a statement first, then press p.");
      } else if (path.from < 0 === path.to < 0) {
        set({ from: statement, to: -1, route: 0 });
        does.say(byId("path-pending-words").textContent ?? "");
      } else if (path.from !== statement && path.to !== statement) {
        set({ ...(path.from < 0 ? { from: statement, to: path.to } : { from: path.from, to: statement }), route: 0 });
        does.open();
      } else does.say("Choose another statement, then press p.");
    },
    lights,
    clear,
  };
}
