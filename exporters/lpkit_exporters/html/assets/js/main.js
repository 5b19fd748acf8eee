/* Sets up what the page holds. Should it fail, everything is readable as without scripts. */
import { root } from "./begin.js";
import { find, findAll, on, readBlock } from "./dom.js";
import { setUpEvaluate } from "./evaluate.js";
import { setUpLists } from "./home.js";
import { setUpKeeping } from "./keeping.js";
import { follow, leave, onShow } from "./pages.js";
import { setUpPractice } from "./practice.js";
import { setUpRewrites } from "./rewrite.js";
import { adopt, names } from "./store.js";
import { setUpTest } from "./test.js";

const ready = new Set();

/* A pack is set up when it is first shown: the single file may hold hundreds. */
function setUpPack(page) {
  const block = find(".pack-data", page);
  if (!block || ready.has(page)) return;
  ready.add(page);
  const pack = readBlock(block);
  const key = `${pack.library.id}/${pack.id}`;
  adoptAll(key, pack);
  setUpRewrites(page, key, pack.library.id);
  setUpEvaluate(page, key, pack);
  setUpPractice(page, key, pack);
  setUpTest(page, key, pack);
}

/* A question may have come from another pack before its pack got its name: its own former names count first. */
function adoptAll(key, { library, questions, formerly = [] }) {
  for (const question of questions) {
    for (const [pack, id] of (question.formerly ?? []).map((name) => name.split("/"))) {
      adopt(`${key}/question/${question.id}`, `${library.id}/${pack}/question/${id}`);
    }
  }
  for (const prefix of formerly.map((pack) => `${library.id}/${pack}/`)) {
    for (const name of names(prefix)) adopt(`${key}/${name.slice(prefix.length)}`, name);
  }
}

function start() {
  try {
    const libraries = findAll(".library-data").map(readBlock);
    onShow(setUpPack);
    setUpKeeping(setUpLists(libraries));
    follow(false);
    addEventListener("hashchange", () => follow(true));
    on(document, "click", leave);
    root.classList.add("ready");
  } catch (error) {
    root.classList.remove("js");
    throw error;
  }
}

if (document.readyState === "loading") addEventListener("DOMContentLoaded", start);
else start();
