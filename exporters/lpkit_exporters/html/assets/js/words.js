/* Words of the interface. The English ones stand in the scripts, with places `{name}` in them; a page in another language
   brings what takes their place, in the forms that its numbers ask for: in its data what is said at once, the rest in a
   script before those that come later. */
const { lang = "en", samples = [1, 2], said = {} } = JSON.parse(document.getElementById("words")?.textContent ?? "{}");

const base = (tag) => tag.split("-")[0].toLowerCase();

/* How dates and numbers are written: as the reader does, where that is in the language of these words. */
export const locale = navigator.languages.find((tag) => base(tag) === base(lang)) ?? lang;

const rules = new Intl.PluralRules(lang);
const numbers = new Intl.NumberFormat(locale, { useGrouping: "min2" });

/* What was said on a page whose content is in another language: there it is marked (`inscribe` of dom.js). */
const ours = base(document.documentElement.lang) === base(lang) ? null : new Set();

export const languageOf = (text) => (ours?.has(text) ? lang : "");

function known(text) {
  ours?.add(text);
  return text;
}

const translated = (message) => said[message] ?? self.lpkitWords?.[message];
const shown = (value) => (typeof value === "number" ? numbers.format(value) : value);
const filled = (words, values) => known(words.replace(/\{(\w+)\}/g, (_, name) => shown(values[name])));

export const say = (words, values) => filled(translated(words) ?? words, values);

/* Says it in the form of a number, which is `{count}` in it. */
export function plural(one, many, count, values) {
  const forms = translated(one) ?? [one, many];
  const place = samples.findIndex((sample) => rules.select(sample) === rules.select(count));
  return filled(forms[place] ?? forms.at(-1), { count, ...values });
}

/* A day as the reader writes it. */
export const writtenDay = (date) => known(date.toLocaleDateString(locale, { dateStyle: "medium" }));

/* Sentences one after another; what is empty is left out. */
export const together = (...sentences) => known(sentences.filter(Boolean).join(" "));
