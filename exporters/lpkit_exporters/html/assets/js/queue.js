/* What the reader should do now: which items ten minutes hold, which pattern to go on with and which to begin. */
import { memoryIn, partsOf } from "./agenda.js";
import { retrievability } from "./fsrs.js";
import { isDue } from "./memory.js";
import { hasSeen } from "./sealing.js";

export const MINUTES = 10;

/* A question as in a test with a clock; a rewrite is written, read and compared; an answer is read, then marked or scored. */
const COST = { question: 1.5, "fix-it": 2.5, marking: 2.5, scoring: 3 };
const LEAST = Math.min(...Object.values(COST));
/* From how many patterns new items come at once, so that ten minutes are mixed from the first day. */
const PATTERNS = 3;

export const minutesOf = (items) => items.reduce((sum, item) => sum + COST[partsOf(item).kind], 0);

const split = (text) => (text ? text.split(" ") : []);

/* Items of a pattern that may be new: what tests ask stays theirs until they asked it. */
export function offered(packKey, { practice, fixits }) {
  const questions = split(practice).map((id) => `${packKey}/question/${id}`);
  const rewrites = split(fixits).map((id) => `${packKey}/fix-it/${id}`);
  /* A rewrite after every second question. */
  return [...questions.flatMap((item, place) => [item, ...(place % 2 ? rewrites.splice(0, 1) : [])]), ...rewrites];
}

const named = (packKey, kind, ids) => split(ids).map((id) => `${packKey}/${kind}/${id}`);

/* All items of a pattern, those that may be new first. Answers are first marked and scored in Evaluate, all at once. */
export const itemsOf = (packKey, entry) => [
  ...offered(packKey, entry),
  ...named(packKey, "question", entry.tested),
  ...named(packKey, "marking", entry.answers),
  ...named(packKey, "scoring", entry.answers),
];

/* Everything that is remembered of the patterns that are there, each with its place in its pattern: [item, memory, place]. */
export function remembered(packs, kept) {
  return packs
    .filter(({ key }) => kept.has(key))
    .flatMap(({ key, entry }) => itemsOf(key, entry).map((item, place) => [item, memoryIn(kept, item), place]))
    .filter(([, memory]) => memory);
}

/* Orders items so that neighbours come from different patterns, as far as there are several. */
function mixed(items) {
  const piles = new Map();
  for (const item of items) {
    const { packKey } = partsOf(item);
    if (!piles.has(packKey)) piles.set(packKey, []);
    piles.get(packKey).push(item);
  }
  const order = [];
  let before = null;
  while (order.length < items.length) {
    const full = [...piles].filter(([, pile]) => pile.length).sort((one, other) => other[1].length - one[1].length);
    const [packKey, pile] = full.find(([key]) => key !== before) ?? full[0];
    order.push(pile.shift());
    before = packKey;
  }
  return order;
}

/* As many as fit into the time. */
function fitting(items, minutes) {
  const taken = [];
  let left = minutes;
  for (const item of items) {
    if (left < LEAST) break;
    const cost = minutesOf([item]);
    if (cost > left) continue;
    taken.push(item);
    left -= cost;
  }
  return taken;
}

/* Until the reader has seen what Learn tells a rewrite would give Evaluate away. */
const unsealed = (own) => Boolean(own) && hasSeen(own.get("learn"), own.get("evaluate"), () => [...own.keys()].some((name) => name.startsWith("fix-it/")));

/* New items in turn from a few patterns: those that were begun, the latest first, then the recommended ones. */
function fresh(packs, known, kept) {
  const piles = [];
  /* A pattern may have a single item left: as many patterns as ten minutes hold items are enough. */
  for (const { key, entry } of packs) {
    const open = unsealed(kept.get(key)) ? entry : { ...entry, fixits: "" };
    const pile = offered(key, open).filter((item) => !known.has(item));
    if (pile.length) piles.push(pile);
    if (piles.length * LEAST > MINUTES) break;
  }
  const first = piles.slice(0, PATTERNS);
  const rounds = Math.max(0, ...first.map((pile) => pile.length));
  const turns = Array.from({ length: rounds }, (_, round) => first.flatMap((pile) => pile.slice(round, round + 1)));
  return [...turns.flat(), ...piles.slice(PATTERNS).flat()];
}

/* Of the answers of a pattern one is marked and one is scored a day, the most nearly forgotten: each is long to read. */
function oneOfEach(items) {
  const taken = new Set();
  return items.filter((item) => {
    const { packKey, kind } = partsOf(item);
    const pile = `${packKey}/${kind}`;
    const again = taken.has(pile) && (kind === "marking" || kind === "scoring");
    taken.add(pile);
    return !again;
  });
}

/* Gives the items of ten minutes: what is due, most nearly forgotten first, then new ones. `packs` as `inOrder` gives them. */
export function queueOf(packs, memories, kept, now) {
  const due = memories
    .filter(([, memory]) => isDue(memory, now))
    .map(([item, memory, place]) => ({ item, place, known: retrievability(memory, now) }))
    /* What was learned on one day is as good as equally known: then patterns take turns. */
    .sort((one, other) => one.known - other.known || one.place - other.place || (one.item < other.item ? -1 : 1));
  const old = fitting(oneOfEach(due.map(({ item }) => item)), MINUTES);
  const added = fitting(fresh(packs, new Set(memories.map(([item]) => item)), kept), MINUTES - minutesOf(old));
  return [...mixed(old), ...mixed(added)];
}

const latest = (own) => Math.max(0, ...[...(own?.values() ?? [])].map(({ at }) => Number(at) || 0));

/* Patterns as one should take them: those that were begun, the latest first; then those of principles and levels that come
   next, the least begun principle first and the reader's own level before others. */
export function inOrder(packs, kept) {
  const times = new Map(packs.map(({ key }) => [key, latest(kept.get(key))]));
  const begun = packs.filter(({ standing }) => standing.begun).sort((one, other) => times.get(other.key) - times.get(one.key));
  const count = (name) => {
    const counts = new Map();
    for (const { entry } of begun) counts.set(entry[name].id, (counts.get(entry[name].id) ?? 0) + 1);
    return counts;
  };
  const [principles, levels] = [count("principle"), count("level")];
  const level = [...levels].sort((one, other) => other[1] - one[1])[0]?.[0];
  const rank = ({ entry }) => (principles.get(entry.principle.id) ?? 0) * 2 + (level === undefined || entry.level.id === level ? 0 : 1);
  const others = packs.filter(({ standing }) => !standing.begun).sort((one, other) => rank(one) - rank(other));
  return { begun, others };
}
