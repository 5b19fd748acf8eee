/* The modes of a pattern but for Evaluate. */
import { onOthers } from "./opening.js";
import { onShow } from "./pages.js";
import { setUpPractice } from "./practice.js";
import { setUpRewrites } from "./rewrite.js";
import { setUpSession } from "./session.js";
import { setUpTest } from "./test.js";

/* What shows an item of today's run where the address names one, by the page. */
const sessions = new Map();

onOthers((page, { key, pack }) => {
  if (!sessions.size) onShow(openSession);
  sessions.set(page, setUpSession(page, key, pack));
  setUpRewrites(page, key, pack.library.id);
  setUpPractice(page, key, pack);
  setUpTest(page, key, pack);
});

function openSession(page, _mode, target) {
  for (const [other, open] of sessions) open(other === page ? target : null);
}
