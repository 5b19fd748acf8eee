/* What the marks and the scores of an answer were worth, in a word: by it they come again sooner or later. */

/* Everything that fails the answer was found and nothing else marked; some of it; or nothing. */
export function worthOfMarks({ found, missed, wrong }) {
  if (!missed.length && !wrong.length) return "good";
  return found.length || !missed.length ? "fair" : "poor";
}

/* Shares of the points that scores may be off, all in all, to be good or fair. */
const GOOD = 0.1;
const FAIR = 0.2;

/* Whoever would hire whom the expert would not, or the other way round, is off however near the scores are. */
export function worthOfScores({ evaluate: { rubric }, verdicts }, candidate, own) {
  const given = rubric.dimensions.filter(({ id }) => own.scores[id] !== undefined);
  const off = given.reduce((sum, { id }) => sum + Math.abs(own.scores[id] - (candidate.scores[id] ?? 0)), 0);
  const share = off / Math.max(1, given.reduce((sum, { weight }) => sum + weight, 0));
  const passes = verdicts.find(({ id }) => id === own.verdict)?.passes;
  if (passes !== candidate.verdict.passes || share > FAIR) return "poor";
  return share > GOOD ? "fair" : "good";
}
