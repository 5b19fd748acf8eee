/* The head of the home page: today's ten minutes, the pattern to go on with, the next one, mistakes and the plan. */
import { addressIn, addressOf, agenda, beginning, leavesOpen, memoryIn, partsOf } from "./agenda.js";
import { find, inscribe, make, on } from "./dom.js";
import { fromTheFuture } from "./memory.js";
import { showMistakes } from "./mistakes.js";
import { note } from "./notes.js";
import { setUpPlan, showPlan } from "./plan.js";
import { MINUTES, inOrder, itemsOf, minutesOf, offered, queueOf, remembered } from "./queue.js";
import { plural, say, together } from "./words.js";

const CLOCK = say("The clock of this device was set back: some answers are dated after today. They count as due.");

const KINDS = {
  question: (values) => say("question, {state}", values),
  "fix-it": (values) => say("fix-it, {state}", values),
  marking: (values) => say("sentences that fail an answer, {state}", values),
  scoring: (values) => say("scores of an answer, {state}", values),
};

export function setUpToday(home, refresh) {
  on(find(".more-today", home), "click", () => {
    home.dataset.more = "1";
    refresh();
    find(".start-today", home).focus();
  });
  setUpPlan(home, refresh);
}

/* Takes what `packs` there are: {key, entry, standing}, and all that is kept. */
export function showToday(home, packs, kept) {
  const now = Date.now();
  const memories = remembered(packs, kept);
  if (memories.some(([, memory]) => fromTheFuture(memory, now))) note(CLOCK);
  const titles = new Map(packs.map(({ key, entry }) => [key, entry.title]));
  const here = find(".today", home).dataset.home;
  const { begun, others } = inOrder(packs, kept);
  const shown = { home, here, titles, now, kept };
  showRun(shown, [...begun, ...others], memories);
  showSteps(shown, begun, others);
  showMistakes(shown, memories);
  showPlan(home, packs, memories, now);
}

/* The run that was begun today, else what would be begun now. */
function runOf({ home, now, kept }, packs, memories) {
  const started = agenda(now);
  const entries = new Map(packs.map(({ key, entry }) => [key, entry]));
  /* A new edition of the site may have come since, without some of them. */
  const isThere = (item) => itemsOf(partsOf(item).packKey, entries.get(partsOf(item).packKey) ?? {}).includes(item);
  const items = started?.kind === "today" ? started.items.filter(isThere) : [];
  const open = items.filter((item) => leavesOpen("today", memoryIn(kept, item), now));
  if (items.length && (open.length || !home.dataset.more)) return { items, open, done: items.length - open.length };
  delete home.dataset.more;
  const queue = queueOf(packs, memories, kept, now);
  return { items: queue, open: queue, done: 0 };
}

function showRun(shown, packs, memories) {
  const { home, here, now, kept, titles } = shown;
  const run = runOf(shown, packs, memories);
  const { items, open, done } = run;
  const start = find(".start-today", home);
  const right = items.filter((item) => memoryIn(kept, item)?.right).length;
  inscribe(find(".what", home), open.length || !done ? planned(run, packs, memories) : say("Done for today: {right} of {count} right.", { right, count: items.length }));
  start.hidden = !open.length;
  inscribe(start, done ? say("Go on") : say("Begin"));
  find(".more-today", home).hidden = Boolean(open.length) || !done;
  const bar = find("progress", home);
  bar.hidden = !items.length;
  Object.assign(bar, { max: Math.max(1, items.length), value: done });
  bar.setAttribute("aria-label", say("{done} of {count} done", { done, count: items.length }));
  if (open.length) start.setAttribute("href", addressOf(here, open[0]));
  beginning(start, "today", items);
  /* Translators: an exercise that was not tried yet; one whose day to be repeated has come. */
  const [fresh, due] = [say("new"), say("due")];
  const line = (item) => {
    const memory = memoryIn(kept, item);
    const state = !memory ? fresh : leavesOpen("today", memory, now) ? due : memory.right ? say("✓ right") : say("✗ missed");
    const link = beginning(make("a", { href: addressOf(here, item), text: titles.get(partsOf(item).packKey) }), "today", items);
    return make("li", {}, link, ` ${KINDS[partsOf(item).kind]({ state })}`);
  };
  find(".items", home).hidden = !items.length;
  find(".items ol", home).replaceChildren(...items.map(line));
}

function planned({ items, open, done }, packs, memories) {
  const known = new Set(memories.map(([item]) => item));
  if (!items.length) {
    const left = packs.some(({ key, entry }) => offered(key, entry).some((item) => !known.has(item)));
    return left
      ? say("Nothing is due today. What is left are rewrites, which come once their answers are scored.")
      : say("Nothing is due today. Every exercise was tried.");
  }
  if (done) return plural("{done} of {all} done, about {count} minute to go.", "{done} of {all} done, about {count} minutes to go.", Math.ceil(minutesOf(open)), { done, all: items.length });
  const due = items.filter((item) => known.has(item)).length;
  const fresh = items.length - due;
  const parts = due && fresh ? say("{due} due, {fresh} new", { due, fresh }) : due ? say("{due} due", { due }) : say("{fresh} new", { fresh });
  const patterns = new Set(items.map((item) => partsOf(item).packKey)).size;
  const minutes = Math.min(MINUTES, Math.ceil(minutesOf(items)));
  return together(
    plural("{count} minute,", "{count} minutes,", minutes),
    plural("{count} exercise", "{count} exercises", items.length),
    plural("from {count} pattern: {parts}.", "from {count} patterns: {parts}.", patterns, { parts }),
  );
}

/* Where the reader is in a pattern: the mode that comes next, and what it is called. */
function stepOf({ opened, practised, practice, tested, running, last }) {
  if (running) return ["test", say("finish its test")];
  if (!opened) return ["evaluate", say("score its answers")];
  if (practised < practice) return ["practice", say("practise, {practised} of {all} done", { practised, all: practice })];
  if (!tested) return ["rehearse", say("rehearse your own answer")];
  return ["test", last ? say("test yourself again") : say("test yourself")];
}

function showSteps({ home, here, titles }, begun, others) {
  const unfinished = begun.find(({ standing }) => standing.last?.kind !== "pass") ?? null;
  const step = (label, { key, standing }) => {
    const [mode, words] = stepOf(standing);
    const link = make("a", { href: addressIn(here, key, mode), text: titles.get(key) });
    return make("li", { class: "tile" }, make("p", { class: "label", text: label }), make("p", { class: "step" }, link), make("p", { class: "muted", text: words }));
  };
  const steps = [...(unfinished ? [step(say("Continue"), unfinished)] : []), ...(others[0] ? [step(say("Recommended"), others[0])] : [])];
  find(".steps-now", home).replaceChildren(...steps);
}
