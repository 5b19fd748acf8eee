/* Lines that say what does not work, above the page; each stands there once. */
import { find, make } from "./dom.js";
import { say } from "./words.js";

export const NEWER = say("Part of your progress was kept by a newer version of this site. It is left as it is, and not shown here.");

export function note(text) {
  const before = find("#storage-note");
  const there = [...before.parentNode.children].some((line) => line !== before && line.matches(".note") && line.textContent === text);
  if (!there) before.before(make("p", { class: "note", role: "status", text }));
}
