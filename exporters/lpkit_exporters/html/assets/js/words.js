/* Every word that scripts say: the English text is what a translation is looked up by, and what is shown without one. */
const translated = window.lpkitWords ?? {};
const FIGURE = /\{(\w+)\}/g;

const filled = (text, values) => text.replace(FIGURE, (_, name) => String(values[name]));

/* `say("{left} to go", { left })` */
export const say = (text, values = {}) => filled(translated[text] ?? text, values);

/* `counted(3, "{count} score", "{count} scores")`: a translation has a form for each plural of its language, by CLDR's names. */
export function counted(count, one, many, values = {}) {
  const forms = translated[one];
  const language = forms ? document.documentElement.lang : "en";
  const form = new Intl.PluralRules(language).select(count);
  const own = { one, other: many };
  return filled((forms ?? own)[form] ?? (forms ?? own).other, { count, ...values });
}
