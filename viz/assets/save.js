/** Files that the reader takes away. */
import { make } from "./dom.js";

/**
 * @param {Blob} blob
 * @param {string} name
 */
export function saveFile(blob, name) {
  const address = URL.createObjectURL(blob);
  const link = make("a", { href: address, download: name, hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
  // The browser reads it after the click.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/**
 * @param {string} title
 * @returns {string}  what every file system takes, without a suffix
 */
export function fileName(title) {
  const plain = title.normalize("NFC").replace(/[^\p{L}\p{M}\p{N}]+/gu, "-").replace(/^-+|-+$/g, "");
  return [...plain].slice(0, 60).join("").replace(/-+$/, "") || "argument-map";
}
