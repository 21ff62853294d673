/**
 * What the map is drawn on: at once a still canvas of our own; vis-network takes over when the first
 * picture is there, for its script takes longer to start than the picture to be drawn.
 *
 * @typedef {import("./camera.js").Spot} Spot
 * @typedef {import("vis-network").Network} Network
 * @typedef {Pick<Network, "on" | "getViewPosition" | "getScale" | "moveTo" | "redraw" | "DOMtoCanvas">} Stage
 */
import { make } from "./dom.js";
import { createPatience, createStill, repeat } from "./still.js";
import { unpacked } from "./unpack.js";

/** The longest that a busy page waits with it, in milliseconds. */
const LATEST = 1000;

/**
 * @param {HTMLElement} field
 * @param {object} options  vis-network's
 * @param {() => void} stuck  called where vis-network does not start: the map then moves by keys and buttons only
 * @returns {Stage}
 */
export function createStage(field, options, stuck) {
  /** @type {[name: string, listener: (told: any) => void][]} */
  const listeners = [];
  const tell = (/** @type {string} */ name, /** @type {unknown} */ told) => {
    for (const [asked, listener] of listeners) if (asked === name) listener(told);
  };
  const still = createStill(field, (ctx) => tell("beforeDrawing", ctx));
  /** @type {Omit<Stage, "on">} */
  let held = still;
  let frame = 0;
  const patience = createPatience(still.canvas);
  void takeOver();

  async function takeOver() {
    await Promise.race([patience.begun, whenIdle()]);
    document.head.append(make("script", {}, await unpacked("vis-network").catch(() => "")));
    if (!window.vis) {
      standStill();
      return;
    }
    // All is drawn by the scene, and only what is in view: vis-network's own items would cost a
    // large map several times as much for every picture.
    const empty = { nodes: new vis.DataSet([]), edges: new vis.DataSet([]) };
    const seen = { position: still.getViewPosition(), scale: still.getScale(), animation: false };
    const network = new vis.Network(field, empty, options);
    still.remove();
    held = network;
    network.canvas.frame.tabIndex = -1;
    for (const [name, listener] of listeners) network.on(name, listener);
    network.on("beforeDrawing", () => cancelAnimationFrame(frame));
    network.moveTo(seen);
    network.redraw();
    repeat(patience.end(), network.canvas.frame.canvas);
  }

  /** Let the reader choose at least. */
  function standStill() {
    patience.end();
    still.canvas.addEventListener("click", ({ offsetX, offsetY }) => {
      tell("click", { pointer: { canvas: still.DOMtoCanvas({ x: offsetX, y: offsetY }) } });
    });
    stuck();
  }

  /** Draw once for all that changes before the next picture. */
  function redraw() {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => held.redraw());
  }

  return {
    on: (/** @type {string} */ name, /** @type {(told: any) => void} */ listener) => void listeners.push([name, listener]),
    getViewPosition: () => held.getViewPosition(),
    getScale: () => held.getScale(),
    DOMtoCanvas: (point) => held.DOMtoCanvas(point),
    moveTo(to) {
      held.moveTo(to);
      redraw();
    },
    redraw,
  };
}

/** The first picture is there by then, and nothing is more urgent. */
function whenIdle() {
  return new Promise((done) => {
    requestAnimationFrame(() => (window.requestIdleCallback ? requestIdleCallback(done, { timeout: LATEST }) : setTimeout(done)));
  });
}
