/* The head of the home page: today's ten minutes, the pattern to go on with, the next one, mistakes and the plan. */
import { addressIn, addressOf, agenda, beginning, leavesOpen, memoryIn, partsOf } from "./agenda.js";
import { find, findAll, make, on, plural } from "./dom.js";
import { fromTheFuture } from "./memory.js";
import { showMistakes } from "./mistakes.js";
import { note } from "./notes.js";
import { setUpPlan, showPlan } from "./plan.js";
import { MINUTES, inOrder, itemsOf, minutesOf, offered, queueOf, remembered } from "./queue.js";

const CLOCK = "The clock of this device was set back: some answers are dated after today. They count as due.";

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
  const titles = new Map(findAll(".card", home).map((card) => [card.dataset.pack, find("a", card).textContent]));
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
  find(".what", home).textContent = open.length || !done ? planned(run, packs, memories) : `Done for today: ${right} of ${items.length} right.`;
  start.hidden = !open.length;
  start.textContent = done ? "Go on" : "Begin";
  find(".more-today", home).hidden = Boolean(open.length) || !done;
  const bar = find("progress", home);
  bar.hidden = !items.length;
  Object.assign(bar, { max: Math.max(1, items.length), value: done });
  bar.setAttribute("aria-label", `${done} of ${items.length} done`);
  if (open.length) start.setAttribute("href", addressOf(here, open[0]));
  beginning(start, "today", items);
  const line = (item) => {
    const memory = memoryIn(kept, item);
    const state = !memory ? "new" : leavesOpen("today", memory, now) ? "due" : memory.right ? "✓ right" : "✗ missed";
    const link = beginning(make("a", { href: addressOf(here, item), text: titles.get(partsOf(item).packKey) }), "today", items);
    return make("li", {}, link, ` ${partsOf(item).kind}, ${state}`);
  };
  find(".items", home).hidden = !items.length;
  find(".items ol", home).replaceChildren(...items.map(line));
}

function planned({ items, open, done }, packs, memories) {
  const known = new Set(memories.map(([item]) => item));
  if (!items.length) {
    const left = packs.some(({ key, entry }) => offered(key, entry).some((item) => !known.has(item)));
    return `Nothing is due today. ${left ? "What is left are rewrites, which come once their answers are scored." : "Every exercise was tried."}`;
  }
  if (done) return `${done} of ${items.length} done, about ${plural(Math.ceil(minutesOf(open)), "minute")} to go.`;
  const due = items.filter((item) => known.has(item)).length;
  const parts = [...(due ? [`${due} due`] : []), ...(items.length > due ? [`${items.length - due} new`] : [])];
  const patterns = new Set(items.map((item) => partsOf(item).packKey)).size;
  const minutes = Math.min(MINUTES, Math.ceil(minutesOf(items)));
  return `${plural(minutes, "minute")}, ${plural(items.length, "exercise")} from ${plural(patterns, "pattern")}: ${parts.join(", ")}.`;
}

/* Where the reader is in a pattern: the mode that comes next, and what it is called. */
function stepOf({ opened, practised, practice, running, last }) {
  if (running) return ["test", "finish its test"];
  if (!opened) return ["evaluate", "score its answers"];
  if (practised < practice) return ["practice", `practise, ${practised} of ${practice} done`];
  return ["test", last ? "test yourself again" : "test yourself"];
}

function showSteps({ home, here, titles }, begun, others) {
  const unfinished = begun.find(({ standing }) => standing.last?.name !== "Strong") ?? null;
  const step = (label, { key, standing }) => {
    const [mode, words] = stepOf(standing);
    const link = make("a", { href: addressIn(here, key, mode), text: titles.get(key) });
    return make("li", { class: "tile" }, make("p", { class: "label", text: label }), make("p", { class: "step" }, link), make("p", { class: "muted", text: words }));
  };
  const steps = [...(unfinished ? [step("Continue", unfinished)] : []), ...(others[0] ? [step("Recommended", others[0])] : [])];
  find(".steps-now", home).replaceChildren(...steps);
}
