/* The reader's progress with their stories as a file, from a file, and gone. */
import { bundleStories, forgetStories, mergeStories, readStories } from "./bank.js";
import { ask, find, inscribe, make, on, unask } from "./dom.js";
import { bundleProgress, mergeProgress, names, remove } from "./store.js";
import { plural, say } from "./words.js";

export function setUpKeeping(refresh) {
  const part = find(".keeping");
  if (!part) return;
  const answer = (text) => inscribe(find(".answer", part), text);
  on(find(".save", part), "click", async () => answer(await save()));
  on(find(".load", part), "change", async (event) => {
    answer(await load(event.target));
    refresh();
  });
  const reset = find(".reset", part);
  on(reset, "click", async ({ detail }) => {
    if (detail > 1) return;
    const words = clear(reset);
    /* What lists show is gone at once, whatever the database is doing. */
    refresh();
    answer(await words);
  });
  on(reset, "blur", () => unask(reset, say("Reset")));
}

async function save() {
  const text = JSON.stringify({ ...bundleProgress(), stories: await bundleStories() }, null, 1);
  const href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  make("a", { href, download: "lpkit-progress.json" }).click();
  setTimeout(() => URL.revokeObjectURL(href), 1000);
  return say("Saved as {file}.", { file: "lpkit-progress.json" });
}

async function load(field) {
  try {
    const data = JSON.parse(await field.files[0].text());
    /* What is strange in either part is told before anything of both is taken. */
    const stories = await readStories(data?.stories);
    const count = mergeProgress(data) + (await mergeStories(stories));
    return plural("{count} entry taken over.", "{count} entries taken over.", count);
  } catch (error) {
    return error instanceof SyntaxError ? say("This file holds no progress.") : error.message;
  } finally {
    field.value = "";
  }
}

/* The first press asks, the second one does it. */
async function clear(button) {
  if (!button.dataset.asked) {
    ask(button, say("Yes, forget everything"));
    return say("This forgets all answers, scores, tests and stories in this browser.");
  }
  unask(button, say("Reset"));
  for (const name of names()) remove(name);
  return (await forgetStories()) ? say("Nothing is kept any more.") : say("Only your stories are still kept.");
}
