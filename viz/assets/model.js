/**
 * The map as the page sees it: statements, relations, and who bears on whom.
 *
 * @typedef {object} Quote
 * @property {string} words  the words of the source
 * @property {"exact"|"folded"|"fuzzy"|"missing"|"unchecked"} match
 * @property {boolean} found  whether they are marked in the article
 *
 * @typedef {object} Statement
 * @property {number} id  its place in the map
 * @property {string} key  its id in the map's file
 * @property {"claim"|"evidence"} kind
 * @property {string} word  the kind in words
 * @property {string} text
 * @property {string} eyebrow
 * @property {string[]} head  the title as wrapped into the box; nothing where the text is its own title
 * @property {string[]} lines  the text as wrapped into the box
 * @property {number} [x]  where Graphviz put it, if the map is not too large
 * @property {number} [y]
 * @property {string} [short]
 * @property {string} [says]  who holds it, in words
 * @property {string} [holder]
 * @property {[string]} holders  who holds it in the end, as the filters name them
 * @property {number} tone  the number of its holder's colour
 * @property {number[]} [sections]  the sections of the article that its words stand in
 * @property {Quote[]} [quotes]
 * @property {string} [section]  the headings it stands under, as the map names them
 * @property {string[]} [said]  who put it forward in a dialogue, and with what words
 * @property {{word: string, to: number, scheme?: string}[]} [ties]  what is neither support nor contrast
 * @property {number} [certainty]
 * @property {string} [type]
 * @property {string} [origin]
 * @property {string} [note]
 * @property {string[]} [tags]
 * @property {boolean} [main]
 * @property {boolean} [implicit]
 * @property {boolean} [proposed]  that nobody has looked at yet
 * @property {string} [signal]  what it was proposed for
 *
 * @typedef {object} Relation
 * @property {number} id  its place in the map
 * @property {string} key
 * @property {"support"|"contrast"} kind
 * @property {string} word  what it does, in words
 * @property {number} from  the first premise
 * @property {number[]} [linked]  premises that bear only together with it
 * @property {number} [to]  the statement it bears on
 * @property {number} [target]  or the relation that it undercuts
 * @property {string} [because]
 * @property {string} [scheme]
 * @property {number} [certainty]
 * @property {boolean} [mutual]
 * @property {boolean} [proposed]
 * @property {string} [signal]
 *
 * @typedef {object} Suggestion  a relation that there may be
 * @property {number} from
 * @property {number} to
 * @property {"support"|"contrast"} kind
 * @property {string} [signal]
 * @property {number} [certainty]
 *
 * @typedef {object} Model
 * @property {Statement[]} statements
 * @property {Relation[]} relations
 * @property {Relation[][]} arriving  by statement: what bears on it
 * @property {Relation[][]} leaving  by statement: what it bears on, alone or with others
 * @property {Relation[][]} against  by relation: what undercuts it
 * @property {Suggestion[]} suggested  no part of the argument yet
 * @property {number} main  the main claim, or what comes nearest to one; -1 in an empty map
 */

/**
 * @param {Statement[]} statements
 * @param {Relation[]} relations
 * @param {Suggestion[]} [suggested]
 * @returns {Model}
 */
export function buildModel(statements, relations, suggested = []) {
  /** @type {Relation[][]} */
  const arriving = statements.map(() => []);
  /** @type {Relation[][]} */
  const leaving = statements.map(() => []);
  /** @type {Relation[][]} */
  const against = relations.map(() => []);
  for (const relation of relations) {
    for (const premise of premises(relation)) leaving[premise].push(relation);
    if (relation.to !== undefined) arriving[relation.to].push(relation);
    else if (relation.target !== undefined) against[relation.target].push(relation);
  }
  for (const list of [...arriving, ...against]) {
    list.sort((a, b) => Number(a.kind === "contrast") - Number(b.kind === "contrast") || a.id - b.id);
  }
  return { statements, relations, arriving, leaving, against, suggested, main: mostCentral(statements, arriving, leaving) };
}

/**
 * All statements that a relation starts from.
 * @param {Relation} relation
 * @returns {number[]}
 */
export function premises(relation) {
  return relation.linked ? [relation.from, ...relation.linked] : [relation.from];
}

/**
 * Whether Graphviz has laid out the map; others are too large to be shown whole at first.
 * @param {Model} model
 * @returns {boolean}
 */
export function isPlaced({ statements }) {
  return !statements.length || statements[0].y !== undefined;
}

/**
 * The statement that a relation bears on in the end: that of the step it undercuts, if it does.
 * @param {Model} model
 * @param {Relation} relation
 * @returns {number}
 */
export function boreOn(model, relation) {
  const seen = new Set();
  let step = relation;
  while (step.to === undefined && step.target !== undefined && !seen.has(step.id)) {
    seen.add(step.id);
    step = model.relations[step.target];
  }
  return step.to ?? step.from;
}

/**
 * The short form of a statement.
 * @param {Statement} statement
 * @param {number} [most]  how many characters
 * @returns {string}
 */
export function label(statement, most = 72) {
  const text = statement.short || statement.text;
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  const space = cut.lastIndexOf(" ");
  return `${cut.slice(0, space > most / 2 ? space : most).replace(/[\s,;:.\ud800-\udbff]+$/, "")}…`;
}

/**
 * @param {Statement[]} statements
 * @param {Relation[][]} arriving
 * @param {Relation[][]} leaving
 * @returns {number}
 */
function mostCentral(statements, arriving, leaving) {
  const marked = statements.findIndex((statement) => statement.main);
  if (marked >= 0) return marked;
  let best = statements.length ? 0 : -1;
  let most = -1;
  for (const { id } of statements) {
    const weight = leaving[id].length ? -1 : arriving[id].length;
    if (weight > most) [best, most] = [id, weight];
  }
  return best;
}
