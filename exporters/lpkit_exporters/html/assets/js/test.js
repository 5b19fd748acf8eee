/* Test: a fresh draw, nothing told until the end, then the result, the review and the missed ones again. */
import { countDown } from "./countdown.js";
import { announce, ask, find, findAll, inscribe, minutesAndSeconds, on, unask } from "./dom.js";
import { drawQuestions, timesAsked } from "./draw.js";
import { verdictOf } from "./grade.js";
import { isMoment, remember } from "./memory.js";
import { difficultyTable, explained, historyList, tally } from "./outcome.js";
import { chosen, idOf, kept, key, order, questionView, select, stemOf, tell, untell } from "./question.js";
import { newSeed, optionOrder } from "./random.js";
import { markAsked, poolWords } from "./repeats.js";
import { current, go, makeRun, refreshSheet, setViews, show } from "./run.js";
import { names, read, watch, write } from "./store.js";
import { askSureness } from "./sureness.js";
import { plural, say, together } from "./words.js";

export function setUpTest(page, packKey, pack) {
  const section = find(".test", page);
  const articles = findAll(".question", section);
  if (!articles.length) return;
  const data = new Map(pack.questions.map((question) => [question.id, question]));
  const state = { section, pack, packKey, key: null, stopClock: null };
  const changed = (option) => answer(state, option);
  state.views = new Map(articles.map((article) => [idOf(article), questionView(article, data.get(idOf(article)), `${packKey}/test`, changed)]));
  state.run = makeRun(section, { enter: () => go(state.run, state.run.index + 1), describe: (view) => describe(state, view), moved: (place) => moved(state, place), past: () => find(".finish", section).focus() });
  state.sure = askSureness(find(".run-foot", section), (sure) => keepSureness(state, sure));
  on(find(".start", section), "click", () => start(state));
  on(find(".finish", section), "click", ({ detail }) => detail < 2 && finish(state, false));
  on(find(".fresh", section), "click", ({ detail }) => detail < 2 && showStart(state, true));
  on(find(".retry", section), "click", ({ detail }) => detail < 2 && retry(state));
  on(find(".clock-off", section), "click", () => noClock(state));
  watch(() => catchUp(state));
  const all = records(state);
  /* One that runs comes first, also where another tab ended a later one, or the clock was set back since the last. */
  const latest = all.find((record) => !record.finished && record.questions.some((id) => state.views.has(id))) ?? all[0];
  if (latest) resume(state, latest, false);
  else showStart(state, false);
}

const isSound = ({ questions, answers, started, finished }) => Array.isArray(questions) && answers && isMoment(started) && (!finished || isMoment(finished));

/* All tests of this pack, the latest first. */
const records = (state) =>
  names(`${state.packKey}/test/`).map((key) => ({ ...read(key), key })).filter(isSound).sort((one, other) => other.started - one.started);

/* How often tests before this one asked each question; those that repeat the missed ones count nothing. */
const asked = (state, before = Infinity) => timesAsked(records(state).filter(({ kind, started }) => kind === "draw" && started < before));

const past = (state) => records(state).filter((record) => record.finished && record.kind === "draw");

function panels(state, { start = false, run = false, result = false }) {
  const { section } = state;
  find(".test-start", section).hidden = !start;
  for (const part of findAll(".run, .run-foot", section)) part.hidden = !run;
  find(".test-result", section).hidden = !result;
  section.dataset.stage = start ? "start" : run ? "run" : "result";
  state.run.idle = !run;
}

function showStart(state, byReader) {
  setViews(state.run, []);
  for (const view of state.views.values()) view.article.classList.remove("shown");
  panels(state, { start: true });
  showPast(state);
  if (byReader) find(".start", state.section).focus();
}

function showPast(state) {
  find(".test-start .history", state.section).replaceChildren(...historyList(past(state), state.pack.test.strong_from));
  inscribe(find(".test-start .pool", state.section), poolWords(asked(state), [...state.views.keys()], state.pack.test.draw));
}

function start(state) {
  const pool = [...state.views.values()].map((view) => view.data);
  const seed = newSeed();
  const questions = drawQuestions(pool, state.pack.test, seed, asked(state));
  const timed = find(".timed", state.section);
  const minutes = timed.checked ? Number(timed.dataset.minutes) : null;
  begin(state, "draw", seed, questions.map(({ id }) => id), minutes);
}

function retry(state) {
  const { questions, answers } = state.record;
  const missed = questions.filter((id) => state.views.has(id) && key(state.views.get(id)) !== given(state.views.get(id), answers));
  begin(state, "retry", newSeed(), missed, null);
}

function begin(state, kind, seed, questions, minutes) {
  const started = Date.now();
  const record = { kind, seed, questions, answers: {}, started, until: minutes ? started + minutes * 60_000 : null, place: 0 };
  const name = `${state.packKey}/test/${seed}`;
  write(name, record);
  resume(state, { ...record, key: name }, true);
  const again = findAll(".asked", find(".question-list", state.section)).length;
  announce(again
    ? plural("The test has begun: {count} question, {again} asked before.", "The test has begun: {count} questions, {again} asked before.", questions.length, { again })
    : plural("The test has begun: {count} question.", "The test has begun: {count} questions.", questions.length));
}

function resume(state, { key: name, ...record }, byReader) {
  Object.assign(state, { key: name, record });
  const views = lay(state, record);
  if (!views.length) return showStart(state, byReader);
  if (record.finished) return showResult(state);
  for (const view of views) select(view, given(view, record.answers));
  panels(state, { run: true });
  runClock(state, record.until);
  if (state.section.dataset.stage !== "run") return undefined;
  show(state.run, Math.max(0, Math.min(Math.trunc(Number(record.place)) || 0, views.length - 1)));
  return byReader ? go(state.run, state.run.index) : undefined;
}

const given = ({ data }, answers) => kept(data, answers[data.id]);

function lay(state, record) {
  const views = record.questions.map((id) => state.views.get(id)).filter(Boolean);
  const times = asked(state, record.kind === "draw" ? record.started : Infinity);
  for (const view of views) {
    untell(view);
    order(view, optionOrder(view.data, record.seed));
    markAsked(view, times);
  }
  setViews(state.run, views);
  return views;
}

/* What another tab answered is chosen here too, and its end is this one's; where it began another test, this one stays. */
function catchUp(state) {
  const stage = state.section.dataset.stage;
  const kept = stage === "run" ? read(state.key) : null;
  if (kept?.finished) state.stopClock?.();
  if (kept?.finished) return resume(state, { ...kept, key: state.key }, false);
  if (stage === "start") return showPast(state);
  if (!kept) return undefined;
  state.record = { ...kept, place: state.record.place };
  for (const view of state.run.views) select(view, given(view, kept.answers));
  refreshSheet(state.run);
  return showLeft(state);
}

/* Reads before it writes: another tab may have answered meanwhile, or reset everything. */
function update(state, change) {
  state.record = change(read(state.key) ?? state.record);
  write(state.key, state.record);
}

function answer(state, option) {
  const { id } = current(state.run).data;
  update(state, (record) => ({ ...record, answers: { ...record.answers, [id]: option } }));
  refreshSheet(state.run);
  showLeft(state);
}

function keepSureness(state, sure) {
  const { id } = current(state.run).data;
  update(state, (record) => ({ ...record, sure: { ...record.sure, [id]: sure } }));
}

function moved(state, place) {
  state.sure.set(state.record?.sure?.[current(state.run)?.data.id] ?? null);
  if (state.section.dataset.stage === "run") update(state, (record) => ({ ...record, place }));
  find(".run-foot .next", state.section).disabled = place + 1 === state.run.views.length;
  unask(find(".finish", state.section), say("Finish the test"));
  showLeft(state);
}

const open = (state) => state.run.views.filter((view) => chosen(view) === null).length;

function showLeft(state) {
  const left = open(state);
  inscribe(find(".run-foot .left", state.section), left ? say("{count} not answered", { count: left }) : say("All answered"));
}

function describe(state, view) {
  return chosen(view) === null ? { kind: "open", words: say("not answered"), sign: "" } : { kind: "done", words: say("answered"), sign: "•" };
}

function runClock(state, until) {
  state.stopClock?.();
  const clock = find(".run .clock", state.section);
  clock.textContent = "";
  find(".clock-off", state.section).hidden = !until;
  if (!until) return;
  const over = () => finish(state, true);
  state.stopClock = countDown(until, { show: (left) => inscribe(clock, say("{time} left", { time: minutesAndSeconds(left) })), tell: announce, over });
}

function noClock(state) {
  update(state, (record) => ({ ...record, until: null }));
  runClock(state, null);
  find("h3", current(state.run).article).focus();
  announce(say("The clock is off."));
}

/* The first press on an incomplete test asks; the second one, or the clock, ends it. */
function finish(state, forced) {
  const button = find(".finish", state.section);
  const left = open(state);
  if (left && !forced && !button.dataset.asked) {
    ask(button, say("Finish anyway"));
    return announce(plural("{count} question is not answered. Press again to finish anyway.", "{count} questions are not answered. Press again to finish anyway.", left));
  }
  state.stopClock?.();
  rememberAnswers(state);
  update(state, (record) => {
    const { right, count, percent } = sums(state, record);
    return { ...record, right, count, percent, finished: Date.now() };
  });
  const title = showResult(state);
  title.focus({ preventScroll: true });
  find(".test-result", state.section).scrollIntoView();
  const { right, count } = state.record;
  return announce(together(forced ? say("Time is up.") : "", say("{verdict}: {right} of {count} right.", { verdict: title.textContent, right, count })));
}

/* What was not answered tells nothing; what another tab finished is remembered already. */
function rememberAnswers(state) {
  const record = read(state.key) ?? state.record;
  if (record.finished) return;
  for (const view of state.run.views) {
    const id = given(view, record.answers);
    const sure = record.sure?.[view.data.id];
    if (id !== null) remember(state.packKey, "question", view.data.id, { right: id === key(view), sure, about: stemOf(view) });
  }
}

const sums = (state, { answers }) => tally(state.run.views.map((view) => view.data), answers);

/* Gives its title. */
function showResult(state) {
  const { section, pack, record } = state;
  const { rows, right, count, percent } = sums(state, record);
  const verdict = verdictOf(percent, pack.test.strong_from);
  panels(state, { result: true });
  const title = find(".test-result .verdict", section);
  title.className = `verdict ${verdict.kind}`;
  inscribe(title, record.kind === "retry" ? say("The missed ones, again") : verdict.name);
  inscribe(find(".test-result .result", section), say("{right} of {count} right, {percent}%", { right, count, percent }));
  inscribe(find(".explain", section), explained(record, pack.test.strong_from));
  find(".by-difficulty", section).replaceChildren(difficultyTable(rows));
  find(".retry", section).hidden = right === count;
  find(".test-result .history", section).replaceChildren(...historyList(past(state), pack.test.strong_from));
  for (const view of state.run.views) {
    view.article.classList.add("shown");
    const id = given(view, record.answers);
    /* Ten open solutions would hide those of the missed ones. */
    tell(view, id, id !== key(view));
  }
  return title;
}
