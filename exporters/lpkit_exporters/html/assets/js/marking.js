/* An answer as sentences to press: the reader marks those that fail it. One stop for the key Tab, arrows inside. */
import { directed, find, make, on } from "./dom.js";
import { say } from "./words.js";

/* The text of an answer, whatever its sentences show now. */
const texts = new WeakMap();
export const plainText = (text) => texts.get(text) ?? text.textContent;

/* `changed` is called with the words of all marked sentences. What is kept are words: they go where the wording goes. */
export function makeSentences(text, { starts }, changed) {
  const whole = text.textContent;
  texts.set(text, whole);
  const view = { text, parts: [], marked: new Set(), told: false };
  const nodes = starts.flatMap((start, place) => {
    const piece = whole.slice(start, starts[place + 1]);
    const words = piece.trimEnd();
    const node = make("span", { class: "sentence", text: words });
    view.parts.push({ words, node });
    return [node, piece.slice(words.length)];
  });
  text.replaceChildren(...nodes);
  const toggle = (place) => {
    if (view.told || place < 0) return;
    if (!view.marked.delete(place)) view.marked.add(place);
    show(view);
    stop(view, place);
    changed([...view.marked].map((one) => view.parts[one].words));
  };
  const placeOf = ({ target }) => view.parts.findIndex(({ node }) => node === target);
  /* Whoever drags over words selects them; keys heed no selection, which a search of the browser leaves behind. */
  on(text, "click", (event) => getSelection().isCollapsed && toggle(placeOf(event)));
  on(text, "keydown", (event) => {
    const place = placeOf(event);
    if (place < 0 || view.told || event.ctrlKey || event.metaKey || event.altKey) return;
    const last = view.parts.length - 1;
    const goal = { ArrowRight: place + 1, ArrowDown: place + 1, ArrowLeft: place - 1, ArrowUp: place - 1, Home: 0, End: last }[directed(event)];
    if (goal !== undefined) {
      stop(view, Math.max(0, Math.min(last, goal)));
      find("[tabindex='0']", text).focus();
    } else if (event.key === " " || event.key === "Enter") toggle(place);
    else return;
    event.preventDefault();
  });
  return view;
}

function stop(view, here) {
  view.parts.forEach(({ node }, place) => node.setAttribute("tabindex", place === here ? 0 : -1));
}

function show(view) {
  view.parts.forEach(({ node }, place) => node.setAttribute("aria-pressed", String(view.marked.has(place))));
}

/* Lets the sentences be marked, and marks those whose words were kept. */
export function offerSentences(view, kept) {
  const words = Array.isArray(kept) ? kept : [];
  view.told = false;
  view.marked = new Set(view.parts.flatMap((part, place) => (words.includes(part.words) ? [place] : [])));
  for (const { node, words: said } of view.parts) {
    node.className = "sentence";
    node.setAttribute("role", "button");
    node.replaceChildren(said);
  }
  show(view);
  stop(view, 0);
}

/* What the marks were worth: quotes that were found and missed, marked sentences that are only weak, and those that are neither. */
export function judge({ marked }, { fails, weak = [] }) {
  const hit = (places) => places.some((place) => marked.has(place));
  const failing = new Set(fails.flat());
  const faint = new Map(weak.flatMap(({ at, id }) => at.map((place) => [place, id])));
  const others = [...marked].filter((place) => !failing.has(place)).sort((one, other) => one - other);
  return {
    found: fails.flatMap((places, quote) => (hit(places) ? [quote] : [])),
    missed: fails.flatMap((places, quote) => (places.length && !hit(places) ? [quote] : [])),
    weak: others.filter((place) => faint.has(place)).map((place) => ({ place, id: faint.get(place) })),
    wrong: others.filter((place) => !faint.has(place)),
  };
}

/* Tells it in the text itself; from then on nothing there can be pressed. */
export function tellSentences(view, sentences) {
  const told = judge(view, sentences);
  const flags = new Map();
  for (const quote of told.missed) for (const place of sentences.fails[quote]) flags.set(place, ["missed", say("✗ missed")]);
  for (const quote of told.found) for (const place of sentences.fails[quote]) flags.set(place, ["found", say("✓ found")]);
  for (const { place } of told.weak) flags.set(place, ["weak", say("weak, but no marker")]);
  for (const place of told.wrong) flags.set(place, ["wrong", say("fails nothing")]);
  view.told = true;
  view.parts.forEach(({ node, words }, place) => {
    for (const name of ["role", "tabindex", "aria-pressed"]) node.removeAttribute(name);
    const [kind, said] = flags.get(place) ?? [];
    node.className = "";
    if (!kind) return node.replaceChildren(words);
    const passage = make(kind === "found" || kind === "missed" ? "mark" : "span", { class: kind, text: words });
    return node.replaceChildren(passage, make("small", { class: `flag ${kind}`, text: said }));
  });
  return told;
}
