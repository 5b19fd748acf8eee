/* What was answered wrong and not yet right again; apart, what the reader was sure of. */
import { addressOf, beginning, partsOf } from "./agenda.js";
import { find, inscribe, make } from "./dom.js";
import { DAY } from "./fsrs.js";
import { plural, say } from "./words.js";

/* So many are shown, the latest first; more is no list to work through. */
const SHOWN = 20;

/* What is said of an item of which is not known what it was about. */
const KINDS = {
  question: say("A question of this pattern"),
  "fix-it": say("A fix-it of this pattern"),
  marking: say("Sentences that fail an answer"),
  scoring: say("Scores of an answer"),
};

export function showMistakes(shown, memories) {
  const wrong = memories.filter(([, memory]) => memory.right === false).sort((one, other) => other[1].last - one[1].last);
  fill(shown, find(".mistaken", shown.home), say("Mistakes ({number})", { number: wrong.length }), wrong);
  const sure = wrong.filter(([, memory]) => memory.sure === "sure");
  fill(shown, find(".sure-and-wrong", shown.home), say("Sure and wrong ({number})", { number: sure.length }), sure);
}

function fill({ here, now, titles }, part, title, entries) {
  const items = entries.slice(0, SHOWN).map(([item]) => item);
  part.hidden = !entries.length;
  inscribe(find("summary", part), title);
  const line = ([item, memory]) => {
    const { packKey, kind } = partsOf(item);
    const about = memory.about || (KINDS[kind]);
    return make("li", {}, beginning(make("a", { href: addressOf(here, item), text: about }), "mistakes", items), make("p", { class: "muted", text: say("{title}, {day}", { title: titles.get(packKey), day: ago(memory.last, now) }) }));
  };
  const list = make("ol", {}, ...entries.slice(0, SHOWN).map(line));
  const rest = entries.length > SHOWN ? [make("p", { class: "muted", text: plural("And {count} older one.", "And {count} older ones.", entries.length - SHOWN) })] : [];
  find("div", part).replaceChildren(list, ...rest);
}

function ago(last, now) {
  const days = Math.round((new Date(now).setHours(0, 0, 0, 0) - new Date(last).setHours(0, 0, 0, 0)) / DAY);
  if (days <= 0) return say("today");
  return days === 1 ? say("yesterday") : plural("{count} day ago", "{count} days ago", days);
}
