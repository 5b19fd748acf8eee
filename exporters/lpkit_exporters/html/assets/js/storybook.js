/* The page of stories: the grid, and each story with its takes, which can be read, heard, renamed and deleted. */
import { addressIn } from "./agenda.js";
import { all, get, put, removeStory, removeTake } from "./bank.js";
import { announce, ask, bar, dayTime, find, findAll, make, on, signed, unask } from "./dom.js";
import { showGrid } from "./grid.js";
import { onShow } from "./pages.js";
import { figuresOf, player, silence } from "./takes.js";
import { locale, plural, say } from "./words.js";

async function readAll() {
  const [stories, takes] = await Promise.all([all("stories"), all("takes")]);
  const inTime = takes.sort((one, other) => one.at - other.at);
  return stories
    .sort((one, other) => one.title.localeCompare(other.title, locale))
    .map((story) => ({ ...story, takes: inTime.filter((take) => take.story === story.id) }));
}

/* A button whose second press deletes; `gone` is called once it is done, which `act` promises to say. */
function deleting(text, sure, act, gone) {
  const button = make("button", { type: "button", class: "quiet delete", text });
  on(button, "blur", () => unask(button, text));
  on(button, "click", async ({ detail }) => {
    if (detail > 1) return undefined;
    if (!button.dataset.asked) return ask(button, sure);
    button.disabled = true;
    if (await act()) return gone();
    unask(button, text);
    button.disabled = false;
    return button.focus();
  });
  return button;
}

/* A score, and what it gained on the take before that was scored. */
function scoreLine({ total, weight }, before) {
  if (!Number.isFinite(total)) return [make("p", { class: "muted", text: say("Not scored") })];
  const points = say("{part} of {whole}", { part: total, whole: weight });
  const text = before ? `${points} (${signed(total - before.total, "±0")})` : points;
  return [make("p", { class: "score", text }), bar(weight ? Math.min(100, (100 * total) / weight) : 0)];
}

/* In which language a pattern is, by the principles of its library. */
function languageOf(page, pack) {
  const [library] = pack.split("/");
  const row = findAll("[data-principle]", page).find(({ dataset }) => dataset.principle.startsWith(`${library}/`));
  return row && find("th", row).lang;
}

function takeItem(page, take, before, refresh) {
  const { id, title, pack, text } = take;
  const markers = Array.isArray(take.markers) ? take.markers : [];
  const heard = make("div", { class: "heard" });
  const listen = make("button", { type: "button", class: "quiet listen", text: say("Listen") });
  on(listen, "click", async () => {
    const audio = await get("audio", id);
    if (!audio) return announce(say("The recording is not there."));
    heard.replaceChildren(player(audio, say("Your take of {title}", { title })));
    listen.hidden = true;
    return find("audio", heard).focus();
  });
  const gone = deleting(say("Delete this take"), say("Yes, delete it"), () => removeTake(take), () => refresh(say("The take is deleted.")));
  const renamed = JSON.parse(page.dataset.renamed ?? "{}");
  const address = addressIn(page.dataset.home, renamed[pack] ?? pack, "rehearse");
  return make(
    "li", { class: "take" },
    make("p", { class: "meta" }, make("span", {}, dayTime(take.at)), ...figuresOf(take).map((line) => make("span", { text: line }))),
    make("p", {}, make("a", { href: address, lang: languageOf(page, pack), text: title })),
    ...scoreLine(take, before),
    markers.length ? make("p", { class: "failing", text: say("Markers: {list}", { list: markers.join(", ") }) }) : null,
    text.trim() ? make("details", { class: "reveal" }, make("summary", { text: say("Read it") }), make("p", { class: "voice plain", text })) : null,
    heard,
    make("div", { class: "row" }, Number.isFinite(take.seconds) ? listen : null, gone),
  );
}

function storyArticle(page, story, refresh) {
  const { id, title, takes } = story;
  const field = make("input", { id: `rename-${id}`, type: "text", maxlength: 120, value: title });
  const rename = make("button", { type: "button", text: say("Rename") });
  on(rename, "click", async () => {
    const { takes: _, ...kept } = story;
    const words = field.value.trim();
    if (!words) return announce(say("Give the story a title first."));
    await put("stories", { ...kept, title: words });
    return refresh(say("The story has its new title."));
  });
  const gone = deleting(say("Delete this story"), plural("Yes, with {count} take", "Yes, with {count} takes", takes.length), () => removeStory(story), () => refresh(say("The story is deleted.")));
  const scored = (place) => takes.slice(0, place).findLast(({ total }) => Number.isFinite(total));
  return make(
    "article", { class: "story", id: `story-${id}`, tabindex: -1, "aria-labelledby": `story-${id}.title` },
    make("h3", { id: `story-${id}.title`, text: title }),
    make("ol", { class: "takes", reversed: true }, ...takes.map((take, place) => takeItem(page, take, scored(place), refresh)).reverse()),
    make("details", { class: "reveal" }, make("summary", { text: say("Change this story") }),
      make("div", { class: "keep-form row" }, make("div", { class: "field grow" }, make("label", { for: field.id, text: say("Title") }), field), rename, gone)),
  );
}

async function show(page, words) {
  const stories = await readAll();
  findAll("audio", page).forEach(silence);
  const refresh = async (said) => {
    await show(page, said);
    const list = find(".story-list", page);
    const goal = find(list.hidden ? "h1" : "h2", list.hidden ? page : list);
    goal.tabIndex = -1;
    goal.focus();
  };
  const empty = find(".empty", page);
  empty.classList.remove("unread");
  empty.hidden = stories.length > 0;
  find(".story-list", page).hidden = !stories.length;
  find(".stories-here", page).replaceChildren(...stories.map((story) => storyArticle(page, story, refresh)));
  for (const section of findAll(".covering", page)) showGrid(section, stories);
  if (words) announce(words);
}

onShow((page) => {
  if (page.matches(".stories")) show(page).then(() => namedStory()?.focus());
});

/* An address may name a story, which is there only now: what stood in its place before is gone, with the focus. */
const namedStory = () => (location.hash.startsWith("#story-") ? document.getElementById(location.hash.slice(1)) : null);

/* Another tab may have kept a take meanwhile. */
on(document, "visibilitychange", () => {
  const page = find(".page.stories.here");
  if (page && !document.hidden && !page.contains(document.activeElement)) show(page);
});
