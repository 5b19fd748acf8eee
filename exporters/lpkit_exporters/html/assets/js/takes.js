/* What a take of a story looks like wherever it is shown: its recording, its score, its figures. */
import { make, minutesAndSeconds, plural } from "./dom.js";

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
  const length = Number.isFinite(seconds) ? `${minutesAndSeconds(seconds)} min recorded` : Array.isArray(spoken) ? `${rangeOf(spoken)} min to say` : null;
  return [
    Number.isFinite(words) ? plural(words, "word") : null,
    length,
    Number.isFinite(first) ? `${plural(first, "sentence begins", "sentences begin")} with “${pronoun}”` : null,
    Number.isFinite(numbers) ? plural(numbers, "figure") : null,
  ].filter(Boolean);
}
