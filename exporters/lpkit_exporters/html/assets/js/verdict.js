/* How a verdict follows from a total and from the markers that an answer shows: as lpkit/verdict.py has it. */
export const sum = (scores) => Object.values(scores).reduce((total, points) => total + points, 0);

/* The total of the reader's scores; null as long as one is missing. */
export const totalOf = ({ evaluate: { rubric } }, { scores }) => (rubric.dimensions.every(({ id }) => scores[id] !== undefined) ? sum(scores) : null);

export const bandOf = (verdicts, total) => [...verdicts].reverse().find((band) => total >= band.from) ?? verdicts[0];

/* The markers of an answer, each once. */
export const markersOf = ({ auto_fails = [] }) => [...new Map(auto_fails.map(({ marker }) => [marker.id, marker])).values()];

/* The highest score that the markers of an answer leave a dimension; nothing where none caps it. */
export function capOf(candidate, dimension) {
  const caps = markersOf(candidate).filter((marker) => marker.dimension.id === dimension).map(({ cap }) => cap);
  return caps.length ? Math.min(...caps) : undefined;
}

/* The highest verdict that the markers of an answer leave possible; nothing where it shows none. */
export function limitOf({ verdicts }, candidate) {
  const allowed = markersOf(candidate).map(({ verdict }) => verdicts.findIndex(({ id }) => id === verdict.id)).filter((place) => place >= 0);
  return allowed.length ? verdicts[Math.min(...allowed)] : undefined;
}

/* The lower one of the total's band and of what the markers allow. */
export function follows(pack, candidate, total) {
  const band = bandOf(pack.verdicts, Math.min(total, 100));
  const limit = limitOf(pack, candidate);
  return limit && limit.from < band.from ? limit : band;
}
