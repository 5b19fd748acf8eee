/* Time that runs down by the clock on the wall: a page that slept knows what it missed. */
import { say } from "./words.js";

const MARKS = [60, 10];

/* Calls `show` each second with the seconds left, `tell` at a minute and at ten seconds, `over` once; gives a stop. */
export function countDown(until, { show, tell = () => {}, over = () => {} }) {
  let before = Infinity;
  let timer = 0;
  const tick = () => {
    const left = Math.max(0, Math.ceil((until - Date.now()) / 1000));
    show(left);
    for (const mark of MARKS) if (before > mark && left <= mark && left && before !== Infinity) tell(say("{seconds} seconds left", { seconds: mark }));
    before = left;
    if (left) return;
    clearInterval(timer);
    over();
  };
  timer = setInterval(tick, 250);
  tick();
  return () => clearInterval(timer);
}
