/* The sheet of keys: what works where the reader is. */
import { find, make, on, takesKeys } from "./dom.js";
import { say } from "./words.js";

const SPACE = say("Space");
const ENTER = say("Enter");
const RUN = [["1 – 9", say("Choose an option")], ["↑ ↓", say("Look at the options")], [SPACE, say("Choose the option you look at")], ["← →", say("Go to another question")]];
const LISTS = {
  evaluate: [["↑ ↓", say("Go through the sentences of an answer, or through verdicts")], [SPACE, say("Mark the sentence, or choose the verdict")], ["← →", say("Move a slider by a tenth")]],
  practice: [...RUN, [ENTER, say("Check, then go on")]],
  test: [...RUN, [ENTER, say("Go on")]],
};
const EVERYWHERE = [[say("Tab"), say("Go to the next control")], [ENTER, say("Press it")], ["?", say("Show this list")], [say("Esc"), say("Close it")]];

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
  const close = make("button", { type: "button", text: say("Close"), on: { click: () => dialog.close() } });
  const title = kind ? say("Keys in {mode}", { mode: find("h2", mode).textContent }) : say("Keys");
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
