/* What the entries of the page's store say: the score, and how far the packs are. */
const PREFIX = "lpkit/1/";

export const nameOf = (key) => {
  const [library, pack, kind, ...rest] = key.slice(PREFIX.length).split("/");
  return { pack: `${library}/${pack}`, kind, rest: rest.join("/") };
};

export const isFinishedTest = ({ kind }, value) => kind === "test" && value.kind === "draw" && Boolean(value.finished);

/* Gives the mean of the best tests of all packs, and whether each was finished, and strong. */
export function standing(packs, entries) {
  const best = new Map();
  const practised = new Map();
  for (const [key, value] of entries) {
    const name = nameOf(key);
    if (isFinishedTest(name, value)) best.set(name.pack, Math.max(value.percent, best.get(name.pack) ?? 0));
    if (name.kind === "question") practised.set(name.pack, (practised.get(name.pack) ?? 0) + 1);
  }
  const tested = packs.filter(({ questions }) => questions.some(({ pool }) => pool === "test"));
  const others = packs.filter((pack) => !tested.includes(pack));
  const bestOf = (pack) => best.get(keyOf(pack)) ?? 0;
  const sum = tested.reduce((total, pack) => total + bestOf(pack), 0);
  return {
    scored: best.size > 0,
    score: tested.length ? Math.floor(sum / tested.length) : 0,
    complete: tested.every((pack) => best.has(keyOf(pack))) && others.every((pack) => (practised.get(keyOf(pack)) ?? 0) >= pack.questions.length),
    tested: tested.length > 0,
    strong: tested.every((pack) => bestOf(pack) >= pack.test.strong_from),
  };
}

export const keyOf = (pack) => `${pack.library.id}/${pack.id}`;

/* Entries by what is lost last: where the reader is, then the latest tests, then what is only read again. */
export function byWorth(entries) {
  const rank = ([key, value]) => {
    const name = nameOf(key);
    if (["fix-it", "memory", "gaps"].includes(name.kind)) return 2;
    if (name.kind !== "test" || !value.finished) return 0;
    return value.kind === "draw" ? 1 : 2;
  };
  return [...entries].sort((one, other) => rank(one) - rank(other) || (other[1].at ?? 0) - (one[1].at ?? 0));
}
