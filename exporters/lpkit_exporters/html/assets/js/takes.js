/* What a take of a story looks like wherever it is shown: its recording, its score, its figures. */
import { make, minutesAndSeconds } from "./dom.js";
import { plural, say } from "./words.js";

export const rangeOf = ([fast, slow]) => (fast === slow ? [fast] : [fast, slow]).map(minutesAndSeconds).join("–");

/* Plays a recording from memory. */
export function player({ type, bytes }, name) {
  const src = URL.createObjectURL(new Blob([bytes], { type }));
  return make("audio", { controls: true, src, "aria-label": name });
}

/* Frees the memory of a player that is no longer shown. */
export function silence(audio) {
  URL.revokeObjectURL(audio.src);
  audio.remove();
}

/* Says what a take counts, as far as it was counted. */
export function figuresOf({ seconds, counts }) {
  const { words, first, numbers, pronoun, spoken } = counts ?? {};
  const length = Number.isFinite(seconds) ? say("{time} min recorded", { time: minutesAndSeconds(seconds) }) : Array.isArray(spoken) ? say("{time} min to say", { time: rangeOf(spoken) }) : null;
  return [
    Number.isFinite(words) ? plural("{count} word", "{count} words", words) : null,
    length,
    Number.isFinite(first) ? plural("{count} sentence begins with “{pronoun}”", "{count} sentences begin with “{pronoun}”", first, { pronoun }) : null,
    Number.isFinite(numbers) ? plural("{count} figure", "{count} figures", numbers) : null,
  ].filter(Boolean);
}
