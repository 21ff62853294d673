/**
 * The palette as the canvas needs it: the style sheet's colours, resolved for the present scheme.
 * @typedef {Record<string, string>} Ink
 */
import { make } from "./dom.js";

const NAMES = [
  "canvas", "ink", "muted", "accent", "claim", "claim-edge", "claim-ink", "evidence", "evidence-edge",
  "evidence-ink", "main", "main-ink", "main-muted", "support-line", "contrast-line", "hit",
  ...Array.from({ length: 8 }, (_, tone) => [`holder-${tone}`, `holder-${tone}-edge`]).flat(),
];

/**
 * @param {"light"|"dark"} [scheme]  the present one if none is named
 * @returns {Ink}
 */
export function readInk(scheme) {
  // All at once, for each question after a change makes the browser work out its styles anew.
  const probes = NAMES.map((name) => {
    const probe = make("span");
    probe.style.color = `var(--${name})`;
    return probe;
  });
  const field = make("div", {}, ...probes);
  if (scheme) field.style.colorScheme = scheme;
  field.style.forcedColorAdjust = "none";
  document.body.append(field);
  const ink = Object.fromEntries(NAMES.map((name, k) => [name, getComputedStyle(probes[k]).color]));
  field.remove();
  return ink;
}
