/* What the reader remembers of each question and fix-it: when it is to be asked again, by what was answered and how sure
   the reader was. One entry for each, beside the answers, so that no tab writes over what another one learned. */
import { AGAIN, DAY, EASY, GOOD, HARD, review } from "./fsrs.js";
import { NEWER, note } from "./notes.js";
import { read, write } from "./store.js";
import { plural, say } from "./words.js";

/* The form of an entry: what a newer site writes in another form is left alone, and not guessed at. */
const FORM = 1;

export const SURENESS = ["guess", "unsure", "sure"];

/* Longest beginning of a stem that is kept to name a mistake. */
const ABOUT = 120;

/* What was right by a guess is as good as hardly known; whoever did not say how sure they were was neither. */
export const gradeOf = (right, sure) => (right ? ({ guess: HARD, sure: EASY }[sure] ?? GOOD) : AGAIN);

/* What a date can be made of, from a clock. */
export const isMoment = (value) => Number.isFinite(value) && value > 0 && !Number.isNaN(new Date(value).valueOf());

const sound = ({ form, stability, difficulty, last, due }) =>
  form === FORM && stability > 0 && difficulty >= 1 && difficulty <= 10 && isMoment(last) && isMoment(due) && due >= last;

const isNewer = (entry) => Number(entry?.form) > FORM;

/* What the marks or the scores of an answer were worth. */
const WORTH = { good: GOOD, fair: HARD, poor: AGAIN };
export const gradeOfWorth = (worth) => WORTH[worth] ?? GOOD;

/* What was answered to an item; `ask` reads an entry of its pack. The marks and the scores of answers are part of Evaluate. */
export function answerTo(kind, id, ask) {
  if (kind !== "marking" && kind !== "scoring") return ask(`${kind}/${id}`);
  const { opened, worth, scored, at } = ask("evaluate") ?? {};
  const grade = gradeOfWorth(worth?.[id]?.[kind]);
  return opened ? { grade, right: grade !== AGAIN, at: scored ?? at } : null;
}

/* An answer from before there were memories, or whose memory was lost, counts as the first one. */
function first(answer) {
  if (!isMoment(answer?.at)) return null;
  if (typeof answer.right === "boolean") return { ...review(null, answer.grade ?? gradeOf(answer.right), answer.at), right: answer.right, times: 1 };
  if (!answer.opened) return null;
  const tried = Boolean(answer.text);
  return { ...review(null, tried ? HARD : AGAIN, answer.at), right: tried, times: 1 };
}

/* Gives the memory that an entry holds, else what its answer says; null where nothing is known, or a newer site knows. */
export function memoryOf(entry, answer) {
  if (isNewer(entry)) return null;
  return entry && sound(entry) ? entry : first(answer);
}

/* A clock that was set back leaves answers in the future; nobody knows when they were given, so they are due. */
export const fromTheFuture = (memory, now) => memory.last > now + DAY;

/* When the day ends by the reader's clock: reckoned once a moment, since a home page asks for thousands of items. */
const end = { of: NaN, at: 0 };
function endOfDay(now) {
  if (end.of !== now) Object.assign(end, { of: now, at: new Date(now).setHours(24, 0, 0, 0) });
  return end.at;
}

/* Due is what falls on this day, whatever the hour: a day's work is there in the morning. */
export const isDue = (memory, now) => memory.due < endOfDay(now) || fromTheFuture(memory, now);

export const nameOf = (packKey, kind, id) => `${packKey}/memory/${kind}/${id}`;

export const recall = (packKey, kind, id) =>
  memoryOf(read(nameOf(packKey, kind, id)), answerTo(kind, id, (name) => read(`${packKey}/${name}`)));

/* Keeps what an answer tells: `right` or not, how `sure`, what it was `about`, or a `grade` that the reader gave. To be
   called before the answer itself is written, which would else count twice. Gives the memory, null where it is a newer
   site's. */
export function remember(packKey, kind, id, { right, sure = null, about, grade = gradeOf(right, sure) }) {
  const name = nameOf(packKey, kind, id);
  if (isNewer(read(name))) {
    note(NEWER);
    return null;
  }
  const before = recall(packKey, kind, id);
  const next = review(before, grade, Date.now());
  const rounded = { ...next, stability: round(next.stability), difficulty: round(next.difficulty) };
  const memory = { form: FORM, ...rounded, right, sure, times: (Number(before?.times) || 0) + 1, about: about.slice(0, ABOUT) };
  write(name, memory);
  return memory;
}

/* Keeps what marking or scoring an answer again was worth. */
export const rememberAnswer = (packKey, kind, id, grade, about) => remember(packKey, kind, id, { right: grade !== AGAIN, grade, about });

const round = (value) => Math.round(value * 10_000) / 10_000;

/* Says when an item comes again. */
export function comesAgain({ due, last }) {
  const days = Math.round((due - last) / DAY);
  return days === 1 ? say("Comes again tomorrow.") : plural("Comes again in {count} day.", "Comes again in {count} days.", days);
}
