/* Fix-its: the learner's own rewrite first, then the reference. */
import { announce, find, findAll, make, on } from "./dom.js";
import { read, watch, write } from "./store.js";

/* What finds markers comes in a script of its own, which may be late or missing. */
export function setUpRewrites(page, key, library) {
  const search = (text) => (text.trim() && self.lpkitMarkers?.[library]?.(text)) || [];
  for (const article of findAll(".fix-it", page)) setUp(article, `${key}/fix-it/${article.dataset.id}`, search);
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
  const light = () => {
    showLit(article, field.value, search(field.value));
    compare.disabled = !field.value.trim();
  };
  const reveal = () => {
    open();
    write(name, { text: field.value, opened: true });
    const after = find(".after", article);
    after.tabIndex = -1;
    after.focus();
    announce("The reference rewrite is open.");
  };
  on(field, "input", () => {
    light();
    write(name, { text: field.value, opened: article.classList.contains("opened") });
  });
  on(field, "scroll", () => (find(".mirror", article).scrollTop = field.scrollTop));
  for (const button of [compare, skip]) on(button, "click", reveal);
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

/* A field cannot mark words: a mirror below it shows the same text with marks. */
function showLit(article, text, spans) {
  const pieces = [];
  let done = 0;
  for (const { start, end } of spans) {
    pieces.push(text.slice(done, start), make("mark", { text: text.slice(start, end) }));
    done = end;
  }
  find(".mirror", article).replaceChildren(...pieces, `${text.slice(done)}\n`);
  const list = find(".lit", article);
  const lines = spans.map(({ words, marker }) => `“${words}” – ${marker.title}`);
  if (lines.join("\n") === [...list.children].map((line) => line.textContent).join("\n")) return;
  list.replaceChildren(...lines.map((line) => make("p", { text: line })));
}
