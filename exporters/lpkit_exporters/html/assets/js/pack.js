/* The modes of a pattern. */
import { find, readBlock } from "./dom.js";
import { setUpEvaluate } from "./evaluate.js";
import { setUpHandouts } from "./handout.js";
import { onShow, onStart } from "./pages.js";
import { setUpPractice } from "./practice.js";
import { setUpRewrites } from "./rewrite.js";
import { setUpSession } from "./session.js";
import { adopt, names } from "./store.js";
import { setUpTest } from "./test.js";

/* The packs that are set up, with what shows an item of today's run where the address names one. */
const ready = new Map();

/* A pack is set up when it is first shown: the single file may hold hundreds. */
function setUpPack(page) {
  const block = find(".pack-data", page);
  if (!block || ready.has(page)) return;
  const pack = readBlock(block);
  const key = `${pack.library.id}/${pack.id}`;
  adoptAll(key, pack);
  ready.set(page, setUpSession(page, key, pack));
  setUpRewrites(page, key, pack.library.id);
  setUpEvaluate(page, key, pack);
  setUpPractice(page, key, pack);
  setUpTest(page, key, pack);
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

onStart(() => {
  onShow(setUpPack);
  setUpHandouts(setUpPack);
  onShow((page, _mode, target) => {
    for (const [other, open] of ready) open(other === page ? target : null);
  });
});
