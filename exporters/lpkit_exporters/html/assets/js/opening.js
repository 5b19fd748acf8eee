/* A pattern opens on its answers. What the other modes need comes once one of them is asked for. */
import { find, readBlock } from "./dom.js";
import { setUpEvaluate } from "./evaluate.js";
import { fetchFrom } from "./fetching.js";
import { setUpHandouts } from "./handout.js";
import { note } from "./notes.js";
import { beforeShow, onShow, onStart } from "./pages.js";
import { adopt, names } from "./store.js";
import { say } from "./words.js";

const LOST = say("Part of this page could not be loaded: only Evaluate works. Load the page again.");

/* The packs whose answers are set up, {key, pack}; and those whose other modes are. */
const opened = new Map();
const whole = new Set();
let setUpOthers = null;
let coming = null;

/* Calls back with each page, its key and its pack, when its other modes are to be set up. */
export function onOthers(act) {
  setUpOthers = act;
}

/* A pack is set up when it is first shown: the single file may hold hundreds. */
function openPack(page) {
  const block = find(".pack-data", page);
  if (!block || opened.has(page)) return;
  const pack = readBlock(block);
  const key = `${pack.library.id}/${pack.id}`;
  adoptAll(key, pack);
  opened.set(page, { key, pack });
  setUpEvaluate(page, key, pack);
}

/* A question may have come from another pack before its pack got its name: its own former names count first. */
function adoptAll(key, { library, questions, formerly = [] }) {
  for (const question of questions) {
    for (const [pack, id] of (question.formerly ?? []).map((name) => name.split("/"))) {
      for (const kind of ["question", "memory/question"]) adopt(`${key}/${kind}/${question.id}`, `${library.id}/${pack}/${kind}/${id}`);
    }
  }
  for (const prefix of formerly.map((pack) => `${library.id}/${pack}/`)) {
    for (const name of names(prefix)) adopt(`${key}/${name.slice(prefix.length)}`, name);
  }
}

/* Evaluate itself may be asked for what is to be done today. */
const needsOthers = (mode, target) => !mode.matches(".evaluate") || Boolean(target?.matches(".candidate > :is(.voice, .scoring)"));

/* Gives a promise as long as something is on its way, once. */
function fetchOthers() {
  const template = find("template.later");
  if (!template) return null;
  coming ??= fetchFrom(template).then(() => {
    template.remove();
    if (!setUpOthers) note(LOST);
  });
  return coming;
}

onStart(() => {
  beforeShow((page, mode, target) => (find(".pack-data", page) && needsOthers(mode, target) ? fetchOthers() : null));
  onShow((page, mode, target) => {
    openPack(page);
    if (!opened.has(page) || !setUpOthers || whole.has(page) || !needsOthers(mode, target)) return;
    whole.add(page);
    setUpOthers(page, opened.get(page));
  });
  setUpHandouts(openPack);
});
