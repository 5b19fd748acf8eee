/* Lists of patterns: search, level, and how far each one is. */
import { find, findAll, make, on, plural } from "./dom.js";
import { onShow } from "./pages.js";
import { standing, standingWords } from "./status.js";
import { byPack, watch } from "./store.js";

export function setUpLists(libraries) {
  const entries = new Map(libraries.flatMap((library) => (library.packs ?? []).map((entry) => [`${library.id}/${entry.id}`, { library, entry }])));
  if (!entries.size) return () => {};
  const refresh = () => showStandings(entries);
  watch(refresh);
  onShow(refresh);
  addEventListener("pageshow", refresh);
  const home = find(".home");
  if (home) setUpSearch(home);
  return refresh;
}

function showStandings(entries) {
  const kept = byPack();
  const all = new Map();
  for (const [name, { library, entry }] of entries) all.set(name, standing(kept.get(name), entry, library.test.strong_from));
  for (const card of findAll(".card")) {
    const known = all.get(card.dataset.pack);
    if (!known) continue;
    const { text, last } = standingWords(known);
    const chip = last ? make("span", { class: `chip ${last.kind}`, text: last.name }) : null;
    find(".standing", card).replaceChildren(...[chip, text].filter(Boolean));
  }
  const sum = find(".keeping .sum");
  if (!sum) return;
  const values = [...all.values()];
  const begun = values.filter((known) => standingWords(known).begun).length;
  const strong = values.filter(({ last }) => last?.name === "Strong").length;
  sum.textContent = begun ? `${begun} of ${plural(values.length, "pattern")} begun, ${strong} strong.` : `${plural(values.length, "pattern")}, none begun yet.`;
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
    find(".found", home).textContent = all ? "" : plural(shown, "pattern");
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
