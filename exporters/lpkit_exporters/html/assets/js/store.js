/* Progress: one entry of localStorage for each permanent id, so that two tabs never overwrite each other's work. */
import { say } from "./words.js";

export const VERSION = 1;
const PREFIX = `lpkit/${VERSION}/`;
const NAME = /^[a-z0-9][\w./-]*$/i;

const memory = new Map();
const unsaved = new Set();
const shelf = openShelf();
const watchers = [];

export const keepsProgress = () => shelf !== null;

function openShelf() {
  try {
    const storage = window.localStorage;
    /* What is full can still be read; what keeps nothing at all is as good as none. */
    return storage.length || takes(storage) ? storage : null;
  } catch {
    return null;
  }
}

function takes(storage) {
  storage.setItem("lpkit/probe", "1");
  storage.removeItem("lpkit/probe");
  return true;
}

export function read(name) {
  try {
    const text = shelf && !unsaved.has(name) ? shelf.getItem(PREFIX + name) : memory.get(name);
    const value = text ? JSON.parse(text) : null;
    return value && typeof value === "object" ? value : null;
  } catch {
    return null;
  }
}

export const write = (name, value) => put(name, JSON.stringify({ ...value, at: Date.now() }));

/* A full or forbidden store loses nothing before the page is closed. */
function put(name, text) {
  memory.set(name, text);
  try {
    shelf?.setItem(PREFIX + name, text);
    unsaved.delete(name);
  } catch {
    unsaved.add(name);
    document.dispatchEvent(new Event("lpkit-full"));
  }
}

export function remove(name) {
  memory.delete(name);
  unsaved.delete(name);
  shelf?.removeItem(PREFIX + name);
}

/* What was kept under a former name goes on under the present one. */
export function adopt(name, former) {
  const kept = read(former);
  if (kept && !read(name)) put(name, JSON.stringify(kept));
  if (kept) remove(former);
}

export function names(beginning = "") {
  const all = shelf
    ? [...Object.keys(shelf).filter((key) => key.startsWith(PREFIX)).map((key) => key.slice(PREFIX.length)), ...unsaved]
    : [...memory.keys()];
  return [...new Set(all)].filter((name) => name.startsWith(beginning)).sort();
}

/* All entries of all patterns by "library/pack", each with what stands behind that in its name. Storage is listed once:
   a listing costs more than all that is read. */
export function byPack() {
  const packs = new Map();
  for (const name of names()) {
    const [library, pack, ...rest] = name.split("/");
    const value = rest.length ? read(name) : null;
    if (!value) continue;
    const key = `${library}/${pack}`;
    if (!packs.has(key)) packs.set(key, new Map());
    packs.get(key).set(rest.join("/"), value);
  }
  return packs;
}

/* Whether a newer version of the site, which writes in another form, keeps something in this browser too. */
export const hasNewer = () => Object.keys(shelf ?? {}).some((key) => Number(/^lpkit\/(\d+)\//.exec(key)?.[1] ?? 0) > VERSION);

/* Calls back when another tab changed something. */
export function watch(act) {
  watchers.push(act);
}

window.addEventListener("storage", (event) => {
  if (event.key === null || event.key.startsWith(PREFIX)) for (const act of watchers) act();
});

export function bundleProgress() {
  const items = Object.fromEntries(names().map((name) => [name, read(name)]));
  return { kind: "lpkit-progress", version: VERSION, items };
}

/* Takes what is newer here or there; gives the number of entries taken, or says what is wrong. */
export function mergeProgress(data) {
  if (data?.kind !== "lpkit-progress" || typeof data.items !== "object" || !data.items) {
    throw new Error(say("This file holds no progress."));
  }
  if (data.version !== VERSION) throw new Error(say("This file is of another version; open it with a newer page."));
  const fresh = Object.entries(data.items).filter(
    ([name, value]) => NAME.test(name) && value && typeof value === "object" && (value.at ?? 0) > (read(name)?.at ?? -1),
  );
  for (const [name, value] of fresh) put(name, JSON.stringify(value));
  return fresh.length;
}
