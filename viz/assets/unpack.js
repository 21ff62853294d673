/** Text that the page carries packed, so that the page is small. */
import { byId } from "./dom.js";

/**
 * @param {string} id  of an element whose last line is the text, deflated, in base64
 * @returns {Promise<string>}
 */
export async function unpacked(id) {
  const packed = atob((byId(id).textContent ?? "").trimEnd().split("\n").pop() ?? "");
  const bytes = new Uint8Array(packed.length);
  for (let k = 0; k < packed.length; k++) bytes[k] = packed.charCodeAt(k);
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"))).text();
}
