/* On paper a pattern is a handout: what is asked comes first, what answers it on pages of its own at the end. */
import { root } from "./begin.js";
import { find, findAll, make, on, readBlock } from "./dom.js";
import { shuffle } from "./random.js";
import { read } from "./store.js";
import { say } from "./words.js";

/* `ready` sets a pattern up whose page was not shown yet. What is added lives while the browser makes its pages. */
export function setUpHandouts(ready) {
  const added = [];
  on(self, "beforeprint", () => {
    /* The single file prints the pattern that is shown, and from its first page the whole library, answers last. */
    const book = find(".home.here");
    const pages = findAll(book ? ".page.pack" : ".page.pack.here");
    root.classList.add(book && pages.length ? "book" : "handout");
    for (const page of pages) {
      ready(page);
      added.push(...ownWork(page, readBlock(find(".pack-data", page))));
    }
    for (const page of pages) added.push(answers(page, book));
  });
  on(self, "afterprint", () => {
    root.classList.remove("handout", "book");
    for (const part of added.splice(0)) part.remove();
  });
}

/* The reader's rewrites, or lines to write on; their scores, or a sheet to fill in. */
function ownWork(page, pack) {
  const key = `${pack.library.id}/${pack.id}`;
  const rewrites = findAll(".fix-it", page).map((article) => {
    const text = read(`${key}/fix-it/${article.dataset.id}`)?.text;
    const own = typeof text === "string" && text.trim() ? make("p", { class: "voice", text }) : make("p", { class: "ruled" });
    const part = make("div", { class: "on-paper" }, make("p", { class: "label", text: say("Your rewrite") }), own);
    find(".rewrite", article).append(part);
    return part;
  });
  /* The columns stand and are named as the answers are: their order is the reader's own. */
  const shown = shuffle(pack.evaluate.candidates, read(`${key}/order`)?.seed ?? "", ({ id }) => id);
  const names = findAll(".candidate h3", page).map((title) => title.textContent);
  const sheet = scoreSheet(pack.evaluate.rubric, shown, names, read(`${key}/evaluate`)?.scores ?? {});
  find(".candidates", page).after(sheet);
  return [...rewrites, sheet];
}

function scoreSheet(rubric, candidates, names, scores) {
  /* Translators: above the most points that there are, beside the reader's: “12 | of | 20”. */
  const most = say("of");
  const heads = [say("Your scores"), ...names, most];
  const cells = ({ id }) => candidates.map((candidate) => scores[candidate.id]?.[id] ?? "");
  const row = (dimension) => make(
    "tr", {},
    make("th", { scope: "row", text: dimension.title }),
    ...[...cells(dimension), dimension.weight].map((text) => make("td", { text })),
  );
  return make(
    "table", { class: "on-paper score-sheet" },
    make("thead", {}, make("tr", {}, ...heads.map((text) => make("th", { scope: "col", text })))),
    make("tbody", {}, ...rubric.dimensions.map(row)),
  );
}

/* Copies of what the modes fold away, in the order of the modes: after the pattern, or in a book after all of them. */
function answers(page, book) {
  const title = find("h1", page).textContent;
  const part = make("section", { class: "on-paper answers" }, make("h2", { text: book ? title : say("Answers") }));
  for (const mode of findAll(".mode", page)) {
    const told = ANSWERS.flatMap(([selector, tell]) => findAll(selector, mode).map(tell)).filter(Boolean);
    if (told.length) part.append(make("h3", {}, ...copied(find("h2", mode))), make("div", { class: "told-on-paper" }, ...told));
  }
  (book ? find("#main") : page).append(part);
  return part;
}

/* What a heading says, with the language that it says it in. */
const copied = (heading) => heading.cloneNode(true).childNodes;

const titled = (from, ...parts) => make("section", {}, make("h4", {}, ...copied(find("h3, h4", from))), ...parts.filter(Boolean).map(copy));

const rewritten = (article) => titled(article, find(".after", article), find(".why", article));
const delivered = (article) => find(".delivery", article) && titled(article, find(".delivery", article));
const unfolded = (rubric) => make("section", {}, ...inside(rubric).map(copy));

/* The number is that of the place, which the style sheet counts. */
const solved = (article) => make("section", { class: "solved" }, ...findAll(".solution", article).flatMap(inside).map(copy), ...findAll(".hint", article).flatMap(hinted));
const hinted = (fold) => [make("h4", {}, ...copied(find("summary", fold))), ...inside(fold).map(copy)];

const ANSWERS = [[".fix-it", rewritten], [".candidate", delivered], [".rubric", unfolded], [".question", solved]];

const inside = (fold) => [...fold.children].filter((child) => child.localName !== "summary");

/* A copy has no ids, which are the original's, and nothing to press. */
function copy(node) {
  const twin = node.cloneNode(true);
  for (const tool of findAll(".js-only", twin)) tool.remove();
  for (const named of [twin, ...findAll("[id]", twin)]) named.removeAttribute("id");
  return twin;
}
