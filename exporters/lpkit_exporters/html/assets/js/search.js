/* Search by word and level. A pattern that the home page does not show gets its card when it is found. */
import { pageOf } from "./agenda.js";
import { find, findAll, inscribe, on } from "./dom.js";
import { plural, say } from "./words.js";

const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const sum = (mix) => Object.values(mix).reduce((total, number) => total + number, 0);

/* `dress` says on a card that was made how far its pattern is. */
export function setUpSearch(home, shelves, dress) {
  const field = find("#find", home);
  const level = find("#level", home);
  const most = Number(find(".finder", home).dataset.most ?? Infinity);
  const cards = new Map(findAll(".card", home).map((card) => [card.dataset.pack, card]));
  const groups = new Map(findAll(".principle", home).map((group) => [group.dataset.principle, group]));
  const groupOf = ({ key, entry }) => groups.get(`${key.split("/")[0]}/${entry.principle.id}`);
  const textOf = (pack) => {
    const { title, prompt, level: { title: name } } = pack.entry;
    const principle = groupOf(pack) ? find("a", groupOf(pack)).textContent : "";
    return fold([cards.get(pack.key)?.textContent ?? `${title} ${prompt} ${name}`, principle].join(" "));
  };
  let texts = null;
  let made = [];
  const show = (asked, words) => {
    texts ??= asked ? shelves.packs.map((pack) => [pack, textOf(pack)]) : null;
    const fits = ([{ entry }, text]) => (!level.value || entry.level.id === level.value) && words.every((word) => text.includes(word));
    const found = asked ? texts.filter(fits).map(([pack]) => pack) : [];
    const shown = found.slice(0, most);
    const keys = new Set(shown.map(({ key }) => key));
    for (const [key, card] of cards) card.hidden = asked && !keys.has(key);
    for (const card of made) card.remove();
    made = shown.filter(({ key }) => !cards.has(key)).map((pack) => place(groupOf(pack), pack));
    for (const card of made) dress(card);
    for (const group of groups.values()) group.hidden = !find(".card:not([hidden])", group);
    for (const group of findAll(".waiting", home)) group.hidden = asked;
    inscribe(find(".found", home), asked ? foundWords(found.length, shown.length) : "");
    find(".nothing", home).hidden = !asked || found.length > 0;
  };
  const filter = async () => {
    const words = () => fold(field.value).split(/\s+/).filter(Boolean);
    const asked = () => Boolean(words().length || level.value);
    if (asked() && !shelves.full) await shelves.fill();
    show(asked(), words());
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

const foundWords = (count, shown) => (shown < count
  ? plural("{count} pattern, the first {shown} are here", "{count} patterns, the first {shown} are here", count, { shown })
  : plural("{count} pattern", "{count} patterns", count));

/* Puts the card of a pattern behind those of its principle; it is like them. */
function place(group, { key, entry }) {
  const list = find(".cards", group);
  const card = find(".card", list).cloneNode(true);
  card.hidden = false;
  Object.assign(card.dataset, { pack: key, level: entry.level.id });
  const link = find("a", card);
  link.textContent = entry.title;
  link.setAttribute("href", pageOf(find(".today").dataset.home, key));
  find(".voice", card).textContent = entry.prompt;
  const [level, practice, test] = findAll(".meta > span", card);
  level.textContent = entry.level.title;
  inscribe(practice, say("{count} to practise", { count: sum(entry.questions.practice) }));
  inscribe(test, say("{count} for the test", { count: sum(entry.questions.test) }));
  list.insertBefore(card, find(".every", list));
  return card;
}
