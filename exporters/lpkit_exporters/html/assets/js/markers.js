import { compile } from "./finding.js";

/* Writes lists and ways out again, of which the page has codes for words (html/packing.py). */
export function unpack({ words, width, ...data }) {
  const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  let last = "";
  const known = words.split(" ").map((rest) => (last = last.slice(0, parseInt(rest[0], 36)) + rest.slice(1)));
  const codes = new RegExp(`([\\w-]{${width}})([~^+]?)`, "g");
  const word = (code) => known[[...code].reduce((number, digit) => number * digits.length + digits.indexOf(digit), 0)];
  const read = (text) => [...text.matchAll(codes)].map(([, code, sign]) => word(code) + sign).join(" ");
  const terms = (text) => text.split("/").map(read);
  const patterns = data.patterns.map((found) => ({ ...found, ways: terms(found.ways) }));
  const lists = data.lists.map((text) => (text[0] === "=" ? text : terms(text).join("/")));
  const alike = (text) => (text[0] === "=" ? lists[text.slice(1)].replaceAll("~", "^") : text);
  return { ...data, patterns, lists: lists.map(alike) };
}

/* Hands what finds the markers of a library to the pages: they ask for it by the library's id, once words are written. Of
   two spans that overlap the earlier and longer one stays. */
export function offer({ id, markers, spotting }) {
  let spansOf = null;
  const search = (text) => {
    spansOf ??= compile(unpack(spotting));
    const kept = [];
    for (const { start, end, marker } of spansOf(text)) {
      const span = { start, end, words: text.slice(start, end), marker: markers[marker] };
      if (!kept.length || start >= kept.at(-1).end) kept.push(span);
    }
    return kept;
  };
  self.lpkitMarkers = { ...self.lpkitMarkers, [id]: search };
}
