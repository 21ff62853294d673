/**
 * The legend of a picture, as the page's own.
 * @typedef {import("./picture.js").Brush} Brush
 * @typedef {import("./ink.js").Ink} Ink
 */

const FONT = '12px Arial, "Liberation Sans", Helvetica, sans-serif';
const BETWEEN_SIGNS = 22;

/**
 * Whether some of a map is proposed, and what that looks like must be told.
 * @param {import("./model.js").Model} model
 */
export function hasProposed({ statements, relations }) {
  return statements.some(({ proposed }) => proposed) || relations.some(({ proposed }) => proposed);
}

/**
 * @param {Brush} brush
 * @param {Ink} ink
 * @param {import("./model.js").Model} model
 * @param {number} left
 * @param {number} middle
 */
export function paintLegend(brush, ink, model, left, middle) {
  let x = left;
  for (const [word, wide, paint] of hasProposed(model) ? [...SIGNS, PROPOSED] : SIGNS) {
    paint(brush, ink, x, middle);
    brush.fillStyle = ink.muted;
    brush.font = FONT;
    brush.textAlign = "left";
    brush.textBaseline = "alphabetic";
    brush.fillText(word, x + wide + 6, middle + 4);
    x += wide + 6 + brush.measureText(word).width + BETWEEN_SIGNS;
  }
}

/** @typedef {[string, number, (brush: Brush, ink: Ink, x: number, y: number) => void]} Sign */

/** @type {Sign[]} */
const SIGNS = [
  ["main claim", 20, (brush, ink, x, y) => sheet(brush, ink.main, ink.main, () => brush.roundRect(x, y - 6, 20, 12, 3))],
  ["claim", 20, (brush, ink, x, y) => sheet(brush, ink.claim, ink["claim-edge"], () => brush.roundRect(x, y - 6, 20, 12, 3))],
  ["evidence", 20, (brush, ink, x, y) => sheet(brush, ink.evidence, ink["evidence-edge"], () => corners(brush, [[x, y - 6], [x + 15, y - 6], [x + 20, y - 1], [x + 20, y + 6], [x, y + 6]]))],
  ["supports", 34, (brush, ink, x, y) => {
    line(brush, ink["support-line"], 2, [], [[x + 34, y], [x + 8, y]]);
    brush.fillStyle = ink["support-line"];
    brush.beginPath();
    corners(brush, [[x, y], [x + 10, y - 4.5], [x + 10, y + 4.5]]);
    brush.fill();
  }],
  ["contrasts", 34, (brush, ink, x, y) => contrasting(brush, ink, x, y, [x + 2])],
  ["mutual contrast", 34, (brush, ink, x, y) => contrasting(brush, ink, x, y, [x + 2, x + 32])],
  ["together", 34, (brush, ink, x, y) => {
    for (const side of [-5, 5]) line(brush, ink["support-line"], 2, [], [[x + 34, y + side], [x + 24, y + side], [x + 11, y], [x, y]]);
    brush.beginPath();
    brush.arc(x + 11, y, 3.2, 0, 2 * Math.PI);
    brush.fillStyle = ink["support-line"];
    brush.fill();
  }],
  ["questions a step", 34, (brush, ink, x, y) => {
    line(brush, ink["support-line"], 2, [], [[x + 34, y - 4], [x, y - 4]]);
    line(brush, ink["contrast-line"], 2.4, [5, 3], [[x + 34, y + 8], [x + 11, y + 8], [x + 11, y + 4]]);
    line(brush, ink["contrast-line"], 3, [], [[x + 6, y + 4], [x + 16, y + 4]]);
    brush.beginPath();
    brush.arc(x + 11, y - 4, 4, 0, 2 * Math.PI);
    brush.fillStyle = ink.canvas;
    brush.fill();
    brush.strokeStyle = ink["support-line"];
    brush.lineWidth = 2;
    brush.stroke();
  }],
];

/** @type {Sign} */
const PROPOSED = ["proposed", 34, (brush, ink, x, y) => {
  brush.setLineDash([2, 2]);
  sheet(brush, ink.canvas, ink["claim-edge"], () => brush.roundRect(x + 16, y - 5, 18, 10, 3));
  line(brush, ink["support-line"], 1.5, [1.5, 2], [[x + 15, y], [x + 9, y]]);
  sheet(brush, ink.canvas, ink["support-line"], () => corners(brush, [[x, y], [x + 9, y - 4.5], [x + 9, y + 4.5]]));
}];

/**
 * @param {Brush} brush
 * @param {Ink} ink
 * @param {number} x
 * @param {number} y
 * @param {number[]} bars
 */
function contrasting(brush, ink, x, y, bars) {
  line(brush, ink["contrast-line"], 2.4, [5, 3], [[x + 34, y], [x + 2, y]]);
  for (const at of bars) line(brush, ink["contrast-line"], 3.2, [], [[at, y - 6], [at, y + 6]]);
}

/**
 * @param {Brush} brush
 * @param {string} fill
 * @param {string} edge
 * @param {() => void} trace
 */
function sheet(brush, fill, edge, trace) {
  brush.beginPath();
  trace();
  brush.fillStyle = fill;
  brush.fill();
  brush.strokeStyle = edge;
  brush.lineWidth = 1.4;
  brush.stroke();
}

/**
 * @param {Brush} brush
 * @param {number[][]} points
 */
function corners(brush, [first, ...rest]) {
  brush.moveTo(first[0], first[1]);
  for (const [x, y] of rest) brush.lineTo(x, y);
  brush.closePath();
}

/**
 * @param {Brush} brush
 * @param {string} ink
 * @param {number} width
 * @param {number[]} dashes
 * @param {number[][]} points
 */
function line(brush, ink, width, dashes, [first, ...rest]) {
  brush.beginPath();
  brush.moveTo(first[0], first[1]);
  for (const [x, y] of rest) brush.lineTo(x, y);
  brush.strokeStyle = ink;
  brush.lineWidth = width;
  brush.setLineDash(dashes);
  brush.stroke();
  brush.setLineDash([]);
}
