/* What the database of stories was told and has not answered when the reader leaves: the page writes it where writing takes
   no time, and the next page does it. */
import { decode, encode } from "./bytes.js";

const PREFIX = "lpkit/left/";

const packed = ({ bytes, ...entry }) => (bytes ? { ...entry, data: encode(bytes) } : entry);
const unpacked = ({ data, ...entry }) => (data === undefined ? entry : { ...entry, bytes: decode(data) });

/* A change with the time at which it was told. */
const row = ([kind, id, entry]) => (entry ? [kind, id, packed(entry), entry.at] : [kind, id, null, Date.now()]);

function write(name, rows) {
  try {
    localStorage.setItem(name, JSON.stringify(rows));
    return true;
  } catch {
    return false;
  }
}

/* `pending` gives the changes that are not answered yet: each a kind, an id, and an entry where it does not go. Calls back
   when another page was left. */
export function onLeaving(pending, act) {
  addEventListener("pagehide", () => {
    const rows = pending().map(row);
    const name = `${PREFIX}${Date.now()}-${Math.random()}`;
    /* A recording may be too large. */
    if (rows.length && !write(name, rows)) write(name, rows.filter(([, , entry]) => entry?.data === undefined));
  });
  addEventListener("storage", ({ key, newValue }) => newValue && key?.startsWith(PREFIX) && act());
}

function read(name, kinds) {
  try {
    const rows = JSON.parse(localStorage.getItem(name));
    const sound = rows.filter(([kind, id, entry]) => kinds.includes(kind) && typeof id === "string" && (entry === null || entry.id === id));
    return sound.map(([kind, id, entry, at]) => [kind, id, entry && unpacked(entry), at]);
  } catch {
    return [];
  }
}

/* Gives the changes of some kinds that were left behind, and under which names. */
export function left(kinds) {
  try {
    const names = Object.keys(localStorage).filter((name) => name.startsWith(PREFIX)).sort();
    return { names, changes: names.flatMap((name) => read(name, kinds)) };
  } catch {
    return { names: [], changes: [] };
  }
}

export const done = (names) => names.forEach((name) => localStorage.removeItem(name));
