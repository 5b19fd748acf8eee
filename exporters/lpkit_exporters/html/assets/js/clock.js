/* The clock of an answer: it warns and ends nothing. `after` is what may still be done when the time is up. Gives what
   starts it, unless it runs. */
import { countDown } from "./countdown.js";
import { announce, find, inscribe, minutesAndSeconds, on } from "./dom.js";
import { say, together } from "./words.js";

export function setUpClock(section, minutes, after = say("You may still finish your scores.")) {
  const clock = find(".countdown .clock", section);
  const go = find(".countdown .go", section);
  const hide = find(".countdown .hide", section);
  const show = (left) => (clock.textContent = minutesAndSeconds(left));
  let stop = null;
  show(minutes * 60);
  const halt = () => {
    stop?.();
    stop = null;
    inscribe(go, say("Start the clock"));
  };
  const over = () => {
    halt();
    inscribe(clock, say("Time is up"));
    announce(together(say("Time is up."), after));
  };
  const start = () => {
    if (stop) return;
    inscribe(go, say("Stop the clock"));
    stop = countDown(Date.now() + minutes * 60_000, { show, tell: announce, over });
  };
  on(go, "click", () => (stop ? halt() : start()));
  on(hide, "click", () => {
    clock.hidden = !clock.hidden;
    inscribe(hide, clock.hidden ? say("Show the clock") : say("Hide the clock"));
  });
  return start;
}
