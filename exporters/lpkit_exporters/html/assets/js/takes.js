/* What a take of a story looks like wherever it is shown: its recording, its score, its figures. */
import { draw, make, plural } from "./dom.js";

export const minutesOf = (seconds) => `${Math.floor(seconds / 60)}:${String(Math.round(seconds) % 60).padStart(2, "0")}`;

export const rangeOf = ([fast, slow]) => (fast === slow ? minutesOf(fast) : `${minutesOf(fast)}–${minutesOf(slow)}`);

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

export function scoreBar(total, weight) {
  const width = `${weight ? Math.min(100, (100 * total) / weight) : 0}%`;
  return draw("svg", { class: "bar", width: "100%", height: 6, "aria-hidden": "true" }, draw("rect", { class: "bar-fill", width, height: 6, rx: 3 }));
}

/* Says what a take counts, as far as it was counted. */
export function figuresOf({ seconds, counts }) {
  const { words, first, numbers, pronoun, spoken } = counts ?? {};
  const length = Number.isFinite(seconds) ? `${minutesOf(seconds)} min recorded` : Array.isArray(spoken) ? `${rangeOf(spoken)} min to say` : null;
  return [
    Number.isFinite(words) ? plural(words, "word") : null,
    length,
    Number.isFinite(first) ? `${plural(first, "sentence begins", "sentences begin")} with “${pronoun}”` : null,
    Number.isFinite(numbers) ? plural(numbers, "figure") : null,
  ].filter(Boolean);
}

export function dayOf(at) {
  const day = new Date(at);
  return make("time", { datetime: day.toISOString(), text: day.toLocaleDateString(undefined, { dateStyle: "medium" }) });
}
