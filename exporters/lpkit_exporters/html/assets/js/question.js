/* One question on the page: options to choose from, and what is told once it is answered. */
import { find, findAll, letter, make } from "./dom.js";

/* The id is permanent; what stands before it says whose page this is, as in the id of the page. */
export const idOf = (article) => article.id.slice(article.closest(".page").id.length - "pack".length + "question-".length);

/* `name` groups the radio buttons; `changed` is called with the place that was chosen. */
export function questionView(article, data, name, changed) {
  const list = find(".options", article);
  const items = new Map(findAll("li", list).map((item, index) => [data.shuffled[index], item]));
  const reasons = new Map(findAll(".distractors > div", article).map((reason) => [data.shuffled[placeOf(find("dt", reason))], reason]));
  const choices = make("fieldset", { class: "choices", "aria-label": find(".stem", article).textContent });
  list.replaceWith(choices);
  choices.append(list);
  list.classList.add("live");
  for (const [place, item] of items) buildOption(item, place, `${name}/${data.id}`, changed);
  const view = { article, data, choices, items, reasons, places: data.shuffled };
  find("h3", article).tabIndex = -1;
  order(view, data.shuffled);
  return view;
}

function buildOption(item, place, name, changed) {
  const input = make("input", { type: "radio", name, value: place, on: { change: () => changed(place) } });
  const text = make("span", { class: "text" }, ...item.childNodes);
  item.append(make("label", {}, input, make("span", { class: "letter" }), text));
}

/* The letters of the page say which option a reason speaks about. */
const placeOf = (term) => [...term.textContent.trim()].reduce((place, sign) => place * 26 + sign.charCodeAt(0) - 64, 0) - 1;

/* Puts options into an order, and gives the reasons the same letters. */
export function order(view, places) {
  view.places = places;
  find(".options", view.article).append(...places.map((place) => view.items.get(place)));
  places.forEach((place, index) => {
    find(".letter", view.items.get(place)).textContent = letter(index);
    const reason = view.reasons.get(place);
    if (!reason) return;
    find("dt", reason).textContent = letter(index);
    reason.parentNode.append(reason);
  });
  find(".key .letter", view.article).textContent = letter(places.indexOf(key(view)));
}

export const radio = (view, place) => find("input", view.items.get(place));

export function chosen(view) {
  const input = find("input:checked", view.choices);
  return input ? Number(input.value) : null;
}

export function select(view, place) {
  for (const other of view.items.keys()) radio(view, other).checked = other === place;
}

export const key = (view) => view.data.options.findIndex((option) => option.correct);

export const optionName = (view, place) => `${letter(view.places.indexOf(place))}: ${find(".text", view.items.get(place)).textContent.trim()}`;

/* Marks the right option and the chosen one, tells why the latter is wrong, and opens the solution where it is wanted. */
export function tell(view, place, open = true) {
  const right = key(view);
  view.choices.disabled = true;
  view.article.classList.add("told");
  find(".solution", view.article).open = open;
  const mark = (item, kind, words) => {
    item.classList.add(kind);
    find("label", item).append(make("span", { class: "told-mark", text: words }));
  };
  if (right === place) return mark(view.items.get(right), "right", "✓ Right");
  mark(view.items.get(right), "right", "✓ The answer");
  const item = view.items.get(place);
  if (!item) return undefined;
  mark(item, "wrong", "✗ Your choice");
  const reason = view.reasons.get(place);
  if (reason) item.append(make("div", { class: "why-wrong prose" }, ...find("dd", reason).cloneNode(true).childNodes));
  return undefined;
}

/* Takes back what `tell` did. */
export function untell(view) {
  view.choices.disabled = false;
  view.article.classList.remove("told");
  for (const fold of findAll("details", view.article)) fold.open = false;
  for (const added of findAll(".told-mark, .why-wrong", view.article)) added.remove();
  for (const item of view.items.values()) item.classList.remove("right", "wrong");
  select(view, null);
}

export function reasonFor(view, place) {
  const reason = view.reasons.get(place);
  return reason ? find("dd", reason).textContent.trim() : "";
}
