/* Lists of patterns: search, level, and how far each one is. */
import { showGauges } from "./calibration.js";
import { find, findAll, inscribe, make, worded } from "./dom.js";
import { onShow } from "./pages.js";
import { setUpSearch } from "./search.js";
import { openShelves } from "./shelves.js";
import { standing, standingWords } from "./status.js";
import { byPack, read, watch } from "./store.js";
import { setUpToday, showToday } from "./today.js";
import { plural } from "./words.js";

export function setUpLists(libraries) {
  const shelves = openShelves(libraries);
  if (!shelves.packs.length) return () => {};
  const home = find(".home");
  let standingOf = () => null;
  const refresh = () => {
    const kept = byPack();
    /* For whoever begins, the first patterns are enough. */
    const waits = Boolean(home) && !shelves.full && (kept.size > 0 || read("plan") !== null);
    if (home) find(".today", home).setAttribute("aria-busy", waits);
    if (waits) return void shelves.fill().then(refresh);
    const known = shelves.packs.map((pack) => ({ ...pack, standing: standing(kept.get(pack.key), pack.entry, pack.strong) }));
    const standings = new Map(known.map((pack) => [pack.key, pack.standing]));
    standingOf = (key) => standings.get(key) ?? (kept.size ? null : { begun: false });
    for (const card of findAll(".card")) showStanding(card, standingOf(card.dataset.pack));
    if (!home) return;
    showSum(known, shelves.count);
    showToday(home, known, kept);
    showGauges(home, known, kept);
  };
  watch(soon(refresh));
  onShow((page) => (page === home || page.matches(":has(.card)")) && refresh());
  /* A page that comes back from the browser's memory shows what it showed when it was left. */
  addEventListener("pageshow", ({ persisted }) => persisted && refresh());
  if (home) setUpSearch(home, shelves, (card) => showStanding(card, standingOf(card.dataset.pack)));
  if (home) setUpToday(home, refresh);
  return refresh;
}

/* Another tab may write a hundred entries at once. */
function soon(act) {
  let waits = 0;
  return () => {
    clearTimeout(waits);
    waits = setTimeout(act);
  };
}

function showStanding(card, known) {
  if (!known) return;
  const { text, last } = standingWords(known);
  const chip = last ? make("span", { class: `chip ${last.kind}`, text: last.name }) : null;
  find(".standing", card).replaceChildren(...[chip, worded(text)].filter(Boolean));
}

function showSum(packs, count) {
  const begun = packs.filter(({ standing: { begun: any } }) => any).length;
  const strong = packs.filter(({ standing: { last } }) => last?.kind === "pass").length;
  inscribe(find(".keeping .sum"), begun
    ? plural("{begun} of {count} pattern begun, {strong} strong.", "{begun} of {count} patterns begun, {strong} strong.", count, { begun, strong })
    : plural("{count} pattern, none begun yet.", "{count} patterns, none begun yet.", count));
}
