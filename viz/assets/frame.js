/** The page around the map: the theme, the heading. */
import { byId, make } from "./dom.js";
import { grouped } from "./numbers.js";

/**
 * Follow the reader's system, or the button.
 * @param {() => void} changed
 */
export function createTheme(changed) {
  const button = byId("theme");
  const system = matchMedia("(prefers-color-scheme: dark)");
  const root = document.documentElement;
  const dark = () => (root.dataset.theme ? root.dataset.theme === "dark" : system.matches);
  const tell = () => {
    const other = dark() ? "light" : "dark";
    byId("theme-word").textContent = dark() ? "Light" : "Dark";
    button.setAttribute("aria-label", `Switch to ${other} colours`);
    button.title = `Switch to ${other} colours`;
    changed();
  };
  button.addEventListener("click", () => {
    root.dataset.theme = dark() ? "light" : "dark";
    tell();
  });
  system.addEventListener("change", tell);
  matchMedia("(forced-colors: active)").addEventListener("change", tell);
  tell();
}

/**
 * @param {string} title
 * @param {{title?: string, author?: string, publisher?: string, date?: string, url?: string}} source
 * @param {import("./model.js").Model} model
 */
export function writeHeading(title, source, model) {
  byId("title").textContent = title;
  const claims = model.statements.filter((statement) => statement.kind === "claim").length;
  const evidence = model.statements.length - claims;
  const about = byId("about");
  const counts = `${amount(claims, "claim")}, ${amount(evidence, "piece")} of evidence, ${amount(model.relations.length, "relation")}`;
  about.append(make("span", { class: "counts" }, counts));
  const told = [source.title, source.author, source.publisher, source.date].filter((part) => part && part !== title);
  if (!told.length && !source.url) return;
  const words = told.join(", ") || "the source";
  about.append(source.url ? make("a", { href: source.url, rel: "noreferrer noopener", target: "_blank" }, words) : make("span", {}, words));
}

/**
 * @param {number} size
 * @param {string} word
 */
function amount(size, word) {
  return `${grouped(size)} ${word}${size === 1 ? "" : "s"}`;
}
