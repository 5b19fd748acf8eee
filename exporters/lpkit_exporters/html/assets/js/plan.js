/* The plan to an interview: what is left, and how much of it a day until then. */
import { dayOf } from "./agenda.js";
import { find, inscribe, on } from "./dom.js";
import { DAY } from "./fsrs.js";
import { MINUTES, minutesOf, offered } from "./queue.js";
import { read, remove, write } from "./store.js";
import { plural, say, together } from "./words.js";

const NAME = "plan";

export function setUpPlan(home, refresh) {
  const field = find("#interview", home);
  on(field, "change", () => {
    if (field.value) write(NAME, { date: field.value });
    else remove(NAME);
    refresh();
  });
}

/* Days by the calendar, whatever the hour and however long a day of summer time is. */
export const daysUntil = (date, now) => Math.round((Date.parse(`${date}T00:00Z`) - Date.parse(`${dayOf(now)}T00:00Z`)) / DAY);

export function showPlan(home, packs, memories, now) {
  const field = find("#interview", home);
  const date = read(NAME)?.date ?? "";
  if (document.activeElement !== field) field.value = date;
  field.min = dayOf(now);
  find(".planning", home).classList.toggle("dated", Boolean(date));
  inscribe(find(".plan-words", home), date ? planWords(daysUntil(date, now), packs, memories) : say("With a date, this says how much to do a day."));
}

function planWords(days, packs, memories) {
  if (!Number.isFinite(days)) return say("This is no date.");
  const known = new Set(memories.map(([item]) => item));
  const items = packs.flatMap(({ key, entry }) => offered(key, entry)).filter((item) => !known.has(item));
  const patterns = packs.filter(({ standing }) => !standing.begun).length;
  const left = together(
    plural("{count} pattern to begin,", "{count} patterns to begin,", patterns),
    plural("{count} exercise to try.", "{count} exercises to try.", items.length),
  );
  if (days < 0) return together(say("That day has passed."), left);
  if (days === 0) return say("It is today. Go through your mistakes, and leave the rest.");
  if (!items.length) return plural("{count} day left, and every exercise was tried: do what is due each day.", "{count} days left, and every exercise was tried: do what is due each day.", days);
  const daily = Math.ceil(items.length / days);
  const minutes = Math.ceil(minutesOf(items) / days);
  return together(
    plural("{count} day left:", "{count} days left:", days),
    left,
    plural("That is {count} new exercise a day,", "That is {count} new exercises a day,", daily),
    plural("about {count} minute, besides what is due.", "about {count} minutes, besides what is due.", minutes),
    minutes > MINUTES ? say("That is more than ten minutes: add ten where you can.") : "",
  );
}
