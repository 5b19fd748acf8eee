/* How far a pack is, read from what is kept. */
import { verdictOf } from "./outcome.js";
import { names, read } from "./store.js";

export function standing(libraryId, entry, strongFrom) {
  const key = `${libraryId}/${entry.id}`;
  const practised = names(`${key}/question/`).length;
  const tests = names(`${key}/test/`).map(read).filter((record) => record?.finished && record.kind === "draw");
  tests.sort((one, other) => other.finished - one.finished);
  const last = tests[0] ? verdictOf(tests[0].percent, strongFrom) : null;
  const opened = Boolean(read(`${key}/evaluate`)?.opened);
  return { practised: Math.min(practised, count(entry.questions.practice)), practice: count(entry.questions.practice), opened, last };
}

const count = (mix) => Object.values(mix).reduce((total, number) => total + number, 0);

export function standingWords({ practised, practice, opened, last }) {
  const parts = [];
  if (practised) parts.push(`${practised} of ${practice} practised`);
  if (opened) parts.push("answers scored");
  return { text: parts.join(" · ") || (last ? "" : "Not started"), last };
}
