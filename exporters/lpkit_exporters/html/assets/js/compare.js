/* The reader's scores beside the expert's: for each dimension the gap and the reason, caps in both columns, the verdicts. */
import { draw, findAll, make, signed } from "./dom.js";
import { bandOf, capOf, follows, limitOf, totalOf } from "./verdict.js";
import { plural, say } from "./words.js";

function bars(own, expert, weight) {
  const bar = (kind, points, y) =>
    draw("rect", { class: kind, x: 0, y, width: `${weight ? (100 * points) / weight : 0}%`, height: 5, rx: 2.5 });
  const picture = { class: "bar pair", width: "100%", height: 14, "aria-hidden": "true" };
  return draw("svg", picture, bar("bar-own", own, 1.5), bar("bar-fill", expert, 7.5));
}

const chip = (band) => (band ? make("span", { class: `chip ${band.passes ? "pass" : "fail"}`, text: band.title }) : "–");

const row = (title, ...cells) => make("tr", {}, make("th", { scope: "row", text: title }), ...cells.map((content) => make("td", {}, content)));

function dimensionRows(candidate, { id, title, weight }, own, reason) {
  const expert = candidate.scores[id] ?? 0;
  const cap = capOf(candidate, id);
  const off = own === undefined ? null : own - expert;
  const points = (value) => {
    const over = cap !== undefined && value > cap;
    return make("td", {}, value ?? "–", cap === undefined ? null : make("small", { class: over ? "cap far" : "cap", text: over ? say("over cap {cap}", { cap }) : say("cap {cap}", { cap }) }));
  };
  const far = off !== null && Math.abs(off) > weight / 4;
  const line = make(
    "tr", {},
    make("th", { scope: "row" }, title, bars(own ?? 0, expert, weight)),
    points(own),
    points(expert),
    make("td", { class: far ? "far" : "near", text: off === null ? "–" : signed(off) }),
  );
  return [line, reason && make("tr", { class: "reason" }, make("td", { colspan: 4, class: "prose" }, ...reason.cloneNode(true).childNodes))].filter(Boolean);
}

/* Gives what finds the expert's reasons for the scores of a candidate, by the id of a dimension. */
export function reasonsIn(section, { evaluate: { candidates } }, candidate) {
  const reasons = findAll(".reasons [data-dimension]", findAll(".assessment", section)[candidates.indexOf(candidate)]);
  return (dimension) => reasons.find((reason) => reason.dataset.dimension === dimension);
}

/* `reasonOf` gives the element with the expert's reason for a dimension, `notes` what the marks of sentences were worth. */
export function compareSheet(pack, candidate, own, name, reasonOf, notes) {
  const { dimensions } = pack.evaluate.rubric;
  const total = totalOf(pack, own);
  const whole = total !== null;
  /* Translators: headings of a table: the reader's points, an expert's, and how far they lie apart. */
  const heads = [say("Dimension"), say("You"), say("Expert"), say("Gap")].map((text) => make("th", { scope: "col", text }));
  const rows = dimensions.flatMap((entry) => dimensionRows(candidate, entry, own.scores[entry.id], reasonOf(entry.id)));
  const limit = limitOf(pack, candidate);
  const bands = [whole && bandOf(pack.verdicts, total), bandOf(pack.verdicts, candidate.total)];
  const derived = whole && follows(pack, candidate, total);
  const said = pack.verdicts.find(({ id }) => id === own.verdict);
  const table = make(
    "table", { class: "scores own-sheet" },
    make("caption", { text: name }),
    make("thead", {}, make("tr", {}, ...heads)),
    make("tbody", {}, ...rows),
    make("tfoot", {},
      row(say("Total"), total ?? "–", candidate.total, whole ? signed(total - candidate.total) : "–"),
      row(say("Its band"), ...bands.map(chip), ""),
      ...(limit ? [row(say("Markers allow at most"), chip(limit), chip(limit), "")] : []),
      row(say("So the scores say"), chip(derived), chip(candidate.verdict), derived ? same(derived, candidate.verdict) : "–"),
      row(say("Your verdict"), chip(said), chip(candidate.verdict), same(said, candidate.verdict)),
    ),
  );
  const scroll = make("div", { class: "scroll", role: "region", tabindex: 0, "aria-label": say("Your scores for {title}", { title: name }) }, table);
  return make("div", { class: "compared" }, scroll, notes);
}

const same = (one, other) => (one?.id === other.id ? say("same") : say("differs"));

const NOTES = { found: say("✓ Found:"), missed: say("✗ Missed:"), weak: say("Weak, but it shows no marker:"), wrong: say("Marked, but it fails nothing:") };

/* What the reader's marks were worth, as a list; `titleOf` names a fix-it. */
export function markNotes(candidate, { found, missed, weak, wrong }, words, titleOf) {
  const { auto_fails: fails = [] } = candidate;
  const line = (kind, quote, about) =>
    make("li", { class: kind }, make("strong", { text: NOTES[kind] }), " ", make("q", { text: quote }), about ? ` – ${about}` : "");
  const lines = [
    ...found.map((place) => line("found", fails[place].quote, fails[place].marker.title)),
    ...missed.map((place) => line("missed", fails[place].quote, fails[place].marker.title)),
    ...weak.map(({ place, id }) => line("weak", words[place], titleOf(id))),
    ...wrong.map((place) => line("wrong", words[place], "")),
  ];
  const sum = fails.length
    ? plural("{found} of {count} passage that fails this answer found.", "{found} of {count} passages that fail this answer found.", fails.length, { found: found.length })
    : say("No passage fails this answer by itself.");
  return make("div", { class: "mark-notes" }, make("h4", { text: say("Sentences") }), make("p", { text: sum }), lines.length ? make("ul", {}, ...lines) : null);
}
