/* Plays histories with the scheduler of the site: {script, histories: [[[grade, milliseconds], …], …]} on the input. */
import { readFileSync } from "node:fs";

const { script, histories } = JSON.parse(readFileSync(0, "utf-8"));
const { retrievability, review } = await import(script);

const play = (answers) => {
  let memory = null;
  return answers.map(([grade, now]) => {
    const recall = memory ? retrievability(memory, now) : 0;
    memory = review(memory, grade, now);
    return [memory.stability, memory.difficulty, memory.due, recall];
  });
};
process.stdout.write(JSON.stringify(histories.map(play)));
