/* What an answer counts: words, sentences that begin with "I", numbers that measure. The patterns are those of the rules
   and come as data; how they are used is told in lpkit/text/counting.py, whose twin this is. */
const SPACES = /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/u;
const SAYS_SOMETHING = /[\p{L}\p{N}]/u;

export const countWords = (text) => text.split(SPACES).filter((run) => SAYS_SOMETHING.test(run)).length;

/* Half a second goes to the even one, as Python rounds. */
function rounded(value) {
  const low = Math.floor(value);
  return value - low === 0.5 ? low + (low % 2) : Math.round(value);
}

/* The whole seconds that so many words take to say, at the fastest and at the slowest of some paces. */
export const speakingSeconds = (words, paces) => [Math.max(...paces), Math.min(...paces)].map((pace) => rounded((words * 60) / pace));

/* Patterns count characters, and strings count units: a window of so many characters before or behind a place. */
const before = (text, place, count) => [...text.slice(Math.max(0, place - 2 * count), place)].slice(-count).join("");
const behind = (text, place, count) => [...text.slice(place, place + 2 * count)].slice(0, count).join("");

/* Makes what counts in the answers of a language; `data` is what lpkit/text/tallies.py gives. */
export function compileCounts({ pronoun, no_unit: noUnit, ...patterns }) {
  const all = (name) => new RegExp(patterns[name][0], `${patterns[name][1]}g`);
  const any = (name) => new RegExp(...patterns[name]);
  const start = (name) => new RegExp(`^(?:${patterns[name][0]})`, patterns[name][1]);
  const [border, digits, inWords, speech] = ["border", "digits", "in_words", "speech"].map(all);
  const [says, labelBefore, monthBefore] = ["says", "label_before", "month_before"].map(any);
  const [begins, noMeasure, countedAfter, clauseEnd] = ["begins", "no_measure_after", "counted_after", "clause_end"].map(start);
  const quoted = new RegExp(`^(?:${patterns.quoted[0]})$`, patterns.quoted[1]);
  const bare = (text) => (quoted.test(text) ? text.trim().slice(1, -1) : text);
  const sentences = (text) => bare(text).split(border).map((part) => part.trim()).filter(Boolean);

  const isYear = (hit, rest) => hit[0] === hit.groups.digits && /^(?:19|20).{2}$/u.test(hit[0]) && !countedAfter.test(rest);

  function isMeasure(text, hit) {
    const rest = behind(text, hit.index + hit[0].length, 24);
    if (noUnit.includes(hit.groups.suffix) || noMeasure.test(rest)) return false;
    const ahead = before(text, hit.index, 16);
    const word = SPACES.test(ahead.slice(-1)) ? ahead.trim().split(SPACES).at(-1) : "";
    if (word && (labelBefore.test(`${word} `) || (monthBefore.test(`${word} `) && clauseEnd.test(rest)))) return false;
    return !isYear(hit, rest);
  }

  return (text) => ({
    pronoun,
    words: countWords(text),
    first: sentences(text).filter((sentence) => begins.test(sentence)).length,
    says: says.test(bare(text).replace(speech, " ")),
    numbers: [
      ...[...text.matchAll(digits)].filter((hit) => isMeasure(text, hit)).map(([number]) => number),
      ...[...text.matchAll(inWords)].map(([number]) => number),
    ],
  });
}
