/**
 * What the address says after its `#`: pieces `name=value,value` joined by `&`, every value
 * percent-encoded, statements and relations by their ids in the map's file.
 *
 * @typedef {object} Address
 * @property {string} [chosen]  the chosen statement
 * @property {string} [relation]  the chosen relation
 * @property {string} [focus]
 * @property {number} [reach]
 * @property {string[]} [folded]  beyond those that the page folds at its start
 * @property {string[]} [opened]  of those that it folds
 * @property {[string, string]} [path]  the ends of the path; "" where one is still to choose
 * @property {number} [route]  which of its routes is open, if not the first; -1 for none
 * @property {[string, string]} [pair]  the holders whose contrasts are open; "" is nobody
 * @property {[string, string, string]} [suggestion]  from, to, and its kind
 * @property {[string, string][]} [hidden]  what the filters hide: the filter, and its value
 * @property {string} [tint]
 * @property {string} [direction]
 * @property {string} [query]
 * @property {string} [part]  what stands open
 */

/**
 * @param {string} hash  with or without the `#`; whatever it cannot mean is left out
 * @returns {Address}
 */
export function parseAddress(hash) {
  /** @type {Map<string, string[]>} */
  const told = new Map();
  for (const piece of hash.replace(/^#/, "").split("&")) {
    const [name, value] = halved(piece, "=");
    const values = value.split(",").map(decoded);
    if (value && values.every((one) => one !== null) && !told.has(name)) told.set(name, /** @type {string[]} */ (values));
  }
  const [focus, reach] = told.get("f") ?? [];
  const [from, to, route] = told.get("p") ?? [];
  const [one, other] = told.get("v") ?? [];
  const [source, target, kind] = told.get("g") ?? [];
  const steps = /^[1-9]\d{0,3}$/.test(reach ?? "") ? Number(reach) : 1;
  const hidden = told.get("h")?.map((one) => halved(one, ":"));
  return given({
    chosen: told.get("s")?.[0],
    relation: told.get("r")?.[0],
    focus,
    reach: focus === undefined ? undefined : steps,
    folded: told.get("c"),
    opened: told.get("o"),
    path: from === undefined ? undefined : [from, to ?? ""],
    route: /^\d{1,2}$/.test(route ?? "") ? Number(route) - 1 : undefined,
    pair: other === undefined ? undefined : [one, other],
    suggestion: kind === undefined ? undefined : [source, target, kind],
    hidden,
    tint: told.get("t")?.[0],
    direction: told.get("d")?.[0],
    query: told.get("q")?.[0],
    part: told.get("w")?.[0],
  });
}

/**
 * @param {Address} address
 * @returns {string}  with the `#`; "#" alone for an address that tells nothing
 */
export function formatAddress({ chosen, relation, focus, reach, folded, opened, path, route, pair, suggestion, hidden, tint, direction, query, part }) {
  /** @type {[string, (string | undefined)[]][]} */
  const pieces = [
    ["s", [chosen]],
    ["r", [relation]],
    ["f", focus === undefined ? [] : [focus, String(reach ?? 1)]],
    ["c", folded ?? []],
    ["o", opened ?? []],
    ["p", [...(path ?? []), ...(route ? [String(route + 1)] : [])]],
    ["v", pair ?? []],
    ["g", suggestion ?? []],
    ["h", (hidden ?? []).map(([filter, value]) => `${filter}:${value}`)],
    ["t", [tint]],
    ["d", [direction]],
    ["q", [query]],
    ["w", [part]],
  ];
  const told = pieces.filter(([name, values]) => values.some((value) => value) || (name === "v" && values.length)).map(([name, values]) => `${name}=${values.map((value) => encoded(value ?? "")).join(",")}`);
  return `#${told.join("&")}`;
}

/**
 * @param {string} text
 * @param {string} at  where it is cut first
 * @returns {[string, string]}
 */
function halved(text, at) {
  const place = text.indexOf(at);
  return place < 0 ? [text, ""] : [text.slice(0, place), text.slice(place + 1)];
}

/**
 * Encode more than `encodeURIComponent`: programs that find addresses in text stop at brackets and quotes.
 * @param {string} text
 */
function encoded(text) {
  const whole = text.replace(/[\ud800-\udfff]/gu, "\ufffd");
  return encodeURIComponent(whole).replace(/[!'()*~]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/**
 * @template {object} Told
 * @param {Told} told
 * @returns {Told}  without what is undefined
 */
function given(told) {
  return /** @type {Told} */ (Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined)));
}
