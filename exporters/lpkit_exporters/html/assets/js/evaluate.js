/* Evaluate: mark sentences, give scores and a verdict; until then nothing on the page tells which answer is better. */
import { compareSheet, markNotes, reasonsIn } from "./compare.js";
import { setUpClock } from "./clock.js";
import { announce, find, findAll, inscribe, on } from "./dom.js";
import { judge, makeSentences, offerSentences, tellSentences } from "./marking.js";
import { newSeed, shuffle } from "./random.js";
import { isOpen, setUpSeal, unseal, wasAsked } from "./sealing.js";
import { fitting, makeSheet, missing, nameSheet, show, visit } from "./sheet.js";
import { read, watch, write } from "./store.js";
import { sum } from "./verdict.js";
import { plural, say, together } from "./words.js";
import { worthOfMarks, worthOfScores } from "./worth.js";

export function setUpEvaluate(page, key, pack) {
  const section = find(".evaluate", page);
  const state = { page, section, pack, key, name: `${key}/evaluate`, opened: false };
  const articles = findAll(".candidate", section);
  state.views = pack.evaluate.candidates.map((candidate, place) => makeView(state, candidate, articles[place]));
  on(find(".open-rubric", section), "click", () => (left(state).length ? refuse(state) : open(state, true)));
  on(find(".rescore", section), "click", () => again(state));
  setUpClock(section, pack.evaluate.minutes);
  takeOver(state);
  watch(() => takeOver(state));
  setUpSeal(page, key, () => nameAnswers(state));
}

function makeView(state, candidate, article) {
  const view = { candidate, article, id: article.id, own: { scores: {}, verdict: undefined } };
  view.sentences = makeSentences(find(".voice", article), candidate.sentences, (words) => keep(state, "marks", candidate.id, words));
  view.sheet = makeSheet(find(".scoring", article), state.pack, view.own, {
    changed: (dimension) => changed(state, view, dimension),
    past: () => goOn(state, view),
  });
  return view;
}

/* Only what changed is written: another tab may have set the rest. */
function changed(state, view, dimension) {
  const { candidate, own } = view;
  if (dimension === null) keep(state, "verdicts", candidate.id, own.verdict);
  else keep(state, "scores", candidate.id, { ...read(state.name)?.scores?.[candidate.id], [dimension]: own.scores[dimension] });
  show(view.sheet);
  showLeft(state);
}

function keep(state, part, candidate, value) {
  const kept = read(state.name);
  write(state.name, { ...kept, [part]: { ...kept?.[part], [candidate]: value }, opened: state.opened || kept?.opened === true });
}

/* Sets the page to what is kept, at first and whenever another tab wrote; of this or of another wording of the rubric. */
function takeOver(state) {
  const kept = read(state.name);
  arrange(state);
  for (const { candidate, own, sheet, sentences } of state.views) {
    Object.assign(own, fitting(state.pack, kept?.scores?.[candidate.id], kept?.verdicts?.[candidate.id]));
    show(sheet);
    if (!state.opened) offerSentences(sentences, kept?.marks?.[candidate.id]);
  }
  showLeft(state);
  if (kept?.opened && !left(state).length) open(state, false);
  else if (state.opened && !kept?.opened) close(state);
}

/* Answers stand in an order that a seed of this reader's draws: neither place nor name tells which is which. */
function arrange(state) {
  const name = `${state.key}/order`;
  const kept = read(name)?.seed;
  const seed = typeof kept === "string" ? kept : newSeed();
  if (seed !== kept) write(name, { seed });
  if (seed === state.seed) return;
  state.seed = seed;
  state.views = shuffle(state.views, seed, ({ candidate }) => candidate.id);
  find(".candidates", state.section).append(...state.views.map(({ article }) => article));
  nameAnswers(state);
}

/* Names and ids of candidates come back once they give nothing away any more. */
function nameAnswers(state) {
  const known = isOpen(state.key);
  const told = state.opened || wasAsked(state.key);
  state.views.forEach((view, place) => {
    const { article, candidate, id, sheet } = view;
    const neutral = say("Answer {place}", { place: place + 1 });
    const name = known ? id : id.slice(0, id.length - `candidate-${candidate.id}`.length) + `answer-${place + 1}`;
    const heading = find("h3", article);
    view.title = told ? say("{answer}: Candidate {name}", { answer: neutral, name: candidate.id.toUpperCase() }) : neutral;
    inscribe(heading, view.title);
    article.id = name;
    heading.id = `${name}.title`;
    article.setAttribute("aria-labelledby", heading.id);
    nameSheet(sheet, neutral);
    const text = find(".voice", article);
    /* What today's run leads to. */
    text.id = known ? id.replace("candidate-", "marking-") : `${name}.text`;
    find(".scoring", article).id = known ? id.replace("candidate-", "scoring-") : `${name}.scores`;
    text.dataset.answer = known ? candidate.id : "";
    text.setAttribute("role", "group");
    text.setAttribute("aria-label", say("Sentences of {answer}", { answer: neutral }));
  });
  find(".given-away", state.section).hidden = state.opened || !wasAsked(state.key);
}

const left = (state) => state.views.flatMap(({ sheet }) => missing(sheet).map((row) => ({ sheet, row })));

function leftWords(open) {
  const verdicts = open.filter(({ row }) => row.verdict).length;
  const count = open.length - verdicts;
  const scores = count ? plural("{count} score", "{count} scores", count) : "";
  const left = verdicts ? plural("{count} verdict", "{count} verdicts", verdicts) : "";
  /* Translators: put into “{what} to go”: “3 scores and 1 verdict to go”. */
  return scores && left ? say("{scores} and {verdicts}", { scores, verdicts: left }) : scores || left;
}

function showLeft(state) {
  const open = left(state);
  const words = open.length ? say("{what} to go", { what: leftWords(open) }) : say("All that is needed is there.");
  find(".open-rubric", state.section).setAttribute("aria-disabled", String(open.length > 0));
  if (find(".to-go", state.section).textContent !== words) inscribe(find(".to-go", state.section), words);
}

function refuse(state) {
  const [{ sheet, row }] = left(state);
  visit(sheet, row);
  announce(say("{what} to go before the rubric opens.", { what: leftWords(left(state)) }));
}

/* Behind the last step of a sheet comes the next answer, and behind the last one the rubric. */
function goOn(state, view) {
  const next = state.views[state.views.indexOf(view) + 1];
  const goal = next ? find("h3", next.article) : find(".open-rubric", state.section);
  if (next) goal.tabIndex = -1;
  goal.focus({ preventScroll: true });
  goal.scrollIntoView({ block: next ? "start" : "center" });
}

/* How far off the scores were, for the home page, which has none of the expert's. The first scores count: whoever scores
   anew knows the answers. */
function keepGaps({ key, name, pack, views }, byReader) {
  if (Array.isArray(read(`${key}/gaps`)?.dimensions)) return;
  const dimensions = pack.evaluate.rubric.dimensions.flatMap(({ id, title, weight }) => {
    const given = views.filter(({ own }) => own.scores[id] !== undefined);
    const gaps = given.map(({ candidate, own }) => own.scores[id] - (candidate.scores[id] ?? 0));
    const total = (values) => values.reduce((all, gap) => all + gap, 0);
    return gaps.length ? [{ id, title, weight, gap: total(gaps), off: total(gaps.map(Math.abs)), answers: gaps.length }] : [];
  });
  write(`${key}/gaps`, { dimensions, time: byReader ? Date.now() : read(name).at });
}

/* By what marks and scores were worth each answer comes again. */
const worthOf = ({ pack, views }) => Object.fromEntries(views.map(({ candidate, own, sentences }) => [
  candidate.id,
  { marking: worthOfMarks(judge(sentences, candidate.sentences)), scoring: worthOfScores(pack, candidate, own) },
]));

function open(state, byReader) {
  const { section, pack } = state;
  state.opened = true;
  keepGaps(state, byReader);
  if (byReader) write(state.name, { ...read(state.name), opened: true, worth: worthOf(state), scored: Date.now() });
  unseal(state.page, state.key, true);
  find(".rubric", section).open = true;
  section.classList.add("opened");
  nameAnswers(state);
  find(".sheets", section).replaceChildren(...state.views.map((view) => told(state, view)));
  const own = find(".own-scores", section);
  const agreed = state.views.filter(({ candidate, own: { verdict } }) => verdict === candidate.verdict.id).length;
  const words = plural("You agree with the expert on {agreed} of {count} verdict.", "You agree with the expert on {agreed} of {count} verdicts.", state.views.length, { agreed });
  inscribe(find(".agreed", own), words);
  own.hidden = false;
  const earned = showEarned(state);
  if (!byReader) return;
  find("h3", own).focus({ preventScroll: true });
  own.scrollIntoView();
  const warned = pack.evaluate.calibration.length ? plural("{count} calibration message.", "{count} calibration messages.", earned) : "";
  announce(together(say("The rubric is open."), words, warned));
}

function told({ pack, page, section }, { candidate, own, sentences, title }) {
  const worth = tellSentences(sentences, candidate.sentences);
  const words = sentences.parts.map((part) => part.words);
  const titleOf = (id) => findAll(".fix-it", page).find((fix) => fix.dataset.id === id)?.querySelector("h4").textContent;
  return compareSheet(pack, candidate, own, title, reasonsIn(section, pack, candidate), markNotes(candidate, worth, words, titleOf));
}

/* A message is earned by a total above its limit; the others would only give the game away. */
function showEarned({ section, pack, views }) {
  const totals = new Map(views.map(({ candidate, own }) => [candidate.id, sum(own.scores)]));
  const earned = pack.evaluate.calibration.map(({ candidate, above }) => totals.get(candidate) > above);
  const list = find(".calibration", section);
  if (!list) return 0;
  for (const item of list.children) item.hidden = !earned[Number(item.dataset.place)];
  find(".calm", section).hidden = earned.some(Boolean);
  return earned.filter(Boolean).length;
}

/* Anew, and in another order. */
function again(state) {
  write(state.name, { opened: false });
  write(`${state.key}/order`, { seed: newSeed() });
  takeOver(state);
  const heading = find("h3", state.views[0].article);
  heading.tabIndex = -1;
  heading.focus();
  announce(say("Score the answers anew."));
}

function close(state) {
  const { section } = state;
  state.opened = false;
  section.classList.remove("opened");
  find(".rubric", section).open = false;
  find(".own-scores", section).hidden = true;
  for (const { sentences, candidate } of state.views) offerSentences(sentences, read(state.name)?.marks?.[candidate.id]);
  nameAnswers(state);
}
