/**
 * A picture that is kept while the view moves over it, for what takes long to paint.
 *
 * @typedef {import("./wires.js").Area} Area
 */

/** How long the view rests before a stretched picture is made anew, in milliseconds. */
const REST = 140;
const STRETCH = 1.8;
/** What browsers on telephones can hold in one canvas. */
const MOST_DOTS = 16e6;

/**
 * @param {() => void} again  asks for another picture of the map
 * @returns {(ctx: CanvasRenderingContext2D, key: unknown[], seen: Area, scale: number, paint: (ctx: CanvasRenderingContext2D, area: Area) => void) => void}
 *   paints what is seen, from the kept picture where the key is the same
 */
export function createLayer(again) {
  /** @type {{key: unknown[], area: Area, scale: number, picture: HTMLCanvasElement} | null} */
  let kept = null;
  let timer = 0;

  return (ctx, key, seen, scale, paint) => {
    const place = ctx.getTransform();
    const same = kept && kept.key.every((part, k) => part === key[k]) && covers(kept.area, seen);
    const stretch = kept ? scale / kept.scale : 1;
    if (!kept || !same || stretch > STRETCH || stretch < 1 / STRETCH) kept = { key, scale, ...taken(seen, place, paint) };
    clearTimeout(timer);
    timer = kept.scale === scale ? 0 : setTimeout(rest, REST);
    const { picture, area: [left, top, right, bottom] } = kept;
    if (kept.scale !== scale) {
      ctx.drawImage(picture, left, top, right - left, bottom - top);
      return;
    }
    // From dot to dot: several times as fast as between them.
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.drawImage(picture, Math.round(left * place.a + place.e), Math.round(top * place.d + place.f));
    ctx.setTransform(place);
  };

  function rest() {
    timer = 0;
    kept = null;
    again();
  }
}

/**
 * @param {Area} seen
 * @param {DOMMatrix} place  of the map on the canvas
 * @param {(ctx: CanvasRenderingContext2D, area: Area) => void} paint
 */
function taken([left, top, right, bottom], { a: scale, e, f }, paint) {
  const [wide, high] = [right - left, bottom - top];
  const room = Math.min(0.5, Math.max(0, Math.sqrt(MOST_DOTS / (wide * high)) / scale - 1) / 2);
  // It begins where a dot of the canvas does.
  const start = [(Math.floor((left - room * wide) * scale + e) - e) / scale, (Math.floor((top - room * high) * scale + f) - f) / scale];
  const picture = document.createElement("canvas");
  picture.width = Math.ceil((1 + 2 * room) * wide * scale) + 1;
  picture.height = Math.ceil((1 + 2 * room) * high * scale) + 1;
  /** @type {Area} */
  const area = [start[0], start[1], start[0] + picture.width / scale, start[1] + picture.height / scale];
  const ctx = /** @type {CanvasRenderingContext2D} */ (picture.getContext("2d"));
  ctx.setTransform(scale, 0, 0, scale, -start[0] * scale, -start[1] * scale);
  paint(ctx, area);
  return { area, picture };
}

/**
 * @param {Area} outer
 * @param {Area} inner
 */
function covers(outer, inner) {
  return inner[0] >= outer[0] && inner[1] >= outer[1] && inner[2] <= outer[2] && inner[3] <= outer[3];
}
