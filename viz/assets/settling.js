/**
 * What is left to settle in a draft, and how what is accepted is written into the map's file.
 *
 * @typedef {import("./model.js").Model} Model
 * @typedef {import("./model.js").Relation} Relation
 * @typedef {import("./model.js").Suggestion} Suggestion
 */

const LISTS = { support: "supports", contrast: "contrasts" };
/** An id that YAML takes as it stands. */
const BARE = /^[A-Za-z_][\w-]*$/;
/** What a quoted word may not hold as it stands. */
const UNSEEN = /[^\x20-\x7e\p{L}\p{N}]/gu;

/**
 * The proposed relations, least certain first, so that the doubtful ones are looked at.
 * @param {Model} model
 * @returns {Relation[]}
 */
export function proposedRelations({ relations }) {
  return relations.filter(({ proposed }) => proposed).sort((a, b) => (a.certainty ?? 0) - (b.certainty ?? 0) || a.id - b.id);
}

/**
 * What a suggested relation would do, seen from its start or, `back`, from its end.
 * @param {Suggestion} suggestion
 * @param {boolean} [back]
 */
export function suggestedWord({ kind }, back = false) {
  if (back) return kind === "support" ? "▲ would be supported by" : "▼ would be contrasted by";
  return kind === "support" ? "▲ would support" : "▼ would contrast with";
}

/**
 * The lines that make relations of suggestions, as argmap writes a file: for each statement
 * what is pasted at its end, or at the end of the list that it has.
 * @param {Model} model
 * @param {Suggestion[]} accepted
 * @returns {string}
 */
export function acceptedYaml(model, accepted) {
  const key = (/** @type {number} */ id) => model.statements[id].key;
  const taken = new Set([...model.statements, ...model.relations].map((part) => part.key));
  const lines = [];
  for (const from of new Set(accepted.map((suggestion) => suggestion.from))) {
    for (const kind of /** @type {const} */ (["support", "contrast"])) {
      const some = accepted.filter((suggestion) => suggestion.from === from && suggestion.kind === kind);
      if (!some.length) continue;
      const listed = model.leaving[from].some((relation) => relation.from === from && relation.kind === kind);
      lines.push(`# Under ${yamlWord(key(from))}${listed ? `, at the end of its ${LISTS[kind]}` : ""}:`, ...(listed ? [] : [`    ${LISTS[kind]}:`]));
      for (const { to, certainty } of some) {
        const name = freeName(`${key(from)}-${key(to)}`, kind, taken);
        lines.push(`    - to: ${yamlWord(key(to))}`);
        if (name) lines.push(`      id: ${yamlWord(name)}`);
        if (certainty !== undefined) lines.push(`      certainty: ${certainty}`);
      }
    }
  }
  return `${lines.join("\n")}\n`;
}

/**
 * The name that a relation must bear; "" where the one that it has without saying so is free.
 * @param {string} usual
 * @param {string} kind
 * @param {Set<string>} taken  the name is added to it
 */
function freeName(usual, kind, taken) {
  let name = usual;
  while (taken.has(name)) name += `-${kind}`;
  taken.add(name);
  return name === usual ? "" : name;
}

/** @param {string} word */
function yamlWord(word) {
  if (BARE.test(word)) return word;
  const escaped = (/** @type {string} */ char) => `\\U${(char.codePointAt(0) ?? 0).toString(16).padStart(8, "0")}`;
  return `"${word.replace(/["\\]/g, "\\$&").replace(UNSEEN, escaped)}"`;
}
