/* How sure the reader is, asked before an answer is checked. */
import { calmArrows, findAll, make, on } from "./dom.js";
import { SURENESS } from "./memory.js";
import { say } from "./words.js";

const NAMES = { guess: say("guess"), unsure: say("unsure"), sure: say("sure") };

let count = 0;

/* Puts the three choices before the buttons of a foot; `changed` is called with what was chosen. */
export function askSureness(foot, changed = () => {}) {
  const name = `sureness-${(count += 1)}`;
  const choice = (value) => {
    const input = make("input", { type: "radio", name, value });
    on(input, "change", () => changed(value));
    return make("label", {}, input, make("span", { text: NAMES[value] }));
  };
  const field = make("fieldset", { class: "sureness" }, make("legend", { text: say("How sure are you?") }), ...SURENESS.map(choice));
  foot.prepend(field);
  calmArrows(field);
  const inputs = findAll("input", field);
  return {
    value: () => inputs.find((input) => input.checked)?.value ?? null,
    set: (value) => inputs.forEach((input) => (input.checked = input.value === value)),
    show: (shown) => (field.hidden = !shown),
  };
}
