/* What an answer counts beside what is looked for, and the markers that it shows. */
import { compileCounts, countWords, speakingSeconds } from "./counting.js";
import { make, minutesAndSeconds } from "./dom.js";
import { marked } from "./spotted.js";
import { rangeOf } from "./takes.js";
import { markersOf } from "./verdict.js";
import { say, together } from "./words.js";

const counters = new Map();

/* Counts as the rules of lpkit do; of a language of which less is known, words and minutes alone. */
export function countsOf(pack, text) {
  const { language } = pack.library;
  if (!counters.has(language)) counters.set(language, self.lpkitCounting?.[language] ? compileCounts(self.lpkitCounting[language]) : null);
  const counts = counters.get(language)?.(text) ?? { words: countWords(text) };
  return { ...counts, spoken: speakingSeconds(counts.words, pack.speaking.words_per_minute) };
}

/* What is kept of it with a take. */
export const shortCounts = ({ words, first, numbers, pronoun, spoken }) => ({ words, first, numbers: numbers?.length, pronoun, spoken });

const dimensionsThat = (pack, expects) => pack.evaluate.rubric.dimensions.filter((dimension) => dimension.expects === expects);

/* The rows of the table: a title, what is there, what is looked for, and whether that is missing. `seconds` is the length
   of a recording, null without one; an answer that was only recorded has nothing to be counted. */
function* rowsOf(pack, text, seconds) {
  const written = text.trim() !== "";
  const counts = countsOf(pack, text);
  const { minutes } = pack.evaluate;
  const most = minutes * 60;
  const paces = pack.speaking.words_per_minute;
  const about = paces.map((pace) => Math.round(pace * minutes));
  const said = seconds ?? (written ? counts.spoken[0] : 0);
  const length = seconds === null ? (written ? say("{time} to say", { time: rangeOf(counts.spoken) }) : "–") : say("{time} recorded", { time: minutesAndSeconds(seconds) });
  yield [say("Minutes"), length, say("{time} at most", { time: `${minutes}:00` }), said > most];
  yield [say("Words"), written ? counts.words : "–", say("{least}–{most} fill the time", { least: Math.min(...about), most: Math.max(...about) }), false];
  if (!counts.pronoun) return;
  const requires = pack.model_answer?.requires ?? {};
  const wish = (least, expects, told) => [
    ...(least ? [say("{least} or more", { least })] : []),
    ...dimensionsThat(pack, expects).map(told),
  ].join("; ");
  const { first, numbers, says, pronoun } = counts;
  const firstWish = wish(requires.first_person_sentences, "first-person", ({ title }) => say("{title} expects the first person", { title }));
  const lacksFirst = first < (requires.first_person_sentences ?? 0) || (!says && dimensionsThat(pack, "first-person").length > 0);
  yield [say("Sentences that begin with “{pronoun}”", { pronoun }), written ? first : "–", firstWish || "–", written && lacksFirst];
  const lacksNumbers = numbers.length < (requires.numbers ?? 0) || (!numbers.length && dimensionsThat(pack, "number").length > 0);
  const list = numbers.length ? `${numbers.length}: ${numbers.join(", ")}` : 0;
  yield [say("Figures that measure"), written ? list : "–", wish(requires.numbers, "number", ({ title }) => say("{title} expects a number", { title })) || "–", written && lacksNumbers];
}

export function tallyTable(pack, text, seconds) {
  const head = [say("What counts"), say("You"), say("Looked for")].map((title) => make("th", { scope: "col", text: title }));
  const line = ([title, own, wish, lacks]) =>
    make("tr", {}, make("th", { scope: "row", text: title }), make("td", { class: lacks ? "far" : false }, own, lacks ? make("small", {}, "\u00a0✗") : null), make("td", { text: wish }));
  return make("table", { class: "scores tally" }, make("thead", {}, make("tr", {}, ...head)), make("tbody", {}, ...[...rowsOf(pack, text, seconds)].map(line)));
}

/* The answer with its markers, and what they are. That none was found is no praise: it is said so. */
export function markersShown(text, spans) {
  const said = make("p", { class: "voice plain said" }, ...marked(text, spans));
  const lines = (spans ?? []).map(({ words, marker }) => make("li", {}, make("q", { text: words }), ` – ${marker.title}`));
  const words = spans === null
    ? say("This library has nothing that finds markers in an answer.")
    : lines.length
      ? say("These words fail an answer:")
      : say("No words were found that fail an answer. Only set ways of saying are known: this is no praise.");
  return [said, make("p", { class: "muted", text: words }), ...(lines.length ? [make("ul", { class: "lit-markers" }, ...lines)] : [])];
}

/* What the markers of an answer leave of its scores and of its verdict; some cap what this rubric does not score. */
export function capLines({ evaluate: { rubric }, verdicts }, answer, scores) {
  return markersOf(answer).map(({ title, cap, dimension, verdict }) => {
    const scored = rubric.dimensions.find(({ id }) => id === dimension.id);
    const limit = verdicts.find(({ id }) => id === verdict.id);
    const values = { dimension: scored?.title, cap, points: scores[dimension.id] };
    const over = values.points > cap ? say("{dimension}: {cap} at most, and you gave {points}.", values) : say("{dimension}: {cap} at most.", values);
    const words = together(scored ? over : "", limit ? say("Verdict: {verdict} at most.", { verdict: limit.title }) : "");
    return make("li", {}, make("strong", { text: title }), " ", make("span", { class: "muted", text: words }));
  });
}
