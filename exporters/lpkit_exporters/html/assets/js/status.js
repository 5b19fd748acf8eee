/* How far a pack is, read from what is kept. */
import { verdictOf } from "./grade.js";
import { plural, say } from "./words.js";

const NOTHING = new Map();

/* Takes the pack's entries by the rest of their names (`byPack` of the store). */
export function standing(kept = NOTHING, entry, strongFrom) {
  const of = (kind) => [...kept].filter(([name]) => name.startsWith(`${kind}/`)).map(([, record]) => record);
  const practice = count(entry.questions.practice);
  const tried = of("fix-it").filter((record) => record.opened || record.text).length;
  const begun = of("test").filter((record) => record.started);
  const tests = begun.filter(({ finished, kind }) => finished && kind === "draw");
  tests.sort((one, other) => other.finished - one.finished);
  const last = tests[0] ? verdictOf(tests[0].percent, strongFrom) : null;
  const opened = Boolean(kept.get("evaluate")?.opened);
  const running = begun.some(({ finished }) => !finished);
  const practised = Math.min(of("question").length, practice);
  return { tried, practised, practice, tested: count(entry.questions.test), opened, running, last, begun: Boolean(tried || practised || opened || running || last) };
}

const count = (mix) => Object.values(mix).reduce((total, number) => total + number, 0);

export function standingWords({ tried, practised, practice, opened, running, last, begun }) {
  const parts = [];
  if (tried) parts.push(plural("{count} fix-it tried", "{count} fix-its tried", tried));
  if (opened) parts.push(say("answers scored"));
  if (practised) parts.push(say("{practised} of {all} practised", { practised, all: practice }));
  if (running) parts.push(say("test begun"));
  return { text: begun ? parts.join(" · ") : say("Not started"), last, begun };
}
