/* Where a text holds the phrases of markers: without case, whatever the quotes and spaces. */
const QUOTES = /[‘’‚']/g;
const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
const edge = (text, end) => (/[\p{L}\p{N}]/u.test(end ? text.at(-1) : text[0]) ? (end ? "(?![\\p{L}\\p{N}])" : "(?<![\\p{L}\\p{N}])") : "");

function pattern(phrase) {
  const words = phrase.trim().split(/\s+/).map((word) => escaped(word).replace(QUOTES, "[‘’‚']"));
  return new RegExp(edge(phrase, false) + words.join("\\s+") + edge(phrase, true), "giu");
}

export function compile(markers) {
  return markers.flatMap((marker) => marker.phrases.map((phrase) => ({ marker, pattern: pattern(phrase) })));
}

/* Gives spans in order; of two that overlap the earlier and longer one stays. */
export function search(text, phrases) {
  const spans = phrases.flatMap(({ marker, pattern: wanted }) =>
    [...text.matchAll(wanted)].map((hit) => ({ start: hit.index, end: hit.index + hit[0].length, words: hit[0], marker })),
  );
  spans.sort((one, other) => one.start - other.start || other.end - one.end);
  const kept = [];
  for (const span of spans) if (!kept.length || span.start >= kept.at(-1).end) kept.push(span);
  return kept;
}
