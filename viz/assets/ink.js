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
  const probe = make("span");
  if (scheme) probe.style.colorScheme = scheme;
  probe.style.forcedColorAdjust = "none";
  document.body.append(probe);
  /** @type {Ink} */
  const ink = {};
  for (const name of NAMES) {
    probe.style.color = `var(--${name})`;
    ink[name] = getComputedStyle(probe).color;
  }
  probe.remove();
  return ink;
}
