/* Which questions a test asks: drawn to the library's mix by a seed, those of the last test last. */
import { shuffle } from "./random.js";

export const DIFFICULTIES = ["easy", "medium", "hard"];

export function drawQuestions(questions, { draw, mix }, seed, lately = []) {
  const pool = shuffle(questions, seed, ({ id }) => id).sort((one, other) => lately.includes(one.id) - lately.includes(other.id));
  const drawn = DIFFICULTIES.flatMap((name) => pool.filter(({ difficulty }) => difficulty === name).slice(0, mix[name] ?? 0));
  const rest = pool.filter((question) => !drawn.includes(question));
  const whole = [...drawn, ...rest.slice(0, Math.max(0, draw - drawn.length))].slice(0, draw);
  return whole.sort((one, other) => DIFFICULTIES.indexOf(one.difficulty) - DIFFICULTIES.indexOf(other.difficulty));
}
