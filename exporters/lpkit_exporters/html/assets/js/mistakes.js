/* What was answered wrong and not yet right again; apart, what the reader was sure of. */
import { addressOf, beginning, partsOf } from "./agenda.js";
import { find, make, plural } from "./dom.js";
import { DAY } from "./fsrs.js";

/* So many are shown, the latest first; more is no list to work through. */
const SHOWN = 20;

export function showMistakes(shown, memories) {
  const wrong = memories.filter(([, memory]) => memory.right === false).sort((one, other) => other[1].last - one[1].last);
  fill(shown, find(".mistaken", shown.home), "Mistakes", wrong);
  fill(shown, find(".sure-and-wrong", shown.home), "Sure and wrong", wrong.filter(([, { sure }]) => sure === "sure"));
}

function fill({ here, now, titles }, part, title, entries) {
  const items = entries.slice(0, SHOWN).map(([item]) => item);
  part.hidden = !entries.length;
  find("summary", part).textContent = `${title} (${entries.length})`;
  const line = ([item, memory]) => {
    const { packKey, kind } = partsOf(item);
    const about = memory.about || `A ${kind} of this pattern`;
    return make("li", {}, beginning(make("a", { href: addressOf(here, item), text: about }), "mistakes", items), make("p", { class: "muted", text: `${titles.get(packKey)}, ${ago(memory.last, now)}` }));
  };
  const list = make("ol", {}, ...entries.slice(0, SHOWN).map(line));
  const rest = entries.length > SHOWN ? [make("p", { class: "muted", text: `And ${plural(entries.length - SHOWN, "older one")}.` })] : [];
  find("div", part).replaceChildren(list, ...rest);
}

function ago(last, now) {
  const days = Math.round((new Date(now).setHours(0, 0, 0, 0) - new Date(last).setHours(0, 0, 0, 0)) / DAY);
  if (days <= 0) return "today";
  return days === 1 ? "yesterday" : `${plural(days, "day")} ago`;
}
