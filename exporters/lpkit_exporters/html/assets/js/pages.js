/* What is on the screen: the page and the mode that the address names. */
import { find, findAll } from "./dom.js";

const starters = [];
const gates = [];
const openers = [];
const arrivals = [];
let begun = false;
let waits = null;

/* Calls back when the document is there, at once where it is: each part of the page sets itself up. */
export function onStart(act) {
  if (begun) act();
  else starters.push(act);
}

export function begin() {
  begun = true;
  for (const act of starters) act();
}

/* Asks before a page and a mode are shown; `act` gives a promise where that has to wait, else null. */
export function beforeShow(act) {
  gates.push(act);
}

/* Calls back with each page and mode that is shown, and with what the address names. */
export function onShow(act) {
  openers.push(act);
}

/* Calls back with the page and the mode to which the reader moved, once they are on the screen. */
export function onArrival(act) {
  arrivals.push(act);
}

function named() {
  try {
    return document.getElementById(decodeURIComponent(location.hash.slice(1)));
  } catch {
    return null;
  }
}

/* Shows what the address names; gives a promise where that has to wait for something, else null. */
export function follow(moved) {
  const target = named();
  const inside = target?.closest(".page");
  if (moved && target && !inside) return null;
  const page = inside ?? find(".page");
  if (!page) return null;
  const mode = target?.closest(".mode") ?? (inside && target !== page ? find(".mode.here", page) : null) ?? find(".mode", page);
  const wait = mode && gates.map((act) => act(page, mode, target)).find(Boolean);
  if (wait) return (waits ??= wait.then(() => {
    waits = null;
    return follow(moved);
  }));
  for (const other of findAll(".page")) other.classList.toggle("here", other === page);
  if (mode) showMode(page, mode);
  if (page.dataset.title) document.title = page.dataset.title;
  for (const act of openers) act(page, mode, target);
  if (!moved) return null;
  arrive(target, page, mode);
  if (target === mode && history.state?.y === undefined) for (const act of arrivals) act(page, mode);
  return null;
}

function showMode(page, mode) {
  for (const other of findAll(".mode", page)) other.classList.toggle("here", other === mode);
  for (const link of findAll(".modes a", page)) {
    if (link.hash === `#${mode.id}`) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
}

/* What was opened gets the focus, so that the next key and the next word spoken are about it. */
function arrive(target, page, mode) {
  const inner = target && target !== page;
  const goal = inner ? (target === mode ? find("h2", mode) : target) : find("h1", page);
  if (goal.tabIndex < 0) goal.tabIndex = -1;
  goal.focus({ preventScroll: true });
  const left = history.state?.y;
  if (left !== undefined) scrollTo(0, left);
  else if (inner) (target === mode ? find(".with-modes", page) : target).scrollIntoView();
  else scrollTo(0, 0);
}

/* Whoever comes back to what a link left comes back to where they were. */
export const leave = ({ target }) => target.closest("a") && history.replaceState({ y: scrollY }, "");
