/* Lists of patterns: search, level, and how far each one is. */
import { showGauges } from "./calibration.js";
import { find, findAll, inscribe, make, on, worded } from "./dom.js";
import { onShow } from "./pages.js";
import { standing, standingWords } from "./status.js";
import { byPack, watch } from "./store.js";
import { setUpToday, showToday } from "./today.js";
import { plural } from "./words.js";

export function setUpLists(libraries) {
  const packs = libraries.flatMap((library) => (library.packs ?? []).map((entry) => ({ key: `${library.id}/${entry.id}`, strong: library.test.strong_from, entry })));
  if (!packs.length) return () => {};
  const home = find(".home");
  const refresh = () => {
    const kept = byPack();
    const known = packs.map((pack) => ({ ...pack, standing: standing(kept.get(pack.key), pack.entry, pack.strong) }));
    const standings = new Map(known.map((pack) => [pack.key, pack.standing]));
    showStandings(standings);
    if (!home) return;
    showToday(home, known, kept);
    showGauges(home, standings, kept);
  };
  watch(soon(refresh));
  onShow((page) => (page === home || page.matches(":has(.card)")) && refresh());
  /* A page that comes back from the browser's memory shows what it showed when it was left. */
  addEventListener("pageshow", ({ persisted }) => persisted && refresh());
  if (home) setUpSearch(home);
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

function showStandings(all) {
  for (const card of findAll(".card")) {
    const known = all.get(card.dataset.pack);
    if (!known) continue;
    const { text, last } = standingWords(known);
    const chip = last ? make("span", { class: `chip ${last.kind}`, text: last.name }) : null;
    find(".standing", card).replaceChildren(...[chip, worded(text)].filter(Boolean));
  }
  const sum = find(".keeping .sum");
  if (!sum) return;
  const values = [...all.values()];
  const begun = values.filter((known) => known.begun).length;
  const strong = values.filter(({ last }) => last?.kind === "pass").length;
  inscribe(sum, begun
    ? plural("{begun} of {count} pattern begun, {strong} strong.", "{begun} of {count} patterns begun, {strong} strong.", values.length, { begun, strong })
    : plural("{count} pattern, none begun yet.", "{count} patterns, none begun yet.", values.length));
}

const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

function setUpSearch(home) {
  const field = find("#find", home);
  const level = find("#level", home);
  const cards = findAll(".card", home).map((card) => ({ card, text: fold(`${card.textContent} ${card.closest(".principle")?.querySelector("a").textContent ?? ""}`) }));
  const filter = () => {
    const words = fold(field.value).split(/\s+/).filter(Boolean);
    for (const { card, text } of cards) {
      card.hidden = (level.value && card.dataset.level !== level.value) || !words.every((word) => text.includes(word));
    }
    const shown = cards.filter(({ card }) => !card.hidden).length;
    const all = !words.length && !level.value;
    for (const group of findAll(".principle", home)) group.hidden = !find(".card:not([hidden])", group);
    for (const group of findAll(".waiting", home)) group.hidden = !all;
    inscribe(find(".found", home), all ? "" : plural("{count} pattern", "{count} patterns", shown));
    find(".nothing", home).hidden = shown > 0;
  };
  on(field, "input", filter);
  on(level, "change", filter);
  on(find(".clear", home), "click", () => {
    field.value = level.value = "";
    filter();
    field.focus();
  });
  filter();
  /* Whoever comes back finds the fields filled in again. */
  addEventListener("pageshow", filter);
}
