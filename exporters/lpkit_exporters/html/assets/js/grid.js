/* Stories beside principles: a column for each story, and the principles that none shows yet. */
import { find, findAll, inscribe, make } from "./dom.js";
import { plural, say } from "./words.js";

/* Of the takes of a story under a principle the last one, with what it earned. */
function cellOf(takes) {
  if (!takes.length) return make("td", {}, make("span", { class: "muted", "aria-hidden": "true", text: "·" }), make("span", { class: "unseen", text: say("no take") }));
  const { total, weight } = takes.at(-1);
  const score = total === null || total === undefined ? say("not scored") : say("{part} of {whole}", { part: total, whole: weight });
  return make("td", { class: "told" }, make("strong", { text: score }), make("small", { text: plural("{count} take", "{count} takes", takes.length) }));
}

/* Fills the table of a library in; `stories` have their takes, the earliest first. */
export function showGrid(section, stories) {
  const rows = findAll("[data-principle]", section);
  const principles = new Set(rows.map((row) => row.dataset.principle));
  const own = stories.filter(({ takes }) => takes.some(({ principle }) => principles.has(principle)));
  const head = find("thead tr", section);
  findAll(".of-story", head).forEach((cell) => cell.remove());
  head.append(...own.map(({ id, title }) => make("th", { scope: "col", class: "of-story" }, make("a", { href: `#story-${id}`, text: title }))));
  let holes = 0;
  for (const row of rows) {
    const cells = own.map(({ takes }) => takes.filter(({ principle }) => principle === row.dataset.principle));
    const count = cells.filter((takes) => takes.length).length;
    holes += count ? 0 : 1;
    row.classList.toggle("hole", !count);
    const sum = make("td", {}, count || make("span", { class: "no-story", text: say("no story") }));
    row.replaceChildren(row.firstElementChild, sum, ...cells.map(cellOf));
  }
  inscribe(find(".sum", section), holes
    ? plural("{holes} of {count} principle without a story.", "{holes} of {count} principles without a story.", rows.length, { holes })
    : say("Every principle has a story."));
}
