/**
 * The map before it can be moved by hand: the same picture as vis-network's, on a canvas of our own.
 *
 * @typedef {import("./camera.js").Spot} Spot
 */
import { make } from "./dom.js";

/** What begins a movement, and what may follow it anywhere on the page. */
const BEGINNINGS = ["pointerdown", "wheel"];
const SEQUELS = ["pointermove", "pointerup", "pointercancel"];

/**
 * @param {HTMLElement} field
 * @param {(ctx: CanvasRenderingContext2D) => void} paint
 */
export function createStill(field, paint) {
  const canvas = make("canvas");
  Object.assign(canvas.style, { display: "block", width: "100%", height: "100%", touchAction: "none" });
  field.append(canvas);
  let position = { x: 0, y: 0 };
  let scale = 1;
  const watch = new ResizeObserver(() => {
    const [wide, high] = size();
    if (wide !== canvas.width || high !== canvas.height) redraw();
  });
  watch.observe(field);

  const size = () => [field.clientWidth, field.clientHeight].map((side) => Math.round(side * devicePixelRatio));
  /** Where the map's origin stands in the field. */
  const origin = () => ({ x: field.clientWidth / 2 - position.x * scale, y: field.clientHeight / 2 - position.y * scale });

  function redraw() {
    [canvas.width, canvas.height] = size();
    const ctx = canvas.getContext("2d");
    if (!ctx || !canvas.width || !canvas.height) return;
    const { x, y } = origin();
    ctx.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
    ctx.translate(x, y);
    ctx.scale(scale, scale);
    paint(ctx);
  }

  return {
    canvas,
    redraw,
    getViewPosition: () => position,
    getScale: () => scale,
    /** @param {{position?: Spot, scale?: number}} to */
    moveTo(to) {
      position = to.position ?? position;
      scale = to.scale ?? scale;
    },
    /** @param {Spot} point */
    DOMtoCanvas(point) {
      const { x, y } = origin();
      return { x: (point.x - x) / scale, y: (point.y - y) / scale };
    },
    remove() {
      watch.disconnect();
      canvas.remove();
    },
  };
}

/**
 * Keep what the reader does with the pointer while nothing can answer it yet.
 * @param {HTMLElement} canvas
 * @returns {{begun: Promise<unknown>, end: () => Event[]}}  when there is something, and what was kept
 */
export function createPatience(canvas) {
  /** @type {Event[]} */
  const kept = [];
  const leave = new AbortController();
  const { signal } = leave;
  const begun = new Promise((done) => {
    const begin = (/** @type {Event} */ event) => {
      if (event.type === "wheel") event.preventDefault();
      done(kept.push(event));
    };
    for (const type of BEGINNINGS) canvas.addEventListener(type, begin, { signal, passive: false });
  });
  for (const type of SEQUELS) addEventListener(type, (event) => void (kept.length && kept.push(event)), { signal });

  return {
    begun,
    end() {
      leave.abort();
      return kept;
    },
  };
}

/**
 * Let events happen again, elsewhere.
 * @param {Event[]} events
 * @param {HTMLElement} target
 */
export function repeat(events, target) {
  for (const event of events) {
    const Kind = /** @type {typeof Event} */ (event.constructor);
    target.dispatchEvent(new Kind(event.type, event));
  }
}
