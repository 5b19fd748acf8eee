/* Keeps the progress of the page in a learning system, where there is one; elsewhere the browser keeps it. */
import { connect } from "./lms.js";
import { pack, unpack } from "./packing.js";
import { byWorth, standing } from "./standing.js";
import { answersOf, tell } from "./telling.js";

const DATA = "cmi.suspend_data";
const lms = connect(SCORM);

/* What the page takes for its store: entries are its own names, so that they can be listed. */
function makeShelf(changed) {
  return Object.create({
    getItem: (key) => shelf[key] ?? null,
    setItem: (key, text) => {
      shelf[key] = String(text);
      changed(key);
    },
    removeItem: (key) => {
      delete shelf[key];
      changed(key);
    },
  });
}

const readAll = () => Object.keys(shelf).map((key) => [key, JSON.parse(shelf[key])]);

function restore() {
  try {
    const data = lms.get(DATA);
    if (data) for (const [key, value] of JSON.parse(unpack(data))) shelf[key] = JSON.stringify(value);
  } catch {
    /* Data of another program, or cut off: the page begins anew. */
  }
  const place = lms.get(lms.words.place);
  if (/^#[\w.-]+$/.test(place) && !location.hash) history.replaceState(null, "", place);
}

/* As many entries as the system has room for, those of the least worth left out. */
function fitting(entries) {
  const data = (count) => pack(JSON.stringify(entries.slice(0, count)));
  if (data(entries.length).length <= lms.words.mostData) return data(entries.length);
  let [low, high] = [0, entries.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (data(middle).length <= lms.words.mostData) low = middle;
    else high = middle;
  }
  return data(low);
}

function tellStanding(entries) {
  const { scored, score, complete, tested, strong } = standing(packs(), entries);
  const before = Number(lms.get(`${lms.words.score}.raw`)) || 0;
  const better = scored && score >= before;
  if (better) {
    lms.set(`${lms.words.score}.min`, 0);
    lms.set(`${lms.words.score}.max`, 100);
    lms.set(`${lms.words.score}.raw`, score);
    if (lms.version === "2004") lms.set("cmi.score.scaled", score / 100);
  }
  const verdict = !tested ? null : strong ? "passed" : "failed";
  if (lms.version === "1.2") {
    if (complete && lms.get(lms.words.status) !== "passed") lms.set(lms.words.status, verdict ?? "completed");
    else if (lms.get(lms.words.status) === "not attempted") lms.set(lms.words.status, "incomplete");
    return;
  }
  if (complete) lms.set("cmi.completion_status", "completed");
  else if (lms.get("cmi.completion_status") !== "completed") lms.set("cmi.completion_status", "incomplete");
  if (complete && verdict && lms.get("cmi.success_status") !== "passed") lms.set("cmi.success_status", verdict);
}

let known = null;
const packs = () => (known ??= [...document.querySelectorAll(".pack-data")].map((block) => JSON.parse(block.textContent)));

const waiting = new Set();
let timer = 0;

/* Nothing is told before the whole page is there: its packs say what a score is made of. */
let whole = false;

function changed(key) {
  waiting.add(key);
  clearTimeout(timer);
  if (whole) timer = setTimeout(keep, 0);
}

function keep() {
  clearTimeout(timer);
  if (!whole || !waiting.size) return;
  const entries = readAll().filter(([key]) => key.startsWith("lpkit/1/"));
  const fresh = entries.filter(([key]) => waiting.has(key));
  waiting.clear();
  for (const [key, value] of fresh) {
    /* A test is told once: what was finished is never written again. */
    for (const answer of answersOf(packs(), key, value)) tell(lms, answer);
  }
  lms.set(DATA, fitting(byWorth(entries)));
  tellStanding(entries);
  lms.commit();
}

function mark() {
  if (location.hash && location.hash.length <= lms.words.mostPlace) lms.set(lms.words.place, location.hash);
}

const shelf = makeShelf(changed);
if (lms) {
  Object.defineProperty(window, "localStorage", { value: shelf, configurable: true });
  restore();
  addEventListener("DOMContentLoaded", () => {
    whole = true;
    tellStanding(readAll());
    lms.commit();
  });
  addEventListener("hashchange", mark);
  addEventListener("pagehide", () => {
    keep();
    mark();
    lms.end();
  });
}
