/* One item of today's run on the page of its pattern: asked afresh, whatever its practice or test says, then the next. */
import { addressOf, agenda, isOpen, nextAfter, partsOf } from "./agenda.js";
import { answerArticle, askAnswer } from "./answers.js";
import { announce, find, findAll, inscribe, make, on } from "./dom.js";
import { AGAIN, DAY, GOOD, HARD } from "./fsrs.js";
import { comesAgain, recall, remember } from "./memory.js";
import { chosen, kept, key, order, outcomeOf, questionView, radio, select, stemOf, tell } from "./question.js";
import { newSeed, optionOrder } from "./random.js";
import { lacking } from "./rewrite.js";
import { read, write } from "./store.js";
import { askSureness } from "./sureness.js";
import { say, together } from "./words.js";

const GRACE = DAY / 4;

const titleOf = (kind, values) => (kind === "today" ? say("Today: {place} of {count}", values) : say("Mistakes: {place} of {count}", values));

/* Copies are made before the modes take the originals into use. */
export function setUpSession(page, packKey, pack) {
  const at = page.id.slice(0, -"pack".length);
  const originals = new Map(findAll(".question, .fix-it", page).map((article) => [article.id.slice(at.length), article.cloneNode(true)]));
  const section = make("section", { class: "mode session", "aria-label": say("Today’s run") });
  find(".mode-list", page).append(section);
  const state = { page, pack, packKey, section, originals, data: new Map(pack.questions.map((question) => [question.id, question])) };
  return (target) => open(state, target?.id.slice(at.length));
}

function open(state, name) {
  const { packKey, page, section } = state;
  const now = Date.now();
  const run = agenda(now, GRACE);
  const item = run?.items.find((other) => {
    const parts = partsOf(other);
    return parts.packKey === packKey && `${parts.kind}-${parts.id}` === name;
  });
  section.replaceChildren();
  const article = item ? copyOf(state, partsOf(item), name) : null;
  if (!article) return;
  for (const mode of findAll(".mode", page)) mode.classList.toggle("here", mode === section);
  for (const link of findAll(".modes a", page)) link.removeAttribute("aria-current");
  Object.assign(state, { run, item, article, home: find(".site-head a", page).getAttribute("href"), parts: partsOf(item) });
  const foot = make("div", { class: "run-foot row" });
  state.frame = make("div", { class: "session-item" }, heading(state), article, foot);
  section.append(state.frame);
  const open = isOpen(run, item, now);
  if (!open && state.parts.kind === "question") tellAgain(state);
  if (!open) lead(state, foot, say("Answered already."));
  else ASK[state.parts.kind](state, foot);
  arrive(section);
}

/* The exercise as nobody has touched it. */
function copyOf({ originals, page, pack }, { kind, id }, name) {
  if (kind === "marking" || kind === "scoring") return answerArticle(page, pack, id);
  const article = originals.get(name)?.cloneNode(true) ?? null;
  if (article) for (const part of [article, ...findAll("[id]", article)]) part.removeAttribute("id");
  return article;
}

/* While a page loads it is not visible, and then the browser looks for what the address names and takes the focus away. */
function arrive(section) {
  if (document.readyState !== "complete") return addEventListener("load", () => setTimeout(() => arrive(section)), { once: true });
  return queueMicrotask(() => {
    find("h2", section)?.focus({ preventScroll: true });
    section.scrollIntoView();
  });
}

function heading({ run, item }) {
  const place = run.items.indexOf(item);
  const head = make("h2", { tabindex: -1, text: titleOf(run.kind, { place: place + 1, count: run.items.length }) });
  return make("header", { class: "session-head" }, head, make("progress", { max: run.items.length, value: place, "aria-label": say("How far the run is") }));
}

/* What comes after an answer: a line, and the way on. */
function lead({ run, item, home, parts }, foot, words) {
  const next = nextAfter(run, item, Date.now());
  const memory = recall(parts.packKey, parts.kind, parts.id);
  const text = memory ? together(words, comesAgain(memory)) : words;
  const link = make("a", { class: "button primary", href: next ? addressOf(home, next) : home, text: next ? say("Next") : say("Finish: back to the first page") });
  foot.replaceChildren(link, make("p", { class: "left", text }));
  return link;
}

/* Whoever comes back finds the solution again, with the choice where that was kept. */
function tellAgain({ article, data, packKey, parts }) {
  const question = data.get(parts.id);
  inscribe(find(".name", article), say("Question"));
  const view = questionView(article, question, `${packKey}/session`, () => {});
  const id = kept(question, read(`${packKey}/question/${parts.id}`)?.chosen);
  if (id !== null) select(view, id);
  tell(view, id);
}

function askQuestion(state, foot) {
  const { article, frame, packKey, parts } = state;
  const data = state.data.get(parts.id);
  inscribe(find(".name", article), say("Question"));
  const view = questionView(article, data, `${packKey}/session`, () => (find(".left", foot).textContent = ""));
  order(view, optionOrder(data, newSeed()));
  const check = make("button", { type: "button", class: "primary check", text: say("Check") });
  foot.append(check, make("p", { class: "left" }));
  const sure = askSureness(foot);
  on(check, "click", () => checkQuestion(state, foot, view, sure));
  on(frame, "keydown", (event) => onKey(event, view, () => checkQuestion(state, foot, view, sure)));
}

function onKey(event, view, check) {
  if (view.choices.disabled || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  const id = /^[1-9]$/.test(event.key) ? view.ids[Number(event.key) - 1] : undefined;
  if (id !== undefined) radio(view, id).click();
  else if (event.key === "Enter" && event.target.matches("input[type=radio]:not(:checked)")) event.target.click();
  else if (event.key !== "Enter" || event.target.closest("button, a, summary")) return;
  else check();
  event.preventDefault();
}

function checkQuestion(state, foot, view, sure) {
  const { packKey, parts } = state;
  const id = chosen(view);
  if (id === null) {
    inscribe(find(".left", foot), say("Choose an option first."));
    announce(say("Choose an option first."));
    return;
  }
  const right = id === key(view);
  remember(packKey, "question", parts.id, { right, sure: sure.value(), about: stemOf(view) });
  if (view.data.pool === "practice") keepAnswer(`${packKey}/practice`, `${packKey}/question/${parts.id}`, id, right);
  tell(view, id);
  lead(state, foot, right ? say("Right.") : say("Not right.")).focus({ preventScroll: true });
  view.choices.scrollIntoView({ block: "nearest" });
  announce(outcomeOf(view, id));
}

/* The practice of the pattern counts it as answered in its round. */
function keepAnswer(practice, name, chosenId, right) {
  write(name, { chosen: chosenId, right, round: Number(read(practice)?.round) || 1, tries: (read(name)?.tries ?? 0) + 1 });
}

const CLOSENESS = [[say("Far off"), AGAIN], [say("Partly there"), HARD], [say("As good"), GOOD]];

function askRewrite(state, foot) {
  const { article } = state;
  const field = find("textarea", article);
  const label = find(".own .label", article);
  label.removeAttribute("for");
  const title = find("h4", article);
  title.replaceWith(make("h3", { text: title.textContent }));
  field.setAttribute("aria-label", label.textContent);
  for (const part of findAll(".mirror, .lit, .lack, .own .row, .before .label a", article)) part.remove();
  const compare = make("button", { type: "button", class: "primary", text: say("Compare with the reference") });
  const skip = make("button", { type: "button", class: "quiet", text: say("Show the reference") });
  const left = make("p", { class: "left" });
  const lack = () => lacking(find(".before .voice", article).textContent, field.value);
  const reveal = () => {
    article.classList.add("opened");
    field.readOnly = true;
    /* Who did not try has nothing to compare. */
    if (lack()) {
      keepRewrite(state, foot, field.value, AGAIN);
      return announce(say("The reference rewrite is open."));
    }
    const grades = CLOSENESS.map(([text, grade]) => make("button", { type: "button", text, on: { click: () => keepRewrite(state, foot, field.value, grade) } }));
    foot.replaceChildren(make("p", { class: "left", text: say("How close was yours?") }), ...grades);
    grades[0].focus({ preventScroll: true });
    return announce(together(say("The reference rewrite is open."), say("How close was yours?")));
  };
  on(compare, "click", () => {
    if (!lack()) return reveal();
    field.focus();
    inscribe(left, lack());
    return announce(lack());
  });
  on(field, "input", () => (left.textContent = ""));
  on(skip, "click", reveal);
  foot.append(compare, skip, left);
}

function keepRewrite(state, foot, text, grade) {
  const { article, packKey, parts } = state;
  remember(packKey, "fix-it", parts.id, { right: grade !== AGAIN, grade, about: find("h3", article).textContent });
  const name = `${packKey}/fix-it/${parts.id}`;
  /* What the reader wrote when learning stays what it is. */
  if (!read(name)?.text) write(name, { text, opened: true });
  lead(state, foot, say("Kept.")).focus({ preventScroll: true });
}

const askAgain = (state, foot) => askAnswer(state, foot, (below, words) => lead(state, below, words));
const ASK = { question: askQuestion, "fix-it": askRewrite, marking: askAgain, scoring: askAgain };
