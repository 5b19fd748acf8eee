/* Sets up what the page holds. Should it fail, everything is readable as without scripts. */
import { root } from "./begin.js";
import { announce, find, on } from "./dom.js";
import { setUpKeys } from "./keys.js";
import { begin, follow, leave } from "./pages.js";
import { NEWER, note } from "./notes.js";
import { hasNewer, keepsProgress } from "./store.js";

function start() {
  try {
    begin();
    setUpKeys();
    sayWhatIsNotKept();
    const ready = () => root.classList.add("ready");
    const wait = follow(false);
    addEventListener("hashchange", () => follow(true));
    on(document, "click", leave);
    if (wait) wait.then(ready);
    else ready();
  } catch (error) {
    root.classList.remove("js");
    throw error;
  }
}

function sayWhatIsNotKept() {
  if (hasNewer()) note(NEWER);
  const lost = find("#storage-note");
  lost.hidden = keepsProgress();
  on(document, "lpkit-full", () => {
    if (lost.hidden) announce(lost.textContent);
    lost.hidden = false;
  });
}

/* The scripts of the page's parts come after this one, and are there before the document is. */
if (document.readyState === "loading") addEventListener("DOMContentLoaded", start);
else setTimeout(start);
