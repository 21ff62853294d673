/**
 * The page on paper, made when it is printed: heading, legend, map, the chosen statement, the
 * outline with all its texts, and the article if wanted.
 *
 * @typedef {import("./picture.js").Subject} Subject
 * @typedef {import("./picture.js").Heading} Heading
 */
import { byId, make } from "./dom.js";
import { svgBody, svgRoot } from "./picture.js";
import { printedOutline } from "./printed.js";
import { sheets } from "./sheets.js";

/** Paper is read from nearer than a screen: words may be that much smaller. */
const FINER = 1.5;

/**
 * @param {() => Subject} subject  what is shown now
 * @param {Heading} heading
 */
export function createPaper(subject, heading) {
  const paper = byId("paper");
  const wanted = (/** @type {string} */ id) => /** @type {HTMLInputElement} */ (byId(id)).checked;

  addEventListener("beforeprint", () => {
    const now = subject();
    paper.replaceChildren(
      front(now, heading),
      ...(now.view.chosen < 0 ? [] : [printedChoice()]),
      ...(byId("path-answer").childElementCount ? [printedPath()] : []),
      ...(wanted("print-outline") ? [make("section", {}, make("h2", {}, "Outline"), ...printedOutline(now))] : []),
      ...(wanted("print-article") ? [printedArticle()] : []),
    );
  });
  addEventListener("afterprint", () => paper.replaceChildren());
}

/**
 * @param {Subject} subject
 * @param {Heading} heading
 */
function front(subject, heading) {
  const { model, plan } = subject;
  const { wide, pages } = sheets(plan);
  const some = plan.boxes.length < model.statements.length;
  const about = /** @type {HTMLElement} */ (byId("about").cloneNode(true));
  about.removeAttribute("id");
  const link = about.querySelector("a");
  const legend = byId("legend").querySelector("ul")?.cloneNode(true) ?? "";
  return make("section", { class: wide ? "front wide" : "front" },
    make("h1", {}, heading.title),
    about,
    ...(link ? [make("p", { class: "note" }, link.href)] : []),
    ...(some ? [make("p", { class: "note" }, `Shown here: ${plan.boxes.length} of ${model.statements.length} statements.`)] : []),
    legend,
    ...pages.map(({ box, plan: part, scale, millimetres }) => {
      const picture = drawing(svgRoot(box, heading, svgBody({ ...subject, plan: part }, scale * FINER)));
      picture.style.width = `${millimetres}mm`;
      return make("figure", {}, picture);
    }),
  );
}

/**
 * @param {string} markup
 * @returns {SVGSVGElement}
 */
function drawing(markup) {
  const root = new DOMParser().parseFromString(markup, "image/svg+xml").documentElement;
  return /** @type {SVGSVGElement} */ (/** @type {unknown} */ (document.adoptNode(root)));
}

function printedChoice() {
  const parts = [...byId("sheet").children].map((part) => {
    const copy = /** @type {HTMLElement} */ (part.cloneNode(true));
    for (const button of copy.querySelectorAll("button.statement")) button.replaceWith(make("p", {}, button.textContent ?? ""));
    for (const button of copy.querySelectorAll("button")) button.remove();
    return copy;
  });
  return make("section", { class: "told" }, ...parts.filter((part) => part.localName !== "button"));
}

/** The answer about the path, with all of its routes. */
function printedPath() {
  const copy = /** @type {HTMLElement} */ (byId("path-answer").cloneNode(true));
  for (const folded of copy.querySelectorAll("[hidden]")) folded.removeAttribute("hidden");
  for (const way of copy.querySelectorAll(".way")) way.replaceWith([...way.children].map((part) => part.textContent).join(": "));
  for (const words of copy.querySelectorAll("button.words")) words.replaceWith(make("p", { class: "note" }, words.textContent ?? ""));
  for (const button of copy.querySelectorAll("button")) button.remove();
  for (const link of copy.querySelectorAll("a")) link.replaceWith(link.textContent ?? "");
  for (const part of copy.querySelectorAll("[id]")) part.removeAttribute("id");
  return make("section", { class: "told" }, make("h2", {}, byId("path-heading").textContent ?? ""), ...copy.childNodes);
}

function printedArticle() {
  const copy = /** @type {HTMLElement} */ (byId("article").cloneNode(true));
  copy.removeAttribute("id");
  for (const mark of copy.querySelectorAll("mark")) mark.removeAttribute("tabindex");
  return make("section", { class: "source" }, make("h2", {}, "Article"), copy);
}
