/**
 * What a reader can take away: a link, a statement as text, pictures, paper.
 *
 * @typedef {import("./picture.js").Subject} Subject
 * @typedef {import("./picture.js").Heading} Heading
 */
import { statementAccount } from "./account.js";
import { copyText } from "./clipboard.js";
import { byId } from "./dom.js";
import { hasAddress } from "./link.js";
import { grouped } from "./numbers.js";
import { pngPicture, svgPicture } from "./picture.js";
import { fileName, saveFile } from "./save.js";

/** Below this scale the words of a PNG are hard to read. */
const LEGIBLE_PNG = 0.7;

/**
 * @param {() => Subject} subject  what is shown now
 * @param {Heading} heading
 */
export function createShare(subject, heading) {
  const pane = byId("share");
  const opener = byId("share-open");
  const told = byId("share-told");
  byId("copy-link").hidden = !hasAddress;

  pane.addEventListener("beforetoggle", (event) => {
    if (/** @type {ToggleEvent} */ (event).newState !== "open") return;
    const box = opener.getBoundingClientRect();
    const head = opener.closest("header") ?? opener;
    pane.style.top = `${head.getBoundingClientRect().bottom + 4}px`;
    pane.style.right = `${Math.max(12, document.documentElement.clientWidth - box.right)}px`;
    const { model, plan, view } = subject();
    const all = model.statements.length;
    const some = plan.boxes.length < all;
    byId("share-extent").textContent = some ? `Pictures and paper hold the ${grouped(plan.boxes.length)} of ${grouped(all)} statements that the map shows now.` : "Pictures and paper hold the whole map.";
    /** @type {HTMLButtonElement} */ (byId("copy-statement")).disabled = view.chosen < 0;
    told.textContent = "";
  });

  act("copy-link", async () => tell(await copyText(location.href), "The link is copied."));
  act("copy-statement", async () => {
    const { model, view } = subject();
    tell(await copyText(statementAccount(model, view.chosen)), "The statement is copied.");
  });
  act("save-svg", () => {
    const name = `${fileName(heading.title)}.svg`;
    saveFile(new Blob([svgPicture(subject(), heading)], { type: "image/svg+xml" }), name);
    told.textContent = `Saved as ${name}.`;
  });
  act("save-png", async () => {
    const name = `${fileName(heading.title)}.png`;
    const { canvas, scale } = pngPicture(subject(), heading);
    const blob = await new Promise((done) => void canvas.toBlob(done));
    if (blob) saveFile(blob, name);
    const small = scale < LEGIBLE_PNG ? " The map is too large for its words to be read there: the SVG holds them." : "";
    tell(blob !== null, `Saved as ${name}.${small}`);
  });
  act("print", () => {
    pane.hidePopover();
    print();
  });

  /**
   * @param {string} id
   * @param {() => unknown} does
   */
  function act(id, does) {
    byId(id).addEventListener("click", () => void does());
  }

  /**
   * @param {boolean} done
   * @param {string} words
   */
  function tell(done, words) {
    told.textContent = done ? words : "The browser does not allow it here.";
  }
}
