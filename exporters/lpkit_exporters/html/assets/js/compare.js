/* The reader's scores beside the expert's: table, difference for each dimension, picture. */
import { draw, make } from "./dom.js";

export const bandOf = (verdicts, total) =>
  [...verdicts].reverse().find((band) => total >= band.from) ?? verdicts[0];

export const sum = (scores) => Object.values(scores).reduce((total, points) => total + points, 0);

const signed = (points) => (points > 0 ? `+${points}` : points < 0 ? `−${-points}` : "0");

function bars(own, expert, weight) {
  const bar = (kind, points, y) =>
    draw("rect", { class: kind, x: 0, y, width: `${weight ? (100 * points) / weight : 0}%`, height: 5, rx: 2.5 });
  const picture = { class: "bar pair", width: "100%", height: 14, "aria-hidden": "true" };
  return draw("svg", picture, bar("bar-own", own, 1.5), bar("bar-fill", expert, 7.5));
}

const chip = (band) => make("span", { class: `chip ${band.passes ? "pass" : "fail"}`, text: band.title });

function row(dimension, own, expert) {
  const off = own - expert;
  const far = Math.abs(off) > dimension.weight / 4;
  return make(
    "tr", {},
    make("th", { scope: "row" }, dimension.title, bars(own, expert, dimension.weight)),
    make("td", { text: own }),
    make("td", { text: expert }),
    make("td", { class: far ? "far" : "near", text: signed(off) }),
  );
}

export function compareSheet(pack, candidate, own) {
  const { dimensions } = pack.evaluate.rubric;
  const name = `Candidate ${candidate.id.toUpperCase()}`;
  const total = sum(own);
  const heads = ["Dimension", "You", "Expert", "Off by"].map((text) => make("th", { scope: "col", text }));
  const rows = dimensions.map((entry) => row(entry, own[entry.id], candidate.scores[entry.id] ?? 0));
  const band = bandOf(pack.verdicts, total);
  const cell = (...content) => make("td", {}, ...content);
  const table = make(
    "table", { class: "scores own-sheet" },
    make("caption", { text: name }),
    make("thead", {}, make("tr", {}, ...heads)),
    make("tbody", {}, ...rows),
    make("tfoot", {},
      make("tr", {}, make("th", { scope: "row", text: "Total" }), ...[total, candidate.total, signed(total - candidate.total)].map((text) => make("td", { text }))),
      make("tr", {}, make("th", { scope: "row", text: "Verdict" }), cell(chip(band)), cell(chip(candidate.verdict)), cell(band.id === candidate.verdict.id ? "same" : "differs")),
    ),
  );
  return make("div", { class: "scroll", role: "region", tabindex: 0, "aria-label": `Your scores for ${name}` }, table);
}
