/* Rehearse: the reader's own answer to the prompt, spoken or typed; then what it counts, the markers in it, the reader's
   own scores, the questions that an interviewer goes on with, and the story that it is kept with. */
import { adoptRehearsed, draftAudio, get, put } from "./bank.js";
import { setUpClock } from "./clock.js";
import { announce, find, findAll, inscribe, make, on, readBlock, worded } from "./dom.js";
import { keepTake, makeKeep } from "./keep.js";
import { onShow, onStart } from "./pages.js";
import { KEEPING, makeRecording, showAudio } from "./recording.js";
import { fitting, makeSheet, nameSheet, show } from "./sheet.js";
import { markersIn, spansIn } from "./spotted.js";
import { capLines, countsOf, markersShown, shortCounts, tallyTable } from "./tally.js";
import { follows, totalOf } from "./verdict.js";
import { say } from "./words.js";

const ready = new Set();

const button = (kind, text, act) => make("button", { type: "button", class: kind, text, on: { click: act } });

/* Set up when it is first shown: nobody is asked for a microphone or a database before. */
function setUp(page, section) {
  if (ready.has(section)) return;
  ready.add(section);
  const pack = readBlock(find(".pack-data", page));
  const key = `${pack.library.id}/${pack.id}`;
  const state = { page, section, pack, key, text: "", own: { scores: {}, verdict: undefined }, looked: false };
  section.append(answerPart(state), lookedPart(state));
  state.startClock = setUpClock(section, pack.evaluate.minutes, say("Come to your end."));
  on(self, "beforeunload", (event) => (state.running || state.storing) && event.preventDefault());
  restore(state);
}

function answerPart(state) {
  const { page, section } = state;
  const id = `${section.id}-text`;
  state.field = make("textarea", { id, class: "voice", rows: 9, spellcheck: "true" });
  on(state.field, "input", () => {
    state.text = state.field.value;
    if (state.looked) showAgain(state);
    save(state);
  });
  state.answer = make(
    "div", { class: "own-answer", "aria-busy": "true" },
    make("p", { class: "kept-take", role: "status", tabindex: -1, hidden: true }),
    make("blockquote", { class: "prompt plain", text: find(".page-head .prompt", page).textContent }),
    make("p", { class: "countdown row" }, make("span", { class: "clock figure", role: "timer" }), " ", button("go", say("Start the clock")), " ", button("quiet hide", say("Hide the clock"))),
    ...makeRecording(state, { begun: () => state.startClock(), changed: () => state.looked && showTally(state) }),
    make("div", { class: "field" }, make("label", { for: id, text: say("Your answer") }), state.field),
    make("div", { class: "row" }, button("primary look", say("Look at my answer"), () => look(state)), make("p", { class: "why muted", role: "status" })),
  );
  return state.answer;
}

function lookedPart(state) {
  const { section, pack, page } = state;
  const scoring = make("fieldset", { class: "scoring" }, make("legend"));
  state.sheet = makeSheet(scoring, pack, state.own, {
    changed: () => {
      showScores(state);
      save(state);
    },
    past: () => find(".keeping-take h3", section).focus(),
  });
  nameSheet(state.sheet, say("your answer"));
  inscribe(find("legend", scoring), say("Your scores"));
  state.keep = makeKeep(section.id, (story) => keep(state, story));
  const looksFor = find(".evaluate .rubric .dimensions", page).cloneNode(true);
  const part = (kind, title, ...children) => make("section", { class: kind }, make("h3", { tabindex: -1, text: title }), ...children);
  state.after = make(
    "div", { class: "looked", hidden: true },
    part("counted", say("What your answer counts"), make("div", { class: "scroll", role: "region", tabindex: 0, "aria-label": say("What your answer counts") }), make("p", { class: "unheard muted", text: say("A recording is not listened to: type what you said to have it counted and searched.") })),
    part("self", say("Score yourself as you scored the others"),
      make("details", { class: "reveal" }, make("summary", { text: say("What the rubric looks for") }), looksFor),
      make("article", { class: "candidate" }, make("div", { class: "found-markers" }), scoring),
      make("ul", { class: "caps" }), make("p", { class: "band", role: "status" })),
    probing(state),
    part("keeping-take", say("Keep this take"), make("p", { class: "muted", text: say("A story may have many takes. Your stories show them side by side.") }), state.keep.form),
  );
  return state.after;
}

/* What interviewers asked the candidates of Evaluate; one at a time, as they come. */
function probing({ page, section }) {
  const asks = findAll(".evaluate .probes .ask", page).map((line) => line.textContent);
  if (!asks.length) return null;
  const list = make("ol", { class: "asked" });
  const next = button("ask-me", say("Ask me a follow-up question"), () => {
    list.append(make("li", { class: "voice", text: asks[list.children.length] }));
    next.hidden = list.children.length === asks.length;
    announce(asks[list.children.length - 1]);
    if (next.hidden) find(".keeping-take h3", section).focus({ preventScroll: true });
  });
  const evaluate = section.id.replace(/rehearse$/, "evaluate");
  return make(
    "section", { class: "probing" },
    make("h3", { text: say("Follow-up questions") }),
    make("p", { class: "seal" }, say("They come from the interviews of Evaluate."), " ", make("a", { href: `#${evaluate}`, text: say("Score its answers first") }), "."),
    make("div", { class: "asking" }, make("p", { class: "muted", text: say("Other candidates were asked these. Answer each aloud, about your own story.") }), list, next),
  );
}

function look(state) {
  const words = state.running ? say("Stop the recording first.") : state.storing ? KEEPING : state.text.trim() || state.audio ? "" : say("Say or type your answer first.");
  inscribe(find(".why", state.section), words);
  if (words) return announce(words);
  state.looked = true;
  save(state);
  open(state);
  const heading = find(".counted h3", state.section);
  heading.focus({ preventScroll: true });
  return heading.scrollIntoView();
}

function open(state) {
  state.after.hidden = false;
  state.section.classList.add("has-looked");
  showAgain(state);
  state.keep.refresh();
}

function showAgain(state) {
  showTally(state);
  showScores(state);
}

function showTally({ section, pack, text, audio }) {
  find(".counted .scroll", section).replaceChildren(tallyTable(pack, text, audio ? audio.seconds : null));
  find(".unheard", section).hidden = Boolean(text.trim()) || !audio;
  find(".found-markers", section).replaceChildren(...(text.trim() ? markersShown(text, markersIn(pack.library.id, text)) : []));
}

function showScores(state) {
  const { section, pack, sheet, own, text } = state;
  show(sheet);
  /* The markers in it cap the reader's scores and verdict as they do a candidate's. */
  const shown = { auto_fails: spansIn(pack.library.id, text) };
  find(".caps", section).replaceChildren(...capLines(pack, shown, own.scores));
  const total = totalOf(pack, own);
  const band = total === null ? null : follows(pack, shown, total);
  find(".band", section).replaceChildren(...(band ? [worded(say("So your scores say")), " ", make("span", { class: `chip ${band.passes ? "pass" : "fail"}`, text: band.title })] : []));
}

const save = ({ key, text, own, looked }) => put("drafts", { id: key, text, scores: own.scores, verdict: own.verdict, looked });

/* What was begun is found again, also the recording; whoever is already writing goes on with that. */
async function restore(state) {
  const { library, formerly = [] } = state.pack;
  for (const name of formerly) await adoptRehearsed(state.key, `${library.id}/${name}`);
  const [draft, audio] = await Promise.all([get("drafts", state.key), get("audio", draftAudio(state.key))]);
  if (audio && !state.audio && !state.running) showAudio(state, audio);
  if (draft && !state.text) takeUp(state, draft);
  state.answer.removeAttribute("aria-busy");
}

function takeUp(state, draft) {
  state.text = state.field.value = String(draft.text ?? "");
  Object.assign(state.own, fitting(state.pack, draft.scores, draft.verdict));
  state.looked = draft.looked === true && Boolean(state.text.trim() || state.audio);
  if (state.looked) open(state);
}

async function keep(state, story) {
  /* A recording that is just being deleted is not kept. */
  await state.storing;
  const { pack, key, page, section, text, audio, own } = state;
  const take = {
    pack: key,
    principle: `${pack.library.id}/${pack.principle.id}`,
    title: find("h1", page).textContent,
    text,
    seconds: audio ? audio.seconds : null,
    scores: { ...own.scores },
    verdict: own.verdict ?? null,
    total: totalOf(pack, own),
    weight: pack.evaluate.rubric.weight,
    counts: text.trim() ? shortCounts(countsOf(pack, text)) : null,
    markers: [...new Set(spansIn(pack.library.id, text).map(({ marker }) => marker.title))],
  };
  const words = await keepTake(story, take, audio, [["drafts", key], ["audio", draftAudio(key)]]);
  clear(state);
  const line = find(".kept-take", section);
  line.replaceChildren(worded(words), " ", make("a", { href: section.dataset.stories, text: say("Your stories") }));
  line.hidden = false;
  line.focus();
  announce(words);
}

/* Room for the next take. */
function clear(state) {
  Object.assign(state, { text: "", looked: false });
  state.field.value = "";
  state.own.scores = {};
  state.own.verdict = undefined;
  state.after.hidden = true;
  state.section.classList.remove("has-looked");
  findAll(".asked li", state.section).forEach((line) => line.remove());
  findAll(".ask-me", state.section).forEach((next) => (next.hidden = false));
  showAudio(state, null);
}

onStart(() => onShow((page, mode) => mode?.matches(".rehearse") && setUp(page, mode)));
