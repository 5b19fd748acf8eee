/* Chance that a seed repeats. */
function hash(text) {
  let state = 2166136261;
  for (const unit of text) state = Math.imul(state ^ unit.codePointAt(0), 16777619);
  state = Math.imul(state ^ (state >>> 15), 2246822507);
  state = Math.imul(state ^ (state >>> 13), 3266489909);
  return (state ^ (state >>> 16)) >>> 0;
}

/* Orders values by a hash of the seed and their name. */
export function shuffle(values, seed, name = String) {
  return values
    .map((value) => [hash(`${seed}\n${name(value)}`), value])
    .sort((one, other) => one[0] - other[0])
    .map(([, value]) => value);
}

/* The rule is that of bundle/shuffle.py: what the data calls fixed stays, the others change places among themselves. */
export function optionOrder(question, seed) {
  const shown = question.options.map(({ id }) => id);
  if (!seed) return shown;
  const fixed = new Set(question.options.filter((option) => option.fixed).map(({ id }) => id));
  const free = shuffle(shown.filter((id) => !fixed.has(id)), `${seed}/${question.id}`);
  return shown.map((id) => (fixed.has(id) ? id : free.shift()));
}

export const newSeed = () => Date.now().toString(36) + crypto.getRandomValues(new Uint16Array(1))[0].toString(36);
