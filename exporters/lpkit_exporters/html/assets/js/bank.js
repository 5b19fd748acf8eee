/* The reader's stories: takes, drafts and recordings, in a database of the browser; without one, as long as the page is
   open. Nothing of it is ever sent. */
import { isMoment } from "./memory.js";
import { NEWER, note } from "./notes.js";
import { say } from "./words.js";

const NAME = "lpkit-stories";
const FORM = 1;
const UNKEPT = say("This browser keeps no stories: what you rehearse here is lost when you leave this page.");
const STRANGE = say("This file holds stories that cannot be read. Nothing was taken over.");

/* What entries of a kind must have; all have an `id` and the time `at` which they were last changed. A recording has the
   id of its take, or that of its draft. */
const SHAPES = {
  stories: { title: "string" },
  takes: { story: "string", pack: "string", principle: "string", title: "string", text: "string" },
  drafts: { text: "string" },
  audio: { type: "string", data: "string" },
};
const KINDS = Object.keys(SHAPES);

const memory = new Map(KINDS.map((kind) => [kind, new Map()]));
let opening = null;

/* Gives the database, or null where there is none to be had. */
function database() {
  opening ??= new Promise((resolve) => {
    try {
      const asked = indexedDB.open(NAME, FORM);
      asked.onupgradeneeded = () => KINDS.forEach((kind) => asked.result.createObjectStore(kind, { keyPath: "id" }));
      asked.onsuccess = () => {
        /* A newer site in another tab waits for nobody. */
        asked.result.onversionchange = () => asked.result.close();
        resolve(asked.result);
      };
      asked.onerror = () => {
        if (asked.error?.name === "VersionError") note(NEWER);
        resolve(null);
      };
    } catch {
      resolve(null);
    }
  });
  return opening;
}

/* Does one thing in the database; gives its result, or `otherwise` where that cannot be, and says so. */
async function attempt(kind, mode, act, otherwise) {
  try {
    const known = await database();
    return await new Promise((resolve, reject) => {
      const work = known.transaction(kind, mode);
      const asked = act(work.objectStore(kind));
      work.oncomplete = () => resolve(asked.result);
      work.onabort = work.onerror = () => reject(work.error);
    });
  } catch {
    note(UNKEPT);
    return otherwise();
  }
}

export async function all(kind) {
  const kept = await attempt(kind, "readonly", (store) => store.getAll(), () => []);
  return [...new Map([...kept, ...memory.get(kind).values()].map((entry) => [entry.id, entry])).values()];
}

export const get = async (kind, id) =>
  memory.get(kind).get(id) ?? (await attempt(kind, "readonly", (store) => store.get(id), () => undefined)) ?? null;

export const put = (kind, entry) => keep(kind, { ...entry, at: Date.now() });

/* What the database does not take stays in memory. */
async function keep(kind, entry) {
  memory.get(kind).delete(entry.id);
  await attempt(kind, "readwrite", (store) => store.put(entry), () => memory.get(kind).set(entry.id, entry));
  return entry;
}

export async function remove(kind, id) {
  memory.get(kind).delete(id);
  await attempt(kind, "readwrite", (store) => store.delete(id), () => undefined);
}

/* What was rehearsed under a former name of a pattern goes on under the present one. */
export async function adoptRehearsed(key, former) {
  for (const take of await all("takes")) if (take.pack === former) await keep("takes", { ...take, pack: key });
  for (const [kind, was, is] of [["drafts", former, key], ["audio", draftAudio(former), draftAudio(key)]]) {
    const entry = await get(kind, was);
    if (!entry || (await get(kind, is))) continue;
    await keep(kind, { ...entry, id: is });
    await remove(kind, was);
  }
}

/* The id of the recording that belongs to a draft. */
export const draftAudio = (key) => `draft/${key}`;

export async function removeTake({ id }) {
  await remove("takes", id);
  await remove("audio", id);
}

export async function removeStory({ id }) {
  for (const take of await all("takes")) if (take.story === id) await removeTake(take);
  await remove("stories", id);
}

export async function forgetStories() {
  for (const kind of KINDS) for (const { id } of await all(kind)) await remove(kind, id);
}

/* Bytes as text and back, in pieces that a call may take. */
const PIECE = 0x8000;

function encode(bytes) {
  const units = new Uint8Array(bytes);
  let text = "";
  for (let at = 0; at < units.length; at += PIECE) text += String.fromCharCode(...units.subarray(at, at + PIECE));
  return btoa(text);
}

const decode = (text) => Uint8Array.from(atob(text), (unit) => unit.charCodeAt(0)).buffer;

/* Gives everything for a file. */
export async function bundleStories() {
  const kinds = Object.fromEntries(await Promise.all(KINDS.map(async (kind) => [kind, await all(kind)])));
  return { form: FORM, ...kinds, audio: kinds.audio.map(({ bytes, ...rest }) => ({ ...rest, data: encode(bytes) })) };
}

function read(kind, entry) {
  const fits = entry && typeof entry.id === "string" && isMoment(entry.at);
  if (!fits || Object.entries(SHAPES[kind]).some(([key, type]) => typeof entry[key] !== type)) throw new Error(STRANGE);
  if (kind !== "audio") return entry;
  if (!/^audio\/[\w.+-]+/.test(entry.type)) throw new Error(STRANGE);
  const { data, ...rest } = entry;
  try {
    return { ...rest, bytes: decode(data) };
  } catch {
    throw new Error(STRANGE);
  }
}

/* Reads what a file has of stories, all or nothing: says what is wrong before anything is taken. A file from before there
   were stories has none. */
export async function readStories(data) {
  if (data === undefined) return [];
  if (Number(data?.form) > FORM) throw new Error(say("This file is of another version; open it with a newer page."));
  if (data?.form !== FORM || KINDS.some((kind) => !Array.isArray(data[kind]))) throw new Error(STRANGE);
  const entries = KINDS.flatMap((kind) => data[kind].map((entry) => [kind, read(kind, entry)]));
  const known = new Set([...data.stories, ...(await all("stories"))].map(({ id }) => id));
  if (data.takes.some(({ story }) => !known.has(story))) throw new Error(STRANGE);
  return entries;
}

/* Takes what is newer here or there; gives the number of entries taken, where a recording counts with what it belongs to. */
export async function mergeStories(entries) {
  let count = 0;
  for (const [kind, entry] of entries) {
    if (entry.at <= ((await get(kind, entry.id))?.at ?? 0)) continue;
    await keep(kind, entry);
    if (kind !== "audio") count += 1;
  }
  return count;
}
