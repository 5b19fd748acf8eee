/* Practice: one question at a time, told at once, resumed where the reader left. */
import { announce, find, findAll, inscribe, on } from "./dom.js";
import { comesAgain, recall, remember } from "./memory.js";
import { chosen, idOf, kept, key, order, outcomeOf, questionView, select, stemOf, tell, untell } from "./question.js";
import { onShow } from "./pages.js";
import { newSeed, optionOrder } from "./random.js";
import { current, go, makeRun, refreshSheet, setViews, show } from "./run.js";
import { read, watch, write } from "./store.js";
import { askSureness } from "./sureness.js";
import { plural, say } from "./words.js";

export function setUpPractice(page, packKey, pack) {
  const section = find(".practice", page);
  const articles = findAll(".question", section);
  if (!articles.length) return;
  const before = read(`${packKey}/practice`);
  const state = { section, packKey, round: Number(before?.round) || 1, seed: before?.seed ?? "", only: Array.isArray(before?.only) ? before.only : null };
  const data = new Map(pack.questions.map((question) => [question.id, question]));
  const changed = () => settle(state);
  state.views = articles.map((article) => questionView(article, data.get(idOf(article)), `${packKey}/practice`, changed));
  state.sure = askSureness(find(".run-foot", section));
  state.run = makeRun(section, {
    enter: () => (answered(state, current(state.run)) ? go(state.run, state.run.index + 1) : check(state)),
    past: () => finish(state),
    describe: (view) => describe(state, view),
    moved: (index) => {
      keep(state, index);
      state.sure.set(null);
      settle(state);
    },
  });
  on(find(".check", section), "click", () => check(state));
  on(find(".nudge", section), "click", () => nudge(state));
  on(find(".missed", section), "click", ({ detail }) => detail < 2 && begin(state, missed(state).map((view) => view.data.id)));
  on(find(".again", section), "click", ({ detail }) => detail < 2 && begin(state, null));
  lay(state, Math.max(0, Math.trunc(Number(before?.place)) || 0));
  watch(() => catchUp(state));
  /* An address may name a question. */
  onShow((_page, _mode, target) => {
    const place = state.run.views.findIndex(({ article }) => article === target);
    if (place >= 0) show(state.run, place);
  });
}

const name = (state, view) => `${state.packKey}/question/${view.data.id}`;

/* What was answered in this round, as long as that option is there, however it is worded now; what is right may have changed. */
function answered(state, view) {
  const record = read(name(state, view));
  const id = record && record.round === state.round ? kept(view.data, record.chosen) : null;
  return id === null ? null : { ...record, chosen: id, right: id === key(view) };
}

/* Another tab may have begun a later round: that one stays. */
function keep(state, place) {
  const name = `${state.packKey}/practice`;
  if ((read(name)?.round ?? 0) <= state.round) write(name, { round: state.round, seed: state.seed, only: state.only, place });
}

const all = (state) => state.run.views.map((view) => [view, answered(state, view)]);
const missed = (state) => all(state).filter(([, record]) => record && !record.right).map(([view]) => view);

function lay(state, place) {
  const views = state.only ? state.views.filter((view) => state.only.includes(view.data.id)) : state.views;
  setViews(state.run, views.length ? views : state.views);
  for (const view of state.views) {
    untell(view);
    order(view, optionOrder(view.data, state.seed));
    const record = answered(state, view);
    if (record) showAnswer(view, record);
  }
  show(state.run, Math.min(place, state.run.views.length - 1));
}

function showAnswer(view, record) {
  select(view, record.chosen);
  tell(view, record.chosen);
}

/* Tells what is answered now, and untells what is not: another tab may have done either, and so may the run of today. */
function agree(state, view) {
  const record = answered(state, view);
  if (record && !view.choices.disabled) showAnswer(view, record);
  else if (!record && view.choices.disabled) untell(view);
  return Boolean(record);
}

/* Another tab answered or forgot something: what it told is told here too, and counted. */
function catchUp(state) {
  for (const view of state.run.views) agree(state, view);
  refreshSheet(state.run);
  settle(state);
}

function describe(state, view) {
  const record = answered(state, view);
  if (!record) return { kind: "open", words: say("not answered"), sign: "" };
  return record.right ? { kind: "right", words: say("right"), sign: "✓" } : { kind: "wrong", words: say("missed"), sign: "✗" };
}

/* Sets buttons and figures to what is true now. */
function settle(state) {
  const { section, run } = state;
  const view = current(run);
  const done = agree(state, view);
  const records = all(state).map(([, record]) => record).filter(Boolean);
  const complete = records.length === run.views.length;
  const memory = done ? recall(state.packKey, "question", view.data.id) : null;
  inscribe(find(".left", section), memory ? comesAgain(memory) : "");
  state.sure.show(!done);
  find(".check", section).hidden = done;
  find(".nudge", section).hidden = done || !findAll(".hint", view.article).length;
  find(".next", section).hidden = !done && !complete;
  inscribe(find(".next", section), run.index + 1 === run.views.length ? say("See the result") : say("Next"));
  const right = records.filter((record) => record.right).length;
  inscribe(find(".run .score", section), records.length ? say("{right} of {count} right", { right, count: records.length }) : "");
  find(".run-end", section).hidden = !complete;
  inscribe(find(".run-end .result", section), say("{right} of {count} right", { right, count: run.views.length }));
  find(".missed", section).hidden = !missed(state).length;
}

function check(state) {
  const view = current(state.run);
  const id = chosen(view);
  if (id === null) {
    inscribe(find(".run-foot .left", state.section), say("Choose an option first."));
    return announce(say("Choose an option first."));
  }
  const right = id === key(view);
  const before = read(name(state, view));
  remember(state.packKey, "question", view.data.id, { right, sure: state.sure.value(), about: stemOf(view) });
  write(name(state, view), { chosen: id, right, round: state.round, tries: (before?.tries ?? 0) + 1 });
  tell(view, id);
  state.run.fresh = true;
  refreshSheet(state.run);
  settle(state);
  find(".run-foot .next", state.section).focus({ preventScroll: true });
  view.choices.scrollIntoView({ block: "nearest" });
  return announce(outcomeOf(view, id));
}

function nudge(state) {
  const hint = find(".hint", current(state.run).article);
  hint.open = true;
  announce(say("Hint: {text}", { text: find("div", hint).textContent.trim() }));
}

function finish(state) {
  const open = all(state).findIndex(([, record]) => !record);
  if (open >= 0) return go(state.run, open);
  const end = find(".run-end", state.section);
  find("h3", end).focus({ preventScroll: true });
  end.scrollIntoView({ block: "center" });
  return announce(say("Round finished: {result}.", { result: find(".result", end).textContent }));
}

function begin(state, only) {
  Object.assign(state, { round: state.round + 1, seed: newSeed(), only });
  keep(state, 0);
  lay(state, 0);
  go(state.run, 0);
  announce(plural("A new round of {count} question.", "A new round of {count} questions.", state.run.views.length));
}
