/**
 * A picture that is kept while the view moves over it, for what takes long to paint.
 *
 * @typedef {import("./wires.js").Area} Area
 */

/** How long the view rests before a stretched picture is made anew, in milliseconds. */
const REST = 140;
const STRETCH = 1.8;

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
    const same = kept && kept.key.every((part, k) => part === key[k]) && covers(kept.area, seen);
    const stretch = kept ? scale / kept.scale : 1;
    if (!kept || !same || stretch > STRETCH || stretch < 1 / STRETCH) {
      kept = { key, scale, ...taken(seen, scale, ctx.getTransform().a / scale, paint) };
    }
    clearTimeout(timer);
    timer = kept.scale === scale ? 0 : setTimeout(rest, REST);
    const [left, top, right, bottom] = kept.area;
    ctx.drawImage(kept.picture, left, top, right - left, bottom - top);
  };

  function rest() {
    timer = 0;
    kept = null;
    again();
  }
}

/**
 * @param {Area} seen
 * @param {number} scale
 * @param {number} ratio  how many dots of the screen a pixel has
 * @param {(ctx: CanvasRenderingContext2D, area: Area) => void} paint
 */
function taken([left, top, right, bottom], scale, ratio, paint) {
  const [wide, high] = [(right - left) / 2, (bottom - top) / 2];
  /** @type {Area} */
  const area = [left - wide, top - high, right + wide, bottom + high];
  const picture = document.createElement("canvas");
  picture.width = Math.ceil(4 * wide * scale * ratio);
  picture.height = Math.ceil(4 * high * scale * ratio);
  const ctx = /** @type {CanvasRenderingContext2D} */ (picture.getContext("2d"));
  ctx.setTransform(picture.width / (4 * wide), 0, 0, picture.height / (4 * high), 0, 0);
  ctx.translate(-area[0], -area[1]);
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
