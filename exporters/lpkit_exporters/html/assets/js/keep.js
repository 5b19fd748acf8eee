/* Keeping a take: which story it tells, one that is there or a new one. */
import { all, change, dated } from "./bank.js";
import { announce, make, on } from "./dom.js";
import { newSeed } from "./random.js";
import { say } from "./words.js";

/* Makes the form; `kept` is called with the story, once the reader chose or named one. `name` begins its ids. */
export function makeKeep(name, kept) {
  const list = make("select", { id: `${name}-story` });
  const title = make("input", { id: `${name}-story-title`, type: "text", maxlength: 120, autocomplete: "off", placeholder: say("The night the import failed") });
  const titled = make("div", { class: "field grow" }, make("label", { for: title.id, text: say("Its title") }), title);
  const button = make("button", { type: "button", class: "primary keep-take", text: say("Keep this take") });
  const form = make("div", { class: "keep-form row" }, make("div", { class: "field" }, make("label", { for: list.id, text: say("Story") }), list), titled, button);
  const settle = () => (titled.hidden = list.value !== "");
  on(list, "change", settle);
  on(button, "click", async () => {
    if (!list.value && !title.value.trim()) {
      title.focus();
      return announce(say("Give the story a title first."));
    }
    button.disabled = true;
    const story = list.value ? (await all("stories")).find(({ id }) => id === list.value) : null;
    await kept(story ?? dated({ id: newSeed(), title: title.value.trim() || say("A story") }));
    button.disabled = false;
    title.value = "";
    return refresh();
  });
  /* The latest story first: another take of it is the likeliest. */
  const refresh = async () => {
    const stories = (await all("stories")).sort((one, other) => other.at - one.at);
    /* The reader may have chosen while the database was asked. */
    const chosen = list.value;
    list.replaceChildren(make("option", { value: "", text: say("A new story") }), ...stories.map(({ id, title: text }) => make("option", { value: id, text })));
    if (stories.some(({ id }) => id === chosen)) list.value = chosen;
    settle();
  };
  return { form, refresh };
}

/* Keeps a take of a story, with its recording, in one with other `changes`; says which take it is. */
export async function keepTake(story, take, audio, changes) {
  const id = newSeed();
  const kept = [["stories", story.id, story], ["takes", id, dated({ ...take, id, story: story.id })]];
  if (audio) kept.push(["audio", id, dated({ ...audio, id })]);
  await change([...kept, ...changes]);
  const count = (await all("takes")).filter((other) => other.story === story.id).length;
  return say("Kept as take {place} of “{story}”.", { place: count, story: story.title });
}
