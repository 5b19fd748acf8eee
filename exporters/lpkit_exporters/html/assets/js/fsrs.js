/* When to ask again: FSRS 6, the Free Spaced Repetition Scheduler, by its published formulas
   (https://github.com/open-spaced-repetition/fsrs4anki/wiki/The-Algorithm), with the weights that it gives to whoever has
   no history yet. Whole days only: no steps of minutes, since a reader comes once a day, and no chance in the intervals.

   A memory is how stable it is (the days until nine of ten still know it), how difficult its item (1 to 10), when it was
   last asked for and when it is due, both in milliseconds. */

export const AGAIN = 1;
export const HARD = 2;
export const GOOD = 3;
export const EASY = 4;

export const DAY = 86_400_000;

const W = [
  0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796,
  1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
];
/* Longest interval in days. */
const LONGEST = 36_500;
const LEAST_STABLE = 0.001;
const DECAY = -W[20];
const FACTOR = 0.9 ** (1 / DECAY) - 1;

const within = (least, most, value) => Math.min(most, Math.max(least, value));
const difficult = (value) => within(1, 10, value);
const stable = (value) => Math.max(LEAST_STABLE, value);

/* Whole days that passed; none where the clock was set back. */
const daysSince = (last, now) => Math.max(0, Math.floor((now - last) / DAY));

/* The chance that it is still known. */
export const retrievability = (memory, now) => (1 + (FACTOR * daysSince(memory.last, now)) / memory.stability) ** DECAY;

const firstDifficulty = (grade) => W[4] - Math.exp(W[5] * (grade - 1)) + 1;

function nextDifficulty(difficulty, grade) {
  const damped = difficulty + ((10 - difficulty) * -W[6] * (grade - 3)) / 9;
  return difficult(W[7] * firstDifficulty(EASY) + (1 - W[7]) * damped);
}

function afterForgetting({ difficulty, stability }, recall) {
  const long = W[11] * difficulty ** -W[12] * ((stability + 1) ** W[13] - 1) * Math.exp((1 - recall) * W[14]);
  return Math.min(long, stability / Math.exp(W[17] * W[18]));
}

function afterRecall({ difficulty, stability }, recall, grade) {
  const gain = Math.exp(W[8]) * (11 - difficulty) * stability ** -W[9] * (Math.exp((1 - recall) * W[10]) - 1);
  return stability * (1 + gain * (grade === HARD ? W[15] : 1) * (grade === EASY ? W[16] : 1));
}

function onTheSameDay({ stability }, grade) {
  const gain = Math.exp(W[17] * (grade - 3 + W[18])) * stability ** -W[19];
  return stability * (grade === AGAIN ? gain : Math.max(1, gain));
}

function nextStability(memory, grade, now) {
  if (daysSince(memory.last, now) < 1) return stable(onTheSameDay(memory, grade));
  const recall = retrievability(memory, now);
  return stable(grade === AGAIN ? afterForgetting(memory, recall) : afterRecall(memory, recall, grade));
}

/* Nine of ten are to be known still when they are asked again, and that is after as many days as the memory is stable. */
const interval = (stability) => within(1, LONGEST, Math.round(stability));

/* Gives the memory after an answer; `memory` is null where nothing was asked before. */
export function review(memory, grade, now) {
  const stability = memory ? nextStability(memory, grade, now) : stable(W[grade - 1]);
  const difficulty = memory ? nextDifficulty(memory.difficulty, grade) : difficult(firstDifficulty(grade));
  return { stability, difficulty, last: now, due: now + interval(stability) * DAY };
}
