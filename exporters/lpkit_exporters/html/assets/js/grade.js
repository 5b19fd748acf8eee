/* What a percentage of right answers is called. */
import { say } from "./words.js";

/* Percent below the library's limit that are still nearly strong: two questions of ten, which one more round may mend. */
const NEARLY = 20;

export const nearlyFrom = (strongFrom) => Math.max(0, strongFrom - NEARLY);

export function verdictOf(percent, strongFrom) {
  if (percent >= strongFrom) return { name: say("Strong"), kind: "pass" };
  return percent >= nearlyFrom(strongFrom) ? { name: say("Nearly"), kind: "nearly" } : { name: say("Not yet"), kind: "fail" };
}
