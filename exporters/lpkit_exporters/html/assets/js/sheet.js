/* The sheet beside an answer: a slider and a number for each dimension, and a verdict. On a phone one of them at a time. */
import { announce, calmArrows, directed, find, inscribe, make, on } from "./dom.js";
import { sum } from "./verdict.js";
import { say } from "./words.js";

/* Places of a slider: as many as a thumb can tell apart. A number between two of them is typed. */
const STEPS = 10;

/* `own` holds `scores` and `verdict` of this answer; `changed` is called with what changed, `past` behind the last step. */
export function makeSheet(fieldset, pack, own, { changed, past }) {
  const { dimensions } = pack.evaluate.rubric;
  const first = pack.evaluate.score_first.map(({ id }) => id);
  const needed = dimensions.filter(({ id }) => first.includes(id));
  const others = dimensions.filter(({ id }) => !first.includes(id));
  const sheet = { fieldset, own, now: 0, rows: [] };
  const rowOf = (dimension) => makeRow(dimension, own, () => changed(dimension.id));
  sheet.rows = [...needed.map(rowOf), makeVerdict(pack, own, () => changed(null)), ...others.map(rowOf)];
  needed.forEach((_, place) => (sheet.rows[place].needed = true));
  if (others.length) sheet.rows[needed.length + 1].node.prepend(make("p", { class: "label may", text: say("These may follow") }));
  const total = make("p", { class: "own-total" }, say("Your total"), " ", make("output", { text: "–" }), " ", make("span", { class: "muted", text: say("of {weight}", { weight: pack.evaluate.rubric.weight }) }));
  fieldset.append(stepper(sheet, past), ...sheet.rows.map(({ node }) => node), total);
  show(sheet);
  return sheet;
}

/* Of what was kept the scores and the verdict that this rubric has: its wording may have changed since. */
export function fitting(pack, scores, verdict) {
  const fits = ({ id, weight }) => Number.isInteger(scores?.[id]) && scores[id] >= 0 && scores[id] <= weight;
  const sound = pack.evaluate.rubric.dimensions.filter(fits).map(({ id }) => [id, scores[id]]);
  return { scores: Object.fromEntries(sound), verdict: pack.verdicts.find(({ id }) => id === verdict)?.id };
}

/* One step back or on: only seen where the sheet is a bar. */
function stepper(sheet, past) {
  const move = (by) => {
    const goal = sheet.now + by;
    if (goal >= sheet.rows.length) return past();
    sheet.now = Math.max(0, goal);
    step(sheet);
    return announce(say("{title}, {place} of {count}", { title: sheet.rows[sheet.now].title, place: sheet.now + 1, count: sheet.rows.length }));
  };
  const button = (kind, sign, label, by) => make("button", { type: "button", class: kind, "aria-label": label, text: sign, on: { click: () => move(by) } });
  return make("div", { class: "stepper" }, button("before", "‹", say("Previous score"), -1), make("span", { class: "at" }), button("after", "›", say("Next score"), 1));
}

function step({ fieldset, rows, now }) {
  rows.forEach(({ node }, place) => node.classList.toggle("at-hand", place === now));
  inscribe(find(".stepper .at", fieldset), say("{title} · {place} of {count}", { title: rows[now].title, place: now + 1, count: rows.length }));
  find(".stepper .before", fieldset).disabled = now === 0;
}

/* Sets everything to what is so. */
export function show(sheet) {
  for (const row of sheet.rows) row.show();
  const points = Object.keys(sheet.own.scores).length ? sum(sheet.own.scores) : "–";
  find(".own-total output", sheet.fieldset).textContent = points;
  step(sheet);
}

/* Names what the sheet belongs to; labels say it too, since they are read out alone. */
export function nameSheet({ fieldset, rows }, title) {
  inscribe(find("legend", fieldset), say("Your scores for {title}", { title }));
  for (const row of rows) row.name(title);
}

function makeRow(dimension, own, changed) {
  const { id, title, weight } = dimension;
  const steps = Math.max(1, Math.min(STEPS, weight));
  const slider = make("input", { type: "range", min: 0, max: steps, step: 1 });
  const number = make("input", { type: "number", inputmode: "numeric", placeholder: `/ ${weight}`, min: 0, max: weight, step: 1 });
  const node = make("div", { class: "score-row" }, make("span", { class: "title", text: title, "aria-hidden": "true" }), slider, number, make("span", { class: "of muted", text: `/ ${weight}` }));
  const show = () => {
    const points = own.scores[id];
    slider.value = Math.round(((points ?? 0) * steps) / (weight || 1));
    if (document.activeElement !== number) number.value = points ?? "";
    node.classList.toggle("unscored", points === undefined);
    slider.setAttribute("aria-valuetext", points === undefined ? say("not scored yet") : say("{part} of {whole}", { part: points, whole: weight }));
  };
  const take = (points) => {
    if (Number.isFinite(points)) own.scores[id] = Math.min(weight, Math.max(0, Math.round(points)));
    else delete own.scores[id];
    show();
    changed();
  };
  const slide = () => take((Number(slider.value) * weight) / steps);
  on(slider, "input", slide);
  /* A slider that stands at 0 already says nothing when it is set to 0. */
  on(slider, "pointerup", () => own.scores[id] === undefined && slide());
  on(slider, "keydown", (event) => ["Home", "ArrowLeft", "ArrowDown"].includes(directed(event)) && slider.value === "0" && slide());
  on(number, "input", () => take(number.value === "" ? NaN : Number(number.value)));
  on(number, "blur", show);
  const name = (answer) => {
    slider.setAttribute("aria-label", say("{title}, {answer}", { title, answer }));
    number.setAttribute("aria-label", say("{title}, {answer}, as a number", { title, answer }));
  };
  return { node, title, show, name, focus: () => number.focus(), empty: () => own.scores[id] === undefined };
}

let groups = 0;

function makeVerdict(pack, own, changed) {
  const group = `verdict-${(groups += 1)}`;
  const choice = ({ id, title }) => {
    const take = () => {
      own.verdict = id;
      changed();
    };
    return make("label", {}, make("input", { type: "radio", name: group, value: id, on: { change: take } }), make("span", { text: title }));
  };
  const mine = say("Your verdict");
  const labels = pack.verdicts.map(choice);
  const inputs = labels.map((label) => find("input", label));
  const choices = make("div", { class: "choice-row", role: "radiogroup" }, ...labels);
  calmArrows(choices);
  const node = make("div", { class: "score-row verdict-row" }, make("span", { class: "title", text: mine, "aria-hidden": "true" }), choices);
  const show = () => inputs.forEach((input) => (input.checked = input.value === own.verdict));
  const name = (answer) => choices.setAttribute("aria-label", say("{title}, {answer}", { title: mine, answer }));
  return { node, title: mine, show, name, needed: true, verdict: true, focus: () => inputs[0].focus(), empty: () => own.verdict === undefined };
}

/* What is still needed before the rubric opens. */
export const missing = ({ rows }) => rows.filter((row) => row.needed && row.empty());

/* Brings a row onto the screen and the focus into it. */
export function visit(sheet, row) {
  sheet.now = sheet.rows.indexOf(row);
  step(sheet);
  row.focus();
}
