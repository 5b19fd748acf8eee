/* How the gap of each dimension went over the patterns, in the order in which they were scored: a curve, and its table. */
import { dayTime, draw, find, make, signed } from "./dom.js";
import { plural, say } from "./words.js";

/* How many patterns the line takes the mean of: one alone says little. */
const MEAN = 3;
/* The picture in its own units: a hundred wide, which are stretched to its place, and as high as it is drawn. */
const HEIGHT = 64;
const REACH = 28;
const EDGE = 2;

/* Takes the records of `calibration.js`, the first scores first; `most` is the widest gap that its pictures show. */
export function showCurves(part, records, dimensions, most, { lang, dir }) {
  part.hidden = records.length < 2;
  if (part.hidden) return;
  const rows = [...dimensions].map(([id, title]) => ({ id, title, gaps: records.map((record) => gapOf(record, id)) }));
  const line = (row) => make("li", {}, make("span", { lang, dir, text: row.title }), curve(row.gaps, most));
  find(".curves", part).replaceChildren(...rows.map(line));
  /* A table of hundreds of patterns is made for whoever opens it. */
  const fold = find("details", part);
  const fill = () => fold.open && find("table", fold).replaceChildren(...tableOf(records, rows, lang));
  fold.ontoggle = fill;
  fill();
}

/* The mean gap of a pattern's answers in a dimension, or null where it has no such dimension. */
function gapOf({ dimensions }, id) {
  const found = dimensions.find((dimension) => dimension.id === id);
  return found ? Math.round(found.gap / found.answers) : null;
}

/* At each place the mean of the last few gaps, as far as there are some. */
const means = (gaps) => gaps.map((_, place) => {
  const few = gaps.slice(Math.max(0, place + 1 - MEAN), place + 1);
  return few.reduce((sum, gap) => sum + gap, 0) / few.length;
});

function curve(all, most) {
  const gaps = all.filter((gap) => gap !== null);
  const x = (place) => (gaps.length > 1 ? EDGE + ((100 - 2 * EDGE) * place) / (gaps.length - 1) : 50);
  const y = (gap) => HEIGHT / 2 - (REACH * gap) / most;
  const at = (gap, place) => `${x(place).toFixed(1)} ${y(gap).toFixed(1)}`;
  const line = draw("path", { class: "mean", d: `M${means(gaps).map(at).join("L")}` });
  /* A line of no length with a round end is a dot, however the picture is stretched. */
  const dots = draw("path", { class: "dots", d: gaps.map((gap, place) => `M${at(gap, place)}h0`).join("") });
  const zero = draw("path", { class: "zero", d: `M0 ${HEIGHT / 2}H100` });
  const stretched = draw("svg", { viewBox: `0 0 100 ${HEIGHT}`, preserveAspectRatio: "none", width: "84%", height: HEIGHT, overflow: "visible" }, zero, line, dots);
  const value = draw("text", { x: "100%", y: HEIGHT / 2 + 5, "text-anchor": "end", text: signed(gaps.at(-1)) });
  return draw("svg", { class: "gauge-picture curve", role: "img", "aria-label": told(gaps), width: "100%", height: HEIGHT }, stretched, value);
}

const told = (gaps) =>
  plural("{count} pattern: first {first}, latest {latest}, lowest {least}, highest {most}", "{count} patterns: first {first}, latest {latest}, lowest {least}, highest {most}", gaps.length, {
    first: signed(gaps[0]), latest: signed(gaps.at(-1)), least: signed(Math.min(...gaps)), most: signed(Math.max(...gaps)),
  });

function tableOf(records, rows, lang) {
  const cell = (gap) => make("td", { text: gap === null ? "–" : signed(gap) });
  const head = make("tr", {}, make("th", { scope: "col", text: say("Pattern") }), make("th", { scope: "col", text: say("Day") }), ...rows.map(({ title }) => make("th", { scope: "col", lang, text: title })));
  const line = ({ title, time }, place) =>
    make("tr", {}, make("th", { scope: "row", lang, text: title }), make("td", {}, time ? dayTime(time) : "–"), ...rows.map(({ gaps }) => cell(gaps[place])));
  return [make("thead", {}, head), make("tbody", {}, ...records.map(line))];
}
