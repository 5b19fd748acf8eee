/* Where a text shows markers. What is looked for is compiled by lpkit and the same for its rules; how steps, terms and
   guards are read is told in lpkit/text/spotting/data.py, whose twin this is. */
const TOKEN =
  /\d+(?:[.,]\d+)+|[\p{L}\p{N}]+(?:'[\p{L}\p{N}]+)*|\n\s*\n|[.!]+(?![\p{L}\p{N}])|\?+|,|…|[;:()[\]—–]|(?<=\s)-+(?=\s)|[^\s\p{L}\p{N}_'’‘"“”„«»|/-]/gu;
const QUOTED =
  /"[^"]*"|“[^“”]*”|„[^„“”]*[“”]|«[^«»]*»|(?<![\p{L}\p{N}])['‘](?=[\p{L}\p{N}])(?:[^'’‘"\n]|(?<=[\p{L}\p{N}])['’](?=[\p{L}\p{N}]))*['’](?![\p{L}\p{N}])/gu;
const ENDS = { "\n": ".", ".": ".", "!": ".", "?": "?", "…": ",", "(": ";", ")": ";", "[": ";", "]": ";", ":": ";", ";": ";", "—": ";", "–": ";", "-": ";" };
const CLAUSE = 12;
const NEAR = 7;
const AFTERWARDS = 14;
const AROUND = 60;
const stops = (word) => word === "." || word === "?";
const marks = (word) => stops(word) || word === "," || word === ";";

/* In lower case with straight apostrophes, every character in its place. */
function plain(text) {
  const lower = text.toLowerCase();
  const kept = lower.length === text.length ? lower : [...text].map((char) => (char.toLowerCase().length === char.length ? char.toLowerCase() : char)).join("");
  return kept.replaceAll("’", "'");
}

function split(text, clitics) {
  const words = ["."];
  const places = [[0, 0]];
  for (const { 0: word, index } of plain(text).matchAll(TOKEN)) {
    const end = index + word.length;
    const clitic = word.includes("'") && clitics.find((ending) => word.length > ending.length && word.endsWith(ending));
    if (clitic) {
      words.push(word.slice(0, -clitic.length), clitic);
      places.push([index, end - clitic.length], [end - clitic.length, end]);
    } else {
      words.push(ENDS[word[0]] ?? word);
      places.push([index, end]);
    }
  }
  return { words, places, quoted: [...text.matchAll(QUOTED)].map((hit) => [hit.index, hit.index + hit[0].length]) };
}

/* What a token is, and what it may be a form of. */
function* termsOf(word, { endings, doubling, irregular }) {
  yield word;
  yield `${word}+`;
  yield `${word}~`;
  if (Object.hasOwn(irregular, word)) yield* irregular[word].split(" ");
  for (const [ending, instead, kinds] of endings) {
    if (!word.endsWith(ending) || word.length <= ending.length + 1) continue;
    const stem = word.slice(0, -ending.length);
    for (const kind of kinds) {
      yield stem + instead + kind;
      if (kind === "^") yield kind;
      if (doubling.includes(ending) && !instead && stem.at(-1) === stem.at(-2)) yield stem.slice(0, -1) + kind;
    }
  }
}

/* For a token, the terms of a list that may begin with it, without that token. */
function reader(lists, forms) {
  const ready = new Map();
  const gather = (number, found) => {
    for (const term of lists[number].split("/")) {
      if (/^&\d+$/.test(term)) gather(Number(term.slice(1)), found);
      else {
        const [first, ...rest] = term.split(" ");
        if (!found.has(first)) found.set(first, new Set());
        found.get(first).add(rest.join(" "));
      }
    }
    return found;
  };
  return (number) => {
    if (!ready.has(number)) {
      const terms = gather(number, new Map());
      const known = new Map();
      const ask = (word) => {
        if (!known.has(word)) {
          const rests = new Set([...termsOf(word, forms)].flatMap((term) => [...(terms.get(term) ?? [])]));
          known.set(word, [...rests].map((rest) => (rest ? rest.split(" ") : [])).sort(byTokens));
        }
        return known.get(word);
      };
      ready.set(number, Object.assign(ask, { numbers: terms.has("#") }));
    }
    return ready.get(number);
  };
}

/* The order of Python's tuples: shorter ones first where they begin alike, then by code points. */
function byTokens(one, two) {
  const at = one.findIndex((word, i) => word !== two[i]);
  if (at < 0) return one.length - two.length;
  return two[at] === undefined || one[at] > two[at] ? 1 : -1;
}

function steps(words, data, terms) {
  const at = words.findIndex((word) => /^#\d+$/.test(word));
  const read = words.slice(0, at < 0 ? words.length : at).map((word) => {
    const [, most, kind, number] = /^(\d*)([@!?<>])(\d+)$/.exec(word) ?? [];
    return kind ? { kind: most && kind === "@" ? "~" : kind, most: Number(most), terms: terms(Number(number)) } : { kind: "=", word };
  });
  if (at < 0) return read;
  const ways = data.forks[words[at].slice(1)].map((way) => steps([...way.split(" "), ...words.slice(at + 1)], data, terms));
  return [...read, { kind: "#", ways }];
}

function match(words, all, at, i, high) {
  for (let place = at; place < all.length; place += 1) {
    const step = all[place];
    if (step.kind === "=") {
      if (i >= high || words[i] !== step.word) return -1;
      i += 1;
    } else if (step.kind === "@") {
      for (const rest of i < high ? step.terms(words[i]) : []) {
        const last = i + 1 + rest.length;
        if (last > high || rest.some((word, n) => words[i + 1 + n] !== word)) continue;
        const end = match(words, all, place + 1, last, high);
        if (end >= 0) return end;
      }
      return -1;
    } else if (step.kind === "#") {
      for (const way of step.ways) {
        const end = match(words, way, 0, i, high);
        if (end >= 0) return end;
      }
      return -1;
    } else if (step.kind === ">") {
      if (i === 0 || !step.terms(words[i - 1]).length) return -1;
    } else if (step.kind === "<") {
      if (i > 0 && step.terms(words[i - 1]).length) return -1;
    } else if (step.kind === "?") {
      if (i < high && step.terms(words[i]).length) return -1;
    } else {
      for (let last = i; last <= Math.min(i + step.most, high); last += 1) {
        if (last > i && step.terms(words[last - 1]).length > 0 !== (step.kind === "~")) return -1;
        const end = match(words, all, place + 1, last, high);
        if (end >= 0) return end;
      }
      return -1;
    }
  }
  return i;
}

function has(words, terms, low, high) {
  for (let i = low; i < high; i += 1) {
    if (terms.numbers && /^\p{N}/u.test(words[i])) return true;
    if (terms(words[i]).some((rest) => i + rest.length < high && rest.every((word, n) => words[i + 1 + n] === word))) return true;
  }
  return false;
}

/* Gives what tells whether words that were found are taken back by what stands around them. */
function guard({ guards, ...data }, terms) {
  const [breaks, denials, fronted, suppositions, supposed, tellers, firsts, others, helping] = guards.lists.map(terms);
  const after = guards.after.map((way) => steps(way.split(" "), data, terms));
  const atOnce = guards.at_once.map((way) => steps(way.split(" "), data, terms));
  const clauseOf = (words, start, low) => {
    const first = Math.max(low, start - CLAUSE);
    for (let i = start - 1; i >= first; i -= 1) if (breaks(words[i]).length) return i + 1;
    return first;
  };
  const told = (words, start, low) => {
    for (let i = start - 1; i >= Math.max(low, start - NEAR) && !marks(words[i]); i -= 1) {
      if (tellers(words[i]).length) return !words.slice(Math.max(low, i - 2), i).some((word) => firsts(word).length);
    }
    return false;
  };
  const ofAnother = (words, start, low) => {
    let i = start - 1;
    while (i > low && helping(words[i]).length) i -= 1;
    return i >= low && others(words[i]).length > 0;
  };
  const declined = (words, end, high) => {
    const last = Math.min(words.length, end + AFTERWARDS);
    let beyond = high + 1;
    while (beyond < last && !stops(words[beyond])) beyond += 1;
    beyond = Math.min(beyond, last);
    for (let i = end; i < beyond; i += 1) if (after.some((way) => match(words, way, 0, i, beyond) >= 0)) return true;
    return false;
  };
  return ({ words, places, quoted }, unless, start, end, from, to) => {
    const low = Math.max(from, start - AROUND);
    const high = Math.min(to, end + AROUND);
    const begin = places[start][0];
    const finish = places[end - 1][1];
    if (quoted.some(([one, two]) => (one <= begin && begin < two) || (one < finish && finish <= two))) return true;
    if (unless >= 0 && has(words, terms(unless), low, high)) return true;
    if (!guards.lists.length) return false;
    const clause = clauseOf(words, start, low);
    return (
      has(words, denials, clause, denials(words[start]).length ? start - 1 : start) ||
      has(words, fronted, low, start) ||
      (has(words, suppositions, clause, start) && !has(words, supposed, start, end)) ||
      told(words, start, low) ||
      ofAnother(words, start, low) ||
      atOnce.some((way) => match(words, way, 0, end, to) >= 0) ||
      declined(words, end, to)
    );
  };
}

/* Makes what finds the markers of a library in a text: spans in order, of two for one marker that overlap the earlier and
   longer one. */
export function compile(data) {
  const terms = reader(data.lists, data);
  const takenBack = guard(data, terms);
  const ways = data.patterns.flatMap(({ marker, ways: said, loose, unless }) =>
    said.filter(Boolean).map((way) => {
      const words = way.split(" ");
      const spaced = loose ? words.flatMap((word) => [data.pause, word]).slice(1) : words;
      return { marker, unless, steps: steps(spaced, data, terms) };
    }),
  );
  return (text) => {
    const tokens = split(text, data.clitics);
    const { words, places } = tokens;
    const spans = [];
    const look = (low, high) => {
      const there = new Map();
      const inside = words.slice(low, high);
      const met = ({ kind, word, terms: of }) => {
        const need = kind === "=" ? word : of;
        if (!there.has(need)) there.set(need, inside.some((token) => (kind === "=" ? token === word : of(token).length)));
        return there.get(need);
      };
      for (const { marker, unless, steps: way } of ways) {
        if (!way.every((step) => (step.kind !== "=" && step.kind !== "@") || met(step))) continue;
        for (let start = low; start < high; start += 1) {
          const end = match(words, way, 0, start, high);
          if (end <= start || takenBack(tokens, unless, start, end, low, high)) continue;
          spans.push({ start: places[marks(words[start]) ? start + 1 : start][0], end: places[end - 1][1], marker });
        }
      }
    };
    let low = 0;
    for (let i = 1; i <= words.length; i += 1) {
      if (i < words.length && !stops(words[i])) continue;
      if (i > low + 1 && words[i] !== "?") look(low, i);
      low = i;
    }
    spans.sort((one, other) => one.start - other.start || other.end - one.end);
    const ends = [];
    return spans.filter(({ start, end, marker }) => start >= (ends[marker] ?? 0) && (ends[marker] = end));
  };
}
