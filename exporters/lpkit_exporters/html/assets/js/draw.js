/* Which questions a test asks: drawn by a seed, to the library's mix; none again before all others of the pool were asked. */
import { shuffle } from "./random.js";

export const DIFFICULTIES = ["easy", "medium", "hard"];

/* How often tests asked each question, by its id. */
export function timesAsked(tests) {
  const times = new Map();
  for (const id of tests.flatMap(({ questions }) => questions)) times.set(id, (times.get(id) ?? 0) + 1);
  return times;
}

/* As many as are wanted of some questions, to a mix as far as they last. */
function pick(questions, count, mix) {
  const mixed = DIFFICULTIES.flatMap((name) => questions.filter(({ difficulty }) => difficulty === name).slice(0, Math.max(0, mix[name] ?? 0)));
  const rest = questions.filter((question) => !mixed.includes(question));
  return [...mixed, ...rest].slice(0, count);
}

function without(mix, questions) {
  const count = (name) => questions.filter(({ difficulty }) => difficulty === name).length;
  return Object.fromEntries(DIFFICULTIES.map((name) => [name, (mix[name] ?? 0) - count(name)]));
}

function drawn(questions, count, mix, times) {
  if (!count || !questions.length) return [];
  const least = Math.min(...questions.map(times));
  const fresh = questions.filter((question) => times(question) === least);
  const picked = pick(fresh, count, mix);
  const others = questions.filter((question) => !fresh.includes(question));
  return [...picked, ...drawn(others, count - picked.length, without(mix, picked), times)];
}

export function drawQuestions(questions, { draw, mix }, seed, asked = new Map()) {
  const pool = shuffle(questions, seed, ({ id }) => id);
  const whole = drawn(pool, draw, mix, ({ id }) => asked.get(id) ?? 0);
  return whole.sort((one, other) => DIFFICULTIES.indexOf(one.difficulty) - DIFFICULTIES.indexOf(other.difficulty));
}
