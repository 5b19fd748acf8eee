/* What a test asked before, said before it begins and at each question. */
import { find, make } from "./dom.js";
import { plural, say } from "./words.js";

/* Says how many questions of the next test are new to the reader; nothing before the first one. */
export function poolWords(times, ids, draw) {
  if (!times.size) return "";
  const fresh = ids.filter((id) => !times.has(id)).length;
  const repeated = Math.min(draw, ids.length) - fresh;
  if (!fresh) return plural("All {count} question was asked before: this test repeats it.", "All {count} questions were asked before: this test repeats them.", ids.length);
  return repeated <= 0
    ? say("{fresh} of {all} questions were not asked yet: this test asks only those.", { fresh, all: ids.length })
    : say("{fresh} of {all} questions were not asked yet; {repeated} of this test were asked before.", { fresh, all: ids.length, repeated });
}

export function markAsked({ article, data }, times) {
  find(".asked", article)?.remove();
  if (times.has(data.id)) find("h3", article).append(make("span", { class: "chip asked", text: say("asked before") }));
}
