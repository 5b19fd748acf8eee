/* Fix-its: the learner's own rewrite first, then the reference. */
import { announce, find, findAll, inscribe, make, on } from "./dom.js";
import { marked, markersIn } from "./spotted.js";
import { read, watch, write } from "./store.js";
import { plural, say } from "./words.js";

export function setUpRewrites(page, key, library) {
  const search = (text) => (text.trim() ? markersIn(library, text) : []);
  for (const article of findAll(".fix-it", page)) setUp(article, `${key}/fix-it/${article.dataset.id}`, search);
}

/* An attempt has a third of the words of what it rewrites, four at least, and is not the same again. */
const wordsOf = (text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/* What a text lacks to be an attempt, in words; nothing where it is one. */
export function lacking(before, text) {
  const [old, own] = [wordsOf(before), wordsOf(text)];
  const least = Math.min(Math.max(4, Math.ceil(old.length / 3)), Math.max(1, old.length));
  if (own.length < least) return plural("Write {count} more word before you compare.", "Write {count} more words before you compare.", least - own.length);
  return own.join(" ") === old.join(" ") ? say("This is the passage as it was: change it first.") : "";
}

function setUp(article, name, search) {
  const field = find("textarea", article);
  const compare = find(".compare", article);
  const skip = find(".skip-it", article);
  const kept = read(name);
  field.value = typeof kept?.text === "string" ? kept.text : "";
  const open = () => {
    article.classList.add("opened");
    compare.hidden = skip.hidden = true;
  };
  const before = find(".before .voice", article).textContent;
  const light = () => {
    const lack = lacking(before, field.value);
    showLit(article, field.value, search(field.value), !lack);
    compare.setAttribute("aria-disabled", String(Boolean(lack)));
  };
  const attempt = () => {
    const lack = lacking(before, field.value);
    if (!lack) return reveal();
    field.focus();
    inscribe(find(".lack", article), lack);
    return announce(lack);
  };
  const reveal = () => {
    open();
    write(name, { text: field.value, opened: true });
    const after = find(".after", article);
    after.tabIndex = -1;
    after.focus();
    announce(say("The reference rewrite is open."));
  };
  on(field, "input", () => {
    find(".lack", article).textContent = "";
    light();
    write(name, { text: field.value, opened: article.classList.contains("opened") });
  });
  on(field, "scroll", () => (find(".mirror", article).scrollTop = field.scrollTop));
  on(compare, "click", attempt);
  on(skip, "click", reveal);
  /* Another tab wrote: what stands there now is taken over, but for the field in which the reader is writing. */
  watch(() => {
    const other = read(name);
    if (document.hasFocus() && document.activeElement === field) return;
    if (typeof other?.text === "string" && other.text !== field.value) {
      field.value = other.text;
      light();
    }
    if (other?.opened) open();
  });
  light();
  if (kept?.opened) open();
}

/* Finding nothing is no praise, and so it says; where nothing is looked for, it says nothing. */
const NOTHING = say("No known marker in it. That is no approval: only fixed patterns are looked for.");

/* A field cannot mark words: a mirror below it shows the same text with marks. */
function showLit(article, text, spans, tried) {
  find(".mirror", article).replaceChildren(...marked(text, spans), "\n");
  const list = find(".lit", article);
  const lines = spans?.length ? spans.map(({ words, marker }) => say("“{words}” – {marker}", { words, marker: marker.title })) : tried && spans ? [NOTHING] : [];
  if (lines.join("\n") === [...list.children].map((line) => line.textContent).join("\n")) return;
  list.classList.toggle("none", !spans?.length);
  list.replaceChildren(...lines.map((line) => make("p", { text: line })));
}
