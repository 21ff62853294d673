/**
 * A canvas that writes SVG: of a canvas's interface the part with which the map is painted, so
 * that one code paints the screen, the PNG and the SVG. Only attributes carry the looks, since a
 * page's policy may forbid style elements.
 *
 * @typedef {ReturnType<typeof createTrace>} Trace
 * @typedef {ReturnType<typeof createPen>} Pen
 */

/** Path data of SVG, drawn as a `Path2D` is. */
export function createTrace() {
  /** @type {string[]} */
  const steps = [];
  /** @param {string} letter @param {number[]} numbers */
  const step = (letter, ...numbers) => void steps.push(letter + numbers.map(short).join(" "));
  const trace = {
    data: () => steps.join(""),
    moveTo: (/** @type {number} */ x, /** @type {number} */ y) => step("M", x, y),
    lineTo: (/** @type {number} */ x, /** @type {number} */ y) => step("L", x, y),
    bezierCurveTo: (/** @type {number[]} */ ...points) => step("C", ...points),
    closePath: () => step("Z"),
    /** A whole circle. @param {number} x @param {number} y @param {number} r */
    arc(x, y, r) {
      step("M", x - r, y);
      step("a", r, r, 0, 1, 0, 2 * r, 0);
      step("a", r, r, 0, 1, 0, -2 * r, 0);
    },
    /** @param {number} x @param {number} y @param {number} w @param {number} h @param {number} wish */
    roundRect(x, y, w, h, wish) {
      const r = Math.min(wish, w / 2, h / 2);
      step("M", x + r, y);
      for (const [dx, dy, ax, ay] of [[w - 2 * r, 0, r, r], [0, h - 2 * r, -r, r], [2 * r - w, 0, -r, -r], [0, 2 * r - h, r, -r]]) {
        step("l", dx, dy);
        step("a", r, r, 0, 0, 1, ax, ay);
      }
      step("Z");
    },
  };
  return trace;
}

export function createPen() {
  const measuring = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));
  /** @type {string[]} */
  const written = [];
  let path = createTrace();
  let dashes = "";

  /**
   * @param {Trace} trace
   * @param {Record<string, string | number>} looks
   */
  function put(trace, looks) {
    const data = trace.data();
    if (data) written.push(element("path", { d: data, ...looks, ...faint() }));
  }

  const faint = () => (pen.globalAlpha < 1 ? { opacity: short(pen.globalAlpha) } : {});

  const pen = {
    fillStyle: "#000",
    strokeStyle: "#000",
    lineWidth: 1,
    globalAlpha: 1,
    font: "",
    textAlign: "left",
    textBaseline: "alphabetic",
    beginPath: () => void (path = createTrace()),
    moveTo: (/** @type {number} */ x, /** @type {number} */ y) => path.moveTo(x, y),
    lineTo: (/** @type {number} */ x, /** @type {number} */ y) => path.lineTo(x, y),
    closePath: () => path.closePath(),
    arc: (/** @type {number} */ x, /** @type {number} */ y, /** @type {number} */ r) => path.arc(x, y, r),
    roundRect: (/** @type {[number, number, number, number, number]} */ ...told) => path.roundRect(...told),
    setLineDash: (/** @type {number[]} */ lengths) => void (dashes = lengths.map(short).join(" ")),
    fill: (trace = path) => put(trace, { fill: pen.fillStyle }),
    stroke: (trace = path) =>
      put(trace, { fill: "none", stroke: pen.strokeStyle, "stroke-width": short(pen.lineWidth), ...(dashes && { "stroke-dasharray": dashes }) }),
    /** @param {number} x @param {number} y @param {number} width @param {number} height */
    fillRect(x, y, width, height) {
      written.push(element("rect", { x: short(x), y: short(y), width: short(width), height: short(height), fill: pen.fillStyle, ...faint() }));
    },
    /** @param {string} text @param {number} x @param {number} y */
    fillText(text, x, y) {
      const [, bold, size, family] = /^(bold )?([\d.]+)px (.*)$/.exec(pen.font) ?? [];
      written.push(element("text", {
        x: short(x), y: short(y), fill: pen.fillStyle, "font-family": family, "font-size": size, ...(bold && { "font-weight": "bold" }),
        ...(pen.textAlign === "center" && { "text-anchor": "middle" }), ...(pen.textBaseline === "middle" && { "dominant-baseline": "central" }),
        "xml:space": "preserve", ...faint(),
      }, inMarkup(text)));
    },
    /** @param {string} text */
    measureText(text) {
      measuring.font = pen.font;
      return measuring.measureText(text);
    },
    /**
     * What a reader is told who points at what is painted.
     * @param {string} title
     * @param {() => void} paint
     */
    group(title, paint) {
      written.push(`<g><title>${inMarkup(title)}</title>`);
      paint();
      written.push("</g>");
    },
    markup: () => written.join("\n"),
  };
  return pen;
}

/**
 * Text as it may stand in XML, between tags and in attributes.
 * @param {string} text
 */
export function inMarkup(text) {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd")
    .replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}

/**
 * @param {string} name
 * @param {Record<string, string | number>} attributes
 * @param {string} [inside]  markup
 */
function element(name, attributes, inside) {
  const told = Object.entries(attributes).map(([key, value]) => ` ${key}="${inMarkup(String(value))}"`);
  return inside === undefined ? `<${name}${told.join("")}/>` : `<${name}${told.join("")}>${inside}</${name}>`;
}

/** @param {number} value */
function short(value) {
  return Math.round(value * 100) / 100;
}
