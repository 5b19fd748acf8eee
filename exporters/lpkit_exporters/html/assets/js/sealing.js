/* Learn gives the exercise of Evaluate away: it opens once that was done, or when the reader asks. */
import { announce, find, on } from "./dom.js";
import { names, read, watch, write } from "./store.js";
import { say } from "./words.js";

const name = (key) => `${key}/learn`;

/* By what is kept of Learn, of Evaluate and of rewrites: whoever wrote these before there was a seal has seen it all. */
export const hasSeen = (learn, evaluate, rewrites) => Boolean(learn?.opened || evaluate?.opened || rewrites());

export const isOpen = (key) => hasSeen(read(name(key)), read(`${key}/evaluate`), () => names(`${key}/fix-it/`).length);

/* Whether it was opened before the answers were scored. */
export const wasAsked = (key) => isOpen(key) && !read(name(key))?.after;

/* Opens it for good: what was seen once is known. */
export function unseal(page, key, after) {
  if (!read(name(key))?.opened) write(name(key), { opened: true, after });
  page.classList.remove("sealed");
}

/* `opened` is called when the reader asks for it, here or in another tab. */
export function setUpSeal(page, key, opened) {
  const show = () => page.classList.toggle("sealed", !isOpen(key));
  show();
  watch(() => {
    show();
    opened();
  });
  on(find(".open-learn", page), "click", () => {
    unseal(page, key, false);
    opened();
    find(".lesson h3", page).tabIndex = -1;
    find(".lesson h3", page).focus();
    announce(say("Learn is open."));
  });
}
