/* The patterns of the libraries. A page has all that it lists; all of a large library are in scripts of their own, which come
   when they are asked for. */
import { find } from "./dom.js";
import { fetchFrom } from "./fetching.js";
import { note } from "./notes.js";
import { say } from "./words.js";

const LOST = say("The list of all patterns could not be loaded: what this page says is of those that it shows.");

const packsOf = ({ id, test, packs }) => packs.map((entry) => ({ key: `${id}/${entry.id}`, strong: test.strong_from, entry }));

/* Gives the patterns that are there, how many there are in all, and `fill`, which fetches the others, once. It is `full` when
   nothing more will come. */
export function openShelves(libraries) {
  const packs = libraries.flatMap(packsOf);
  const count = libraries.reduce((sum, library) => sum + (library.count ?? library.packs.length), 0);
  const shelves = { packs, count, full: packs.length === count };
  let coming = null;
  shelves.fill = () => (coming ??= fetchFrom(find("template.rest")).then(() => {
    const all = libraries.map(({ id }) => self.lpkitPatterns?.[id]);
    if (all.every(Boolean)) shelves.packs = all.flatMap(packsOf);
    else note(LOST);
    shelves.full = true;
  }));
  return shelves;
}
