/* What a percentage of right answers is called. */

/* Percent below the library's limit that are still nearly strong: two questions of ten, which one more round may mend. */
const NEARLY = 20;

export const nearlyFrom = (strongFrom) => Math.max(0, strongFrom - NEARLY);

export function verdictOf(percent, strongFrom) {
  if (percent >= strongFrom) return { name: "Strong", kind: "pass" };
  return percent >= nearlyFrom(strongFrom) ? { name: "Nearly", kind: "nearly" } : { name: "Not yet", kind: "fail" };
}
