/* What is on the screen: the page and the mode that the address names. */
import { find, findAll } from "./dom.js";

const openers = [];

/* Calls back with each page and mode that is shown. */
export function onShow(act) {
  openers.push(act);
}

function named() {
  try {
    return document.getElementById(decodeURIComponent(location.hash.slice(1)));
  } catch {
    return null;
  }
}

export function follow(moved) {
  const target = named();
  const inside = target?.closest(".page");
  if (moved && target && !inside) return;
  const page = inside ?? find(".page");
  if (!page) return;
  for (const other of findAll(".page")) other.classList.toggle("here", other === page);
  const mode = target?.closest(".mode") ?? (inside && target !== page ? find(".mode.here", page) : null) ?? find(".mode", page);
  if (mode) showMode(page, mode);
  if (page.dataset.title) document.title = page.dataset.title;
  for (const act of openers) act(page, mode);
  if (moved) arrive(target, page, mode);
}

function showMode(page, mode) {
  for (const other of findAll(".mode", page)) other.classList.toggle("here", other === mode);
  for (const link of findAll(".modes a", page)) {
    if (link.hash === `#${mode.id}`) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
}

/* The heading gets the focus, so that the next key and the next word spoken are about what was opened. */
function arrive(target, page, mode) {
  if (target === mode && mode) {
    find("h2", mode).focus({ preventScroll: true });
    find(".with-modes", page).scrollIntoView();
  } else if (target && target !== page) {
    target.scrollIntoView();
  } else {
    find("h1", page)?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }
}
