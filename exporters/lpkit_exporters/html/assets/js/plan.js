/* The plan to an interview: what is left, and how much of it a day until then. */
import { dayOf } from "./agenda.js";
import { find, on, plural } from "./dom.js";
import { DAY } from "./fsrs.js";
import { MINUTES, minutesOf, offered } from "./queue.js";
import { read, remove, write } from "./store.js";

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
  find(".plan-words", home).textContent = date ? planWords(daysUntil(date, now), packs, memories) : "With a date, this says how much to do a day.";
}

function planWords(days, packs, memories) {
  if (!Number.isFinite(days)) return "This is no date.";
  const known = new Set(memories.map(([item]) => item));
  const items = packs.flatMap(({ key, entry }) => offered(key, entry)).filter((item) => !known.has(item));
  const patterns = packs.filter(({ standing }) => !standing.begun).length;
  const left = `${plural(patterns, "pattern")} to begin, ${plural(items.length, "exercise")} to try`;
  if (days < 0) return `That day has passed. ${left}.`;
  if (days === 0) return "It is today. Go through your mistakes, and leave the rest.";
  if (!items.length) return `${plural(days, "day")} left, and every exercise was tried: do what is due each day.`;
  const daily = Math.ceil(items.length / days);
  const minutes = Math.ceil(minutesOf(items) / days);
  const more = minutes > MINUTES ? ` That is more than ten minutes: add ten where you can.` : "";
  return `${plural(days, "day")} left: ${left}. That is ${plural(daily, "new exercise")} a day, about ${plural(minutes, "minute")}, besides what is due.${more}`;
}
