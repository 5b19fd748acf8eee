/* A row of questions of which one is shown: the sheet of numbers, the way back and forth, the keys. */
import { directed, find, findAll, inscribe, make, on, takesKeys } from "./dom.js";
import { onArrival } from "./pages.js";
import { radio } from "./question.js";
import { say } from "./words.js";

export function makeRun(section, { enter, describe, moved, past = () => {} }) {
  const run = { section, views: [], index: 0, describe, moved, past };
  section.tabIndex = -1;
  /* Whoever has not scored the answers yet reads first what stands above. */
  onArrival((page, mode) => mode === section && !page.classList.contains("sealed") && !run.idle && current(run) && bringUp(current(run)));
  on(section, "keydown", (event) => onKey(run, event, enter));
  on(find(".run-foot .back", section), "click", () => go(run, run.index - 1));
  /* The second click of a double one on "Check" would take away what it told. */
  on(find(".run-foot .next", section), "click", ({ detail }) => (detail > 1 && run.fresh) || go(run, run.index + 1));
  return run;
}

export const current = (run) => run.views[run.index];

export function setViews(run, views) {
  run.views = views;
  find(".question-list", run.section).append(...views.map((view) => view.article));
  views.forEach((view, place) => inscribe(find(".name", view.article), say("Question {place}", { place: place + 1 })));
  const buttons = views.map((_, place) => make("li", {}, make("button", { type: "button", on: { click: () => go(run, place) } })));
  find(".sheet", run.section).replaceChildren(...buttons);
}

export function go(run, index) {
  if (index >= run.views.length) run.past();
  if (index < 0 || index >= run.views.length) return;
  show(run, index);
  find("h3", current(run).article).focus({ preventScroll: true });
  const top = find(".run", run.section).getBoundingClientRect().top;
  if (top < 0) find(".run", run.section).scrollIntoView();
  bringUp(current(run));
}

/* Options are on the screen with their stem, also below a long excerpt; where not all of both fits, it begins with the stem. */
export function bringUp({ article, choices }) {
  for (const part of [choices, find(".stem", article)]) part.scrollIntoView({ block: "nearest" });
}

export function show(run, index) {
  run.index = index;
  run.fresh = false;
  for (const article of findAll(".question", run.section)) article.classList.remove("shown");
  current(run)?.article.classList.add("shown");
  refreshSheet(run);
  inscribe(find(".run .count", run.section), say("Question {place} of {count}", { place: index + 1, count: run.views.length }));
  find(".run-foot .back", run.section).disabled = index === 0;
  run.moved(index);
}

export function refreshSheet(run) {
  findAll(".sheet button", run.section).forEach((button, place) => {
    const { kind, words, sign } = run.describe(run.views[place]);
    button.className = kind;
    button.replaceChildren(String(place + 1), make("span", { class: "sign", "aria-hidden": "true", text: sign }));
    button.setAttribute("aria-label", say("Question {place}, {state}", { place: place + 1, state: words }));
    if (place === run.index) button.setAttribute("aria-current", "step");
    else button.removeAttribute("aria-current");
  });
}

function onKey(run, event, enter) {
  const view = current(run);
  if (!view || run.idle || event.ctrlKey || event.metaKey || event.altKey || takesKeys(event.target)) return undefined;
  const { target } = event;
  const key = directed(event);
  /* A key that is held down must not run through all questions. */
  if (key === "Enter" && event.repeat) return event.preventDefault();
  const inFoot = target.closest(".run-foot");
  if (/^[1-9]$/.test(key)) choose(view, view.ids[Number(key) - 1]);
  else if (key === "Enter" && target.matches("input:not(:checked)")) target.click();
  else if (key === "Enter" && !target.closest("button, a, summary")) enter();
  else if (key === "ArrowRight" && !inFoot) go(run, run.index + 1);
  else if (key === "ArrowLeft" && !inFoot) go(run, run.index - 1);
  else if ((key === "ArrowDown" || key === "ArrowUp") && target.matches("h3")) visit(view, key === "ArrowDown" ? view.ids[0] : view.ids.at(-1));
  else return undefined;
  return event.preventDefault();
}

/* Arrows only look: what is chosen is chosen by a number, by Space or by Enter. */
function visit(view, id) {
  if (!view.choices.disabled) radio(view, id).focus();
}

function choose(view, id) {
  if (id === undefined || view.choices.disabled) return;
  const input = radio(view, id);
  input.focus();
  input.click();
}
