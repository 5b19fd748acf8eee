/* The sheet of keys: what works where the reader is. */
import { find, make, on, takesKeys } from "./dom.js";

const RUN = [["1 – 9", "Choose an option"], ["↑ ↓", "Look at the options"], ["Space", "Choose the option you look at"], ["← →", "Go to another question"]];
const LISTS = {
  evaluate: [["↑ ↓", "Go through the sentences of an answer, or through verdicts"], ["Space", "Mark the sentence, or choose the verdict"], ["← →", "Move a slider by a tenth"]],
  practice: [...RUN, ["Enter", "Check, then go on"]],
  test: [...RUN, ["Enter", "Go on"]],
};
const EVERYWHERE = [["Tab", "Go to the next control"], ["Enter", "Press it"], ["?", "Show this list"], ["Esc", "Close it"]];

export function setUpKeys() {
  on(document, "keydown", (event) => {
    if (event.key !== "?" || event.ctrlKey || event.metaKey || takesKeys(event.target) || find("dialog[open]")) return;
    event.preventDefault();
    showKeys();
  });
  on(find(".show-keys"), "click", showKeys);
}

function showKeys() {
  const mode = find(".page.here .mode.here") ?? find(".page .mode.here");
  const kind = Object.keys(LISTS).find((name) => mode?.classList.contains(name));
  const own = kind ? LISTS[kind] : [];
  const rows = [...own, ...EVERYWHERE.filter(([key]) => !own.some(([other]) => other === key))];
  const close = make("button", { type: "button", text: "Close", on: { click: () => dialog.close() } });
  const title = kind ? `Keys in ${find("h2", mode).textContent}` : "Keys";
  const dialog = make(
    "dialog", { class: "keys-sheet", "aria-labelledby": "keys-title" },
    make("h2", { id: "keys-title", text: title }),
    make("dl", {}, ...rows.flatMap(([key, words]) => [make("dt", {}, make("kbd", { text: key })), make("dd", { text: words })])),
    close,
  );
  on(dialog, "close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
