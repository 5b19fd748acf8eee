/* Tells a learning system each answer: of practice at once, of a test once it is finished. */
import { isFinishedTest, keyOf, nameOf } from "./standing.js";

/* What every system must have room for. */
const MOST_ANSWERS = 250;
const MOST_ID = 255;
const LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";

export function answersOf(packs, key, value) {
  const name = nameOf(key);
  const pack = packs.find((one) => keyOf(one) === name.pack);
  if (!pack) return [];
  const found = (id, chosen) => ({ pack, chosen, question: pack.questions.find((question) => question.id === id) });
  if (name.kind === "question") return [found(name.rest, value.chosen)];
  return isFinishedTest(name, value) ? Object.entries(value.answers).map(([id, chosen]) => found(id, chosen)) : [];
}

/* An answer is the letter of the option's place in the order that is shown first, whatever order the reader saw. */
export function tell(lms, { pack, question, chosen }) {
  const number = Number(lms.get("cmi.interactions._count")) || 0;
  if (!question || number >= MOST_ANSWERS) return;
  const right = question.options.findIndex(({ correct }) => correct);
  const place = question.options.findIndex(({ id, was }) => id === chosen || was?.split(" ").includes(chosen));
  const id = `${pack.library.id}.${pack.id}.${question.id}`;
  if (!LETTERS[place] || !LETTERS[right] || id.length > MOST_ID) return;
  const at = `cmi.interactions.${number}`;
  const [moment, written] = lms.words.moment;
  lms.set(`${at}.id`, id);
  lms.set(`${at}.type`, "choice");
  lms.set(`${at}.${moment}`, written(new Date()));
  lms.set(`${at}.correct_responses.0.pattern`, LETTERS[right]);
  lms.set(`${at}.${lms.words.response}`, LETTERS[place]);
  lms.set(`${at}.result`, place === right ? "correct" : lms.words.wrong);
}
