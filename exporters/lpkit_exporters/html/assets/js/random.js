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

/* The bundle keeps rising numbers in their order; what it did not shuffle, nobody shuffles. Pinned options stay. */
export function optionOrder(question, seed) {
  const rising = question.shuffled.every((place, index) => place === index);
  if (rising || !seed) return question.shuffled;
  const pinned = (place) => question.options[place].pinned;
  const free = shuffle(question.shuffled.filter((place) => !pinned(place)), `${seed}/${question.id}`);
  return question.shuffled.map((place) => (pinned(place) ? place : free.shift()));
}

export const newSeed = () => Date.now().toString(36) + crypto.getRandomValues(new Uint16Array(1))[0].toString(36);
