/* Markers in the reader's own words, found by what finds them for the checker. */
import { make } from "./dom.js";

/* What finds markers comes in a script of its own, which may be late or missing: then null. */
export const markersIn = (library, text) => self.lpkitMarkers?.[library]?.(text) ?? null;

/* The same, and nothing where nothing is looked for or nothing was written. */
export const spansIn = (library, text) => (text.trim() ? (markersIn(library, text) ?? []) : []);

/* The text as pieces, with what was found in it marked. */
export function marked(text, spans) {
  const pieces = [];
  let done = 0;
  for (const { start, end } of spans ?? []) {
    pieces.push(text.slice(done, start), make("mark", { text: text.slice(start, end) }));
    done = end;
  }
  return [...pieces, text.slice(done)];
}
