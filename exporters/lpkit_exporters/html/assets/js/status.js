/* How far a pack is, read from what is kept. */
import { plural } from "./dom.js";
import { verdictOf } from "./grade.js";
import { names, read } from "./store.js";

export function standing(libraryId, entry, strongFrom) {
  const key = `${libraryId}/${entry.id}`;
  const practised = names(`${key}/question/`).length;
  const tried = names(`${key}/fix-it/`).map(read).filter((record) => record?.opened || record?.text).length;
  const begun = names(`${key}/test/`).map(read).filter((record) => record?.started);
  const tests = begun.filter(({ finished, kind }) => finished && kind === "draw");
  tests.sort((one, other) => other.finished - one.finished);
  const last = tests[0] ? verdictOf(tests[0].percent, strongFrom) : null;
  const opened = Boolean(read(`${key}/evaluate`)?.opened);
  const running = begun.some(({ finished }) => !finished);
  return { tried, practised: Math.min(practised, count(entry.questions.practice)), practice: count(entry.questions.practice), opened, running, last };
}

const count = (mix) => Object.values(mix).reduce((total, number) => total + number, 0);

export function standingWords({ tried, practised, practice, opened, running, last }) {
  const parts = [];
  if (tried) parts.push(`${plural(tried, "fix-it")} tried`);
  if (opened) parts.push("answers scored");
  if (practised) parts.push(`${practised} of ${practice} practised`);
  if (running) parts.push("test begun");
  const begun = Boolean(parts.length || last);
  return { text: begun ? parts.join(" · ") : "Not started", last, begun };
}
