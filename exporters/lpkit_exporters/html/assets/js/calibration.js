/* How far the reader's scores lie from the expert's, and how far the principles are: as pictures, each with its table. */
import { showCurves } from "./curves.js";
import { draw, find, findAll, inscribe, make, signed } from "./dom.js";
import { isMoment } from "./memory.js";
import { plural, say, together } from "./words.js";

/* Points at either end of the picture, at least: small gaps look small. */
const LEAST = 10;
/* The line of no gap, and how far a gap may reach to either side, in hundredths of the width; the rest is for the value. */
const MIDDLE = 41;
const REACH = 39;

/* Takes what packs there are, {key, entry, standing}, and all that is kept. */
export function showGauges(home, packs, kept) {
  const gauges = findAll(".gauge", home);
  for (const gauge of gauges) {
    const shelf = findAll(".library", home).find((library) => library.dataset.library === gauge.dataset.library);
    const own = packs.filter(({ key }) => key.startsWith(`${gauge.dataset.library}/`));
    const gaps = showGaps(find(".of-gaps", gauge), recordsOf(own, kept), shelf);
    const principles = showPrinciples(find(".of-principles", gauge), shelf, own);
    gauge.hidden = !gaps && !principles;
  }
  find(".no-gauge", home).hidden = gauges.some((gauge) => !find(".of-gaps", gauge).hidden);
}

/* What Evaluate kept of these packs, the first scores first; what is of another form was not written by it. */
function recordsOf(packs, kept) {
  const records = packs.flatMap(({ key, entry }) => {
    const record = kept.get(key)?.get("gaps");
    const dimensions = Array.isArray(record?.dimensions) ? record.dimensions.filter(isGap) : [];
    return dimensions.length ? [{ title: entry.title, dimensions, time: isMoment(record.time) ? record.time : 0 }] : [];
  });
  return records.sort((one, other) => one.time - other.time);
}

function isGap(entry) {
  const { id, title, weight, gap, off, answers } = entry ?? {};
  const named = [id, title].every((text) => typeof text === "string" && text);
  const counted = [weight, gap, off, answers].every(Number.isInteger) && answers > 0;
  return named && counted && Math.abs(gap) <= off && off <= weight * answers;
}

/* The mean gap of each dimension by its id, over all answers of the records, and how far off a score is either way. */
function meansOf(records) {
  const sums = new Map();
  for (const { id, title, weight, gap, off, answers } of records.flatMap(({ dimensions }) => dimensions)) {
    const sum = sums.get(id) ?? { gap: 0, off: 0, answers: 0 };
    sums.set(id, { title, weight, gap: sum.gap + gap, off: sum.off + off, answers: sum.answers + answers });
  }
  const mean = ({ gap, off, answers, ...rest }) => ({ ...rest, answers, gap: Math.round(gap / answers), off: Math.round(off / answers) });
  return new Map([...sums].map(([id, sum]) => [id, mean(sum)]));
}

function showGaps(part, records, shelf) {
  const { lang, dir } = shelf;
  part.hidden = !records.length;
  if (part.hidden) return false;
  const half = Math.floor(records.length / 2);
  const [first, latest] = [meansOf(records.slice(0, half)), meansOf(records.slice(half))];
  const rows = [...meansOf(records)].map(([id, mean]) => {
    const over = first.has(id) && latest.has(id);
    return { id, ...mean, first: over ? first.get(id).gap : null, latest: over ? latest.get(id).gap : null };
  });
  const most = Math.max(LEAST, ...rows.flatMap(({ gap, first: early, latest: late }) => [gap, early, late].map(Math.abs)));
  find(".gap-words", part).replaceChildren(...gapWords(rows, half, records.length - half, lang));
  find(".over-time", part).hidden = rows.every((row) => row.first === null);
  find(".gauge-rows", part).replaceChildren(...rows.map((row) => line(row.title, gapPicture(row, most), lang, dir)));
  showCurves(find(".in-time", part), records, new Map(rows.map(({ id, title }) => [id, title])), mostOf(records), shelf);
  const told = (points) => (points === null ? "–" : signed(points));
  fill(find(".by-dimension", part), rows.map(({ title, gap, off, first: early, latest: late }) => [title, signed(gap), off, told(early), told(late)]), lang);
  return true;
}

/* The widest gap of a single pattern. */
const mostOf = (records) => Math.max(LEAST, ...records.flatMap(({ dimensions }) => dimensions.map(({ gap, answers }) => Math.abs(gap / answers))));

/* What is worst, and how it went. */
function gapWords(rows, early, late, lang) {
  const worst = rows.reduce((far, row) => (Math.abs(row.gap) > Math.abs(far.gap) ? row : far));
  const answers = Math.max(...rows.map((row) => row.answers));
  const off = Math.max(...rows.map((row) => row.off));
  if (!worst.gap) {
    const over = plural("{count} answer", "{count} answers", answers);
    if (!off) return [say("Over {answers} you score like the expert on average.", { answers: over })];
    return [plural("Over {answers} you score like the expert on average, but single scores are off by up to {count} point either way.", "Over {answers} you score like the expert on average, but single scores are off by up to {count} points either way.", off, { answers: over })];
  }
  const past = worst.first === null ? "" : together(
    plural("It was {gap} in your first pattern,", "It was {gap} in your first {count} patterns,", early, { gap: signed(worst.first) }),
    plural("and {gap} in the latest pattern.", "and {gap} in the latest {count} patterns.", late, { gap: signed(worst.latest) }),
  );
  const values = { title: "{title}", weight: worst.weight, answers: plural("{count} answer", "{count} answers", worst.answers) };
  const points = Math.abs(worst.gap);
  const words = worst.gap > 0
    ? plural("You overrate {title} by {count} point of {weight}, over {answers}.", "You overrate {title} by {count} points of {weight}, over {answers}.", points, values)
    : plural("You underrate {title} by {count} point of {weight}, over {answers}.", "You underrate {title} by {count} points of {weight}, over {answers}.", points, values);
  const [before, behind] = words.split("{title}");
  return [before, make("strong", { lang, text: worst.title }), past ? `${behind} ${past}` : behind];
}

function gapPicture({ gap, first, latest }, most) {
  const place = (points) => MIDDLE + (REACH * points) / most;
  const sign = (points, d, kind) => draw("svg", { x: `${place(points)}%`, y: 12, overflow: "visible" }, draw("path", { class: kind, d }));
  const over = first === null ? [] : [sign(first, "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0", "at-first"), sign(latest, "M0-6L6 0L0 6L-6 0Z", "at-last")];
  const points = Math.abs(gap);
  const words = !gap
    ? say("As the expert")
    : gap > 0
      ? plural("{count} point more than the expert", "{count} points more than the expert", points)
      : plural("{count} point less than the expert", "{count} points less than the expert", points);
  return picture(
    first === null ? words : say("{words}; first {first}, latest {latest}", { words, first: signed(first), latest: signed(latest) }),
    signed(gap),
    draw("rect", { class: "bar-own", x: `${Math.min(MIDDLE, place(gap))}%`, y: 7, width: `${Math.abs(place(gap) - MIDDLE)}%`, height: 10 }),
    draw("line", { class: "zero", x1: `${MIDDLE}%`, x2: `${MIDDLE}%`, y1: 0, y2: 24 }),
    ...over,
  );
}

function showPrinciples(part, shelf, packs) {
  const rows = findAll(".principle", shelf).map((principle) => {
    const known = packs.filter(({ key, entry }) => principle.dataset.principle === `${key.split("/")[0]}/${entry.principle.id}`);
    const begun = known.filter(({ standing }) => standing.begun).length;
    const strong = known.filter(({ standing }) => standing.last?.kind === "pass").length;
    return { title: find(".principle-head a", principle).textContent, count: known.length, begun, strong };
  });
  const reached = rows.filter(({ begun }) => begun).length;
  part.hidden = !reached;
  if (part.hidden) return false;
  const { lang, dir } = shelf;
  const strongest = rows.filter(({ count, strong }) => strong === count).length;
  inscribe(find(".reached-words", part), plural("You have begun {reached} of {count} principle, and are strong in {strong}.", "You have begun {reached} of {count} principles, and are strong in {strong}.", rows.length, { reached, strong: strongest }));
  find(".gauge-rows", part).replaceChildren(...rows.map((row) => line(row.title, principlePicture(row), lang, dir)));
  fill(part, rows.map(({ title, count, begun, strong }) => [title, count, begun, strong]), lang);
  return true;
}

function principlePicture({ count, begun, strong }) {
  const bar = (kind, patterns) => draw("rect", { class: kind, x: 1, y: 7, width: `${(80 * patterns) / count}%`, height: 10 });
  const words = plural("{begun} of {count} pattern begun, {strong} strong", "{begun} of {count} patterns begun, {strong} strong", count, { begun, strong });
  return picture(words, say("{part} of {whole}", { part: begun, whole: count }), bar("whole", count), bar("begun", begun), bar("bar-fill", strong));
}

/* A picture says in its label what it shows; the value in it is for the eye. */
function picture(label, value, ...shapes) {
  const text = draw("text", { x: "100%", y: 17, "text-anchor": "end", text: value });
  return draw("svg", { class: "gauge-picture", role: "img", "aria-label": label, width: "100%", height: 24 }, ...shapes, text);
}

const line = (title, svg, lang, dir) => make("li", {}, make("span", { lang, dir, text: title }), svg);

function fill(part, rows, lang) {
  const row = ([title, ...values]) => make("tr", {}, make("th", { scope: "row", lang, text: title }), ...values.map((text) => make("td", { text })));
  find("tbody", part).replaceChildren(...rows.map(row));
}
