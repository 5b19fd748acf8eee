/* What a finished test says: strong, nearly or not yet, and the score of each difficulty. */
import { bar, dayTime, make } from "./dom.js";
import { DIFFICULTIES } from "./draw.js";
import { kept } from "./question.js";
import { nearlyFrom, verdictOf } from "./grade.js";
import { say, together } from "./words.js";

/* Rounded down: 79.9 is not yet 80. */
export const percentOf = (right, count) => (count ? Math.floor((100 * right) / count) : 0);

const isRight = (question, answers) => question.options.find(({ id }) => id === kept(question, answers[question.id]))?.correct;

export function tally(questions, answers) {
  const rows = DIFFICULTIES.map((difficulty) => {
    const asked = questions.filter((question) => question.difficulty === difficulty);
    return { difficulty, count: asked.length, right: asked.filter((question) => isRight(question, answers)).length };
  }).filter(({ count }) => count);
  const total = rows.reduce((sum, { right }) => sum + right, 0);
  return { rows, right: total, count: questions.length, percent: percentOf(total, questions.length) };
}

const NAMES = { easy: say("easy"), medium: say("medium"), hard: say("hard") };

export function difficultyTable(rows) {
  const line = ({ difficulty, right, count }) =>
    make("tr", {}, make("th", { scope: "row" }, make("span", { class: `chip ${difficulty}`, text: NAMES[difficulty] })), make("td", {}, say("{part} of {whole}", { part: right, whole: count }), bar(percentOf(right, count))));
  const head = make("tr", {}, make("th", { scope: "col", text: say("Difficulty") }), make("th", { scope: "col", text: say("Right") }));
  return make("table", { class: "scores" }, make("thead", {}, head), make("tbody", {}, ...rows.map(line)));
}

/* Says what the verdict follows from. */
export const explained = ({ until, finished }, strongFrom) => together(
  until && finished >= until ? say("The time was up.") : "",
  say("Strong from {strong}% on, nearly from {nearly}%.", { strong: strongFrom, nearly: nearlyFrom(strongFrom) }),
);

export function historyList(records, strongFrom) {
  if (!records.length) return [];
  const line = ({ finished, percent, right, count }) => {
    const { name, kind } = verdictOf(percent, strongFrom);
    return make("li", {}, dayTime(finished), ": ", say("{part} of {whole}", { part: right, whole: count }), " ", make("span", { class: `chip ${kind}`, text: name }));
  };
  return [make("h3", { text: say("Tests so far") }), make("ol", { class: "past", reversed: true }, ...records.map(line))];
}
