/* What an answer counts beside what is looked for, and the markers that it shows. */
import { compileCounts, countWords, speakingSeconds } from "./counting.js";
import { make, minutesAndSeconds } from "./dom.js";
import { marked } from "./spotted.js";
import { rangeOf } from "./takes.js";

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
  const length = seconds === null ? (written ? `${rangeOf(counts.spoken)} to say` : "–") : `${minutesAndSeconds(seconds)} recorded`;
  yield ["Minutes", length, `${minutes}:00 at most`, said > most];
  yield ["Words", written ? counts.words : "–", `${Math.min(...about)}–${Math.max(...about)} fill the time`, false];
  if (!counts.pronoun) return;
  const requires = pack.model_answer?.requires ?? {};
  const wish = (least, expects, what) => [
    ...(least ? [`${least} or more`] : []),
    ...dimensionsThat(pack, expects).map(({ title }) => `${title} expects ${what}`),
  ].join("; ");
  const { first, numbers, says, pronoun } = counts;
  const firstWish = wish(requires.first_person_sentences, "first-person", "the first person");
  const lacksFirst = first < (requires.first_person_sentences ?? 0) || (!says && dimensionsThat(pack, "first-person").length > 0);
  yield [`Sentences that begin with “${pronoun}”`, written ? first : "–", firstWish || "–", written && lacksFirst];
  const lacksNumbers = numbers.length < (requires.numbers ?? 0) || (!numbers.length && dimensionsThat(pack, "number").length > 0);
  const list = numbers.length ? `${numbers.length}: ${numbers.join(", ")}` : 0;
  yield ["Figures that measure", written ? list : "–", wish(requires.numbers, "number", "a number") || "–", written && lacksNumbers];
}

export function tallyTable(pack, text, seconds) {
  const head = ["What counts", "You", "Looked for"].map((title) => make("th", { scope: "col", text: title }));
  const line = ([title, own, wish, lacks]) =>
    make("tr", {}, make("th", { scope: "row", text: title }), make("td", { class: lacks ? "far" : false }, own, lacks ? make("small", { text: " ✗" }) : null), make("td", { text: wish }));
  return make("table", { class: "scores tally" }, make("thead", {}, make("tr", {}, ...head)), make("tbody", {}, ...[...rowsOf(pack, text, seconds)].map(line)));
}

/* The answer with its markers, and what they are. That none was found is no praise: it is said so. */
export function markersShown(text, spans) {
  const said = make("p", { class: "voice plain said" }, ...marked(text, spans));
  const lines = (spans ?? []).map(({ words, marker }) => make("li", {}, make("q", { text: words }), ` – ${marker.title}`));
  const words = spans === null
    ? "This library has nothing that finds markers in an answer."
    : lines.length
      ? "These words fail an answer:"
      : "No words were found that fail an answer. Only set ways of saying are known: this is no praise.";
  return [said, make("p", { class: "muted", text: words }), ...(lines.length ? [make("ul", { class: "lit-markers" }, ...lines)] : [])];
}
