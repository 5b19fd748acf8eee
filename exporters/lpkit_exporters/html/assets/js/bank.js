/* The reader's stories: takes, drafts and recordings, in a database of the browser; without one, as long as the page is
   open. Nothing of it is ever sent. */
import { decode, encode } from "./bytes.js";
import { done, left, onLeaving } from "./leaving.js";
import { isMoment } from "./memory.js";
import { NEWER, note } from "./notes.js";
import { say } from "./words.js";

const NAME = "lpkit-stories";
const FORM = 1;
const UNKEPT = say("This browser keeps no stories: what you rehearse here is lost when you leave this page.");
const UNDELETED = say("This browser did not delete what you asked it to: it is still kept here.");
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
const pending = new Set();
let opening = null;

/* Gives the database, or null where there is none to be had; what a reader who left could not wait for is done first. */
function database() {
  opening ??= open().then(async (known) => {
    if (known) await catchUp(known);
    return known;
  });
  return opening;
}

function open() {
  return new Promise((resolve) => {
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
}

/* Makes the changes that were left behind, but for what was changed again since. What fails is tried the next time. */
function catchUp(known) {
  const { names, changes } = left(KINDS);
  if (!names.length) return null;
  return new Promise((resolve) => {
    const doing = known.transaction(KINDS, "readwrite");
    doing.onabort = resolve;
    doing.oncomplete = () => resolve(done(names));
    for (const [kind, id, entry, at] of changes) {
      const store = doing.objectStore(kind);
      store.get(id).onsuccess = ({ target: { result } }) => {
        if (!result || result.at <= at) entry ? store.put(entry) : store.delete(id);
      };
    }
  });
}

onLeaving(() => [...pending].flat(), () => opening?.then((known) => known && catchUp(known)));

/* Does one thing in the database, all of it or nothing; gives what `act` makes of the stores, once the database is done. */
async function work(kinds, mode, act) {
  const known = await database();
  return new Promise((resolve, reject) => {
    const doing = known.transaction(kinds, mode);
    let given;
    doing.oncomplete = () => resolve(given());
    doing.onabort = doing.onerror = () => reject(doing.error);
    try {
      given = act((kind) => doing.objectStore(kind));
      /* What was asked for is done though the page be closed before it hears so. */
      if (mode === "readwrite") doing.commit?.();
    } catch (error) {
      doing.abort();
      throw error;
    }
  });
}

/* Gives what is asked of the entries of a kind, or `otherwise` where that cannot be, and says so. */
async function asked(kind, act, otherwise) {
  try {
    return await work([kind], "readonly", (store) => {
      const answer = act(store(kind));
      return () => answer.result;
    });
  } catch {
    note(UNKEPT);
    return otherwise;
  }
}

export async function all(kind) {
  const kept = await asked(kind, (store) => store.getAll(), []);
  return [...new Map([...kept, ...memory.get(kind).values()].map((entry) => [entry.id, entry])).values()];
}

export const get = async (kind, id) => memory.get(kind).get(id) ?? (await asked(kind, (store) => store.get(id))) ?? null;

/* An entry that is new or changed now. */
export const dated = (entry) => ({ ...entry, at: Date.now() });

/* Makes changes, all or none: each a kind, an id, and what is kept of it from now on, or nothing where it goes. Gives whether
   all of it is done, which says that it is in the database, or gone from there. What the database does not take stays in
   memory. */
export async function change(changes) {
  if (!changes.length) return true;
  for (const [kind, id] of changes) memory.get(kind).delete(id);
  pending.add(changes);
  try {
    await work([...new Set(changes.map(([kind]) => kind))], "readwrite", (store) => {
      for (const [kind, id, entry] of changes) entry ? store(kind).put(entry) : store(kind).delete(id);
      return () => true;
    });
    return true;
  } catch {
    const kept = changes.filter(([, , entry]) => entry);
    for (const [kind, id, entry] of kept) memory.get(kind).set(id, entry);
    /* Where there is no database, nothing is left in it. */
    const gone = !(await database());
    note(kept.length || gone ? UNKEPT : UNDELETED);
    return !kept.length && gone;
  } finally {
    pending.delete(changes);
  }
}

export const put = (kind, entry) => change([[kind, entry.id, dated(entry)]]);

export const remove = (kind, id) => change([[kind, id]]);

/* What was rehearsed under a former name of a pattern goes on under the present one. */
export async function adoptRehearsed(key, former) {
  const takes = (await all("takes")).filter(({ pack }) => pack === former);
  const changes = takes.map((take) => ["takes", take.id, { ...take, pack: key }]);
  for (const [kind, was, is] of [["drafts", former, key], ["audio", draftAudio(former), draftAudio(key)]]) {
    const entry = await get(kind, was);
    if (entry && !(await get(kind, is))) changes.push([kind, is, { ...entry, id: is }], [kind, was]);
  }
  await change(changes);
}

/* The id of the recording that belongs to a draft. */
export const draftAudio = (key) => `draft/${key}`;

const withAudio = ({ id }) => [["takes", id], ["audio", id]];

export const removeTake = (take) => change(withAudio(take));

/* Removes a story with the takes that are known, and with those that another tab kept meanwhile. */
export async function removeStory({ id, takes }) {
  const gone = await change([["stories", id], ...takes.flatMap(withAudio)]);
  const others = (await all("takes")).filter(({ story }) => story === id);
  return (await change(others.flatMap(withAudio))) && gone;
}

export async function forgetStories() {
  const kinds = await Promise.all(KINDS.map(async (kind) => (await all(kind)).map(({ id }) => [kind, id])));
  return change(kinds.flat());
}

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
  const newer = [];
  for (const [kind, entry] of entries) if (entry.at > ((await get(kind, entry.id))?.at ?? 0)) newer.push([kind, entry.id, entry]);
  await change(newer);
  return newer.filter(([kind]) => kind !== "audio").length;
}
