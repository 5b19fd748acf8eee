/* What is to be done in a row: the items of today's ten minutes, or the mistakes, and the way from each to the next.
   An item is named "library/pack/kind/id", as in what is kept of it; its place in the page is that of the question. */
import { answerTo, isDue, memoryOf, recall } from "./memory.js";
import { read, write } from "./store.js";

const NAME = "today/run";

export const partsOf = (item) => {
  const [library, pack, kind, id] = item.split("/");
  return { library, pack, kind, id, packKey: `${library}/${pack}` };
};

/* `home` is where the home page is for this page: an anchor in the single file, which holds all. */
export function addressIn(home, packKey, anchor) {
  const [library, pack] = packKey.split("/");
  return home.startsWith("#") ? `#${library}.${pack}.${anchor}` : `${pageOf(home, packKey)}#${anchor}`;
}

/* The page of a pattern, on a site. */
export const pageOf = (home, packKey) => `${home.slice(0, home.lastIndexOf("/") + 1)}packs/${packKey}.html`;

export function addressOf(home, item) {
  const { packKey, kind, id } = partsOf(item);
  return addressIn(home, packKey, `${kind}-${id}`);
}

export const dayOf = (now) => {
  const date = new Date(now);
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
};

/* The day is that of the click: the page may have been open since yesterday. */
const begin = (kind, items) => write(NAME, { kind, items, day: dayOf(Date.now()) });

/* A link that begins a run with what it leads to. */
export function beginning(link, kind, items) {
  link.onclick = link.onauxclick = () => begin(kind, items);
  return link;
}

/* Of this day alone: what was left over yesterday is due today, with whatever else is. Who is in the middle of a run at
   midnight has some hours of grace. */
export function agenda(now, grace = 0) {
  const kept = read(NAME);
  if (![dayOf(now), dayOf(now - grace)].includes(kept?.day) || !Array.isArray(kept.items)) return null;
  const items = kept.items.filter((item) => typeof item === "string" && item.split("/").length === 4);
  return items.length ? { kind: kept.kind === "mistakes" ? "mistakes" : "today", items } : null;
}

/* Whether a memory leaves its item open: today's once it is no longer due, a mistake once it is right. */
export const leavesOpen = (kind, memory, now) => !memory || (kind === "mistakes" ? !memory.right : isDue(memory, now));

export function isOpen({ kind }, item, now) {
  const parts = partsOf(item);
  return leavesOpen(kind, recall(parts.packKey, parts.kind, parts.id), now);
}

/* The memory of an item among all that is kept (`byPack` of the store). */
export function memoryIn(kept, item) {
  const { packKey, kind, id } = partsOf(item);
  const own = kept.get(packKey);
  return own ? memoryOf(own.get(`memory/${kind}/${id}`), answerTo(kind, id, (name) => own.get(name))) : null;
}

export const nextAfter = (run, item, now) => run.items.slice(run.items.indexOf(item) + 1).find((other) => isOpen(run, other, now)) ?? null;
