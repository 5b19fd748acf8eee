/* One question on the page: options to choose from, and what is told once it is answered. */
import { calmArrows, find, findAll, letter, make } from "./dom.js";
import { say, together } from "./words.js";

/* The id is permanent; what stands before it says whose page this is, as in the id of the page. */
export const idOf = (article) => article.id.slice(article.closest(".page").id.length - "pack".length + "question-".length);

export const stemOf = ({ article }) => find(".stem", article).textContent.trim();

/* Options go by their ids. `name` groups the radio buttons; `changed` is called with the id that was chosen. */
export function questionView(article, data, name, changed) {
  const list = find(".options", article);
  const shown = data.options.map(({ id }) => id);
  const items = new Map(findAll("li", list).map((item, index) => [shown[index], item]));
  const reasons = new Map(findAll(".distractors > div", article).map((reason) => [shown[placeOf(find("dt", reason))], reason]));
  const choices = make("fieldset", { class: "choices", "aria-label": find(".stem", article).textContent });
  list.replaceWith(choices);
  choices.append(list);
  list.classList.add("live");
  /* To the left and right are other questions. */
  calmArrows(choices, { ArrowDown: 1, ArrowUp: -1, ArrowLeft: 0, ArrowRight: 0 });
  for (const [id, item] of items) buildOption(item, id, `${name}/${data.id}`, changed);
  const view = { article, data, choices, items, reasons, ids: shown };
  find("h3", article).tabIndex = -1;
  order(view, shown);
  return view;
}

function buildOption(item, id, name, changed) {
  const input = make("input", { type: "radio", name, value: id, on: { change: () => changed(id) } });
  const text = make("span", { class: "text" }, ...item.childNodes);
  item.append(make("label", {}, input, make("span", { class: "letter" }), text));
}

/* The letters of the page say which option a reason speaks about. */
const placeOf = (term) => [...term.textContent.trim()].reduce((place, sign) => place * 26 + sign.charCodeAt(0) - 64, 0) - 1;

/* Puts options into an order, and gives the reasons the same letters. */
export function order(view, ids) {
  view.ids = ids;
  find(".options", view.article).append(...ids.map((id) => view.items.get(id)));
  ids.forEach((id, index) => {
    find(".letter", view.items.get(id)).textContent = letter(index);
    const reason = view.reasons.get(id);
    if (!reason) return;
    find("dt", reason).textContent = letter(index);
    reason.parentNode.append(reason);
  });
  find(".key .letter", view.article).textContent = letter(ids.indexOf(key(view)));
}

export const radio = (view, id) => find("input", view.items.get(id));

export function chosen(view) {
  const input = find("input:checked", view.choices);
  return input ? input.value : null;
}

export function select(view, id) {
  for (const other of view.items.keys()) radio(view, other).checked = other === id;
}

export const key = ({ data }) => data.options.find((option) => option.correct)?.id;

/* The option that a kept answer chose, by its id, or by what that was before its author gave it one; null where it is gone. */
export const kept = (data, name) => data.options.find(({ id, was }) => id === name || was?.split(" ").includes(name))?.id ?? null;

const optionName = (view, id) => `${letter(view.ids.indexOf(id))}: ${find(".text", view.items.get(id)).textContent.trim()}`;

/* Marks the right option and the chosen one, tells why the latter is wrong, and opens the solution where it is wanted. */
export function tell(view, id, open = true) {
  const right = key(view);
  view.choices.disabled = true;
  view.article.classList.add("told");
  find(".solution", view.article).open = open;
  const mark = (item, kind, words) => {
    item.classList.add(kind);
    find("label", item).append(make("span", { class: "told-mark", text: words }));
  };
  if (right === id) return mark(view.items.get(right), "right", say("✓ Right"));
  mark(view.items.get(right), "right", say("✓ The answer"));
  const item = view.items.get(id);
  if (!item) return undefined;
  mark(item, "wrong", say("✗ Your choice"));
  const reason = view.reasons.get(id);
  if (!reason) return undefined;
  item.append(make("div", { class: "why-wrong prose" }, ...find("dd", reason).cloneNode(true).childNodes));
  /* It is told once: below the choice, not among the others' too. */
  reason.hidden = true;
  showOthers(view);
  return undefined;
}

/* Takes back what `tell` did. */
export function untell(view) {
  view.choices.disabled = false;
  view.article.classList.remove("told");
  for (const fold of findAll("details", view.article)) fold.open = false;
  for (const added of findAll(".told-mark, .why-wrong", view.article)) added.remove();
  for (const item of view.items.values()) item.classList.remove("right", "wrong");
  for (const reason of view.reasons.values()) reason.hidden = false;
  showOthers(view);
  select(view, null);
}

/* The list of reasons and its heading are there as long as it has any. */
function showOthers({ article, reasons }) {
  const list = find(".distractors", article);
  if (list) list.hidden = list.previousElementSibling.hidden = [...reasons.values()].every((reason) => reason.hidden);
}

/* Says aloud what came of an answer. */
export function outcomeOf(view, id) {
  if (id === key(view)) return say("Right. The solution is open.");
  const reason = view.reasons.get(id);
  const because = reason ? say("Why not yours: {reason}", { reason: find("dd", reason).textContent.trim() }) : "";
  return together(say("Not right. The answer is {option}.", { option: optionName(view, key(view)) }), because);
}
