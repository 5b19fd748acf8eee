/* What a test asked before, said before it begins and at each question. */
import { find, make } from "./dom.js";

/* Says how many questions of the next test are new to the reader; nothing before the first one. */
export function poolWords(times, ids, draw) {
  if (!times.size) return "";
  const fresh = ids.filter((id) => !times.has(id)).length;
  const repeated = Math.min(draw, ids.length) - fresh;
  if (!fresh) return `All ${ids.length} questions were asked before: this test repeats them.`;
  const words = `${fresh} of ${ids.length} questions were not asked yet`;
  return repeated <= 0 ? `${words}: this test asks only those.` : `${words}; ${repeated} of this test were asked before.`;
}

export function markAsked({ article, data }, times) {
  find(".asked", article)?.remove();
  if (times.has(data.id)) find("h3", article).append(make("span", { class: "chip asked", text: "asked before" }));
}
