/* Elements: made from text, never from markup. */
import { languageOf, writtenDay } from "./words.js";

export const find = (selector, within = document) => within.querySelector(selector);
export const findAll = (selector, within = document) => [...within.querySelectorAll(selector)];

export const on = (target, event, act) => target.addEventListener(event, act);

/* Attributes by name; `on` holds listeners, `class` and `text` mean what they say. */
export function make(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  return fill(node, attributes, children);
}

const SVG = "http://www.w3.org/2000/svg";

export function draw(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

function fill(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "on") for (const [event, act] of Object.entries(value)) on(node, event, act);
    else if (name === "text") inscribe(node, value);
    else if (value === true) node.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) node.setAttribute(name, value);
  }
  node.append(...children.filter((child) => child !== null).map(worded));
  return node;
}

/* Words of the interface say in which language they are where the page is in another one: on their element, or in one of
   their own beside others. */
export const worded = (child) => (languageOf(child) ? make("bdi", { text: child }) : child);

export function inscribe(node, text) {
  node.textContent = text;
  if (languageOf(text)) node.lang = languageOf(text);
}

/* The same words twice are two announcements. */
export function announce(text) {
  const live = find("#live");
  live.lang = languageOf(text) || document.documentElement.lang;
  live.textContent = live.textContent === text ? `${text}\u00a0` : text;
}

/* A button whose first press asks, and whose second one does it: asks, or forgets that it has. */
export function ask(button, words) {
  button.dataset.asked = "1";
  inscribe(button, words);
}

export function unask(button, words) {
  delete button.dataset.asked;
  inscribe(button, words);
}

/* Points more or less, with a sign of their own. */
export const signed = (points, none = "0") => (points > 0 ? `+${points}` : points < 0 ? `−${-points}` : none);

export const minutesAndSeconds = (seconds) => {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
};

export function dayTime(at) {
  const day = new Date(at);
  return make("time", { datetime: day.toISOString(), text: writtenDay(day) });
}

/* A share as a bar, beside the number that says it. */
export const bar = (percent) =>
  draw("svg", { class: "bar", width: "100%", height: 6, "aria-hidden": "true" }, draw("rect", { class: "bar-fill", width: `${percent}%`, height: 6, rx: 3 }));

export const letter = (place) => (place < 26 ? "" : letter(Math.floor(place / 26) - 1)) + String.fromCharCode(65 + (place % 26));

/* The key of an event with left and right as they are to who reads from the left: what comes next is at the left of others. */
export function directed({ key, currentTarget }) {
  const turned = { ArrowLeft: "ArrowRight", ArrowRight: "ArrowLeft" }[key];
  return turned && getComputedStyle(currentTarget).direction === "rtl" ? turned : key;
}

/* Arrows go from one choice to the next and choose none: a browser would change the answer of whoever only looks around. */
export function calmArrows(group, keys = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }) {
  on(group, "keydown", (event) => {
    const by = keys[directed(event)];
    const inputs = findAll("input[type=radio]", group).filter((input) => !input.disabled);
    const place = inputs.indexOf(event.target);
    if (by === undefined || place < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    inputs[(place + by + inputs.length) % inputs.length].focus();
    event.preventDefault();
  });
}

/* Keys that belong to a field or a button are not ours. */
export function takesKeys(target) {
  return Boolean(target.closest("textarea, select, input:not([type=radio]), [contenteditable]"));
}

/* Data blocks are written by the exporter: JSON of the bundle. */
export const readBlock = (node) => (node ? JSON.parse(node.textContent) : null);
