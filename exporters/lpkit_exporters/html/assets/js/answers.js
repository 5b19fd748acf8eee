/* An answer of Evaluate in today's run: what fails it is marked anew, or its scores are given anew. */
import { compareSheet, markNotes, reasonsIn } from "./compare.js";
import { announce, find, findAll, inscribe, make, on } from "./dom.js";
import { makeSentences, offerSentences, plainText, tellSentences } from "./marking.js";
import { gradeOfWorth, rememberAnswer } from "./memory.js";
import { makeSheet, missing, nameSheet, show, visit } from "./sheet.js";
import { say } from "./words.js";
import { worthOfMarks, worthOfScores } from "./worth.js";

/* Gives the element of an answer as nobody has touched it; null where the pack has no such answer. */
export function answerArticle(page, pack, id) {
  const candidate = pack.evaluate.candidates.find((other) => other.id === id);
  const original = candidate && findAll(".candidate .voice", find(".evaluate", page)).find((text) => text.dataset.answer === id);
  if (!original) return null;
  const title = say("Candidate {name}", { name: id.toUpperCase() });
  return make("article", { class: "candidate" }, make("h3", { text: title }), make("p", { class: "voice plain", text: plainText(original) }));
}

/* `done` is called with the foot and with what is said there, once it is answered. */
export function askAnswer(state, foot, done) {
  const candidate = state.pack.evaluate.candidates.find(({ id }) => id === state.parts.id);
  if (state.parts.kind === "marking") askMarks(state, foot, candidate, done);
  else askScores(state, foot, candidate, done);
}

function offerCheck(foot, act) {
  const check = make("button", { type: "button", class: "primary check", text: say("Check"), on: { click: ({ detail }) => detail < 2 && act() } });
  foot.append(check, make("p", { class: "left" }));
  return check;
}

function keep({ article, packKey, parts }, worth) {
  const grade = gradeOfWorth(worth);
  rememberAnswer(packKey, parts.kind, parts.id, grade, plainText(find(".voice", article)));
}

const told = { good: say("As the expert."), fair: say("Nearly as the expert."), poor: say("Not as the expert.") };

function askMarks(state, foot, candidate, done) {
  const { article, page } = state;
  const sentences = makeSentences(find(".voice", article), candidate.sentences, () => {});
  find("h3", article).after(make("p", { class: "muted", text: say("Press each sentence that fails this answer; it may be none.") }));
  offerSentences(sentences, []);
  find(".voice", article).setAttribute("role", "group");
  find(".voice", article).setAttribute("aria-label", say("Sentences of {answer}", { answer: find("h3", article).textContent }));
  offerCheck(foot, () => {
    const marks = tellSentences(sentences, candidate.sentences);
    const worth = worthOfMarks(marks);
    keep(state, worth);
    const titleOf = (id) => findAll(".fix-it", page).find((fix) => fix.dataset.id === id)?.querySelector("h4").textContent;
    article.append(markNotes(candidate, marks, sentences.parts.map(({ words }) => words), titleOf));
    done(foot, told[worth]).focus({ preventScroll: true });
    announce(told[worth]);
  });
}

function askScores(state, foot, candidate, done) {
  const { article, frame, pack, page } = state;
  const own = { scores: {}, verdict: undefined };
  const fieldset = make("fieldset", { class: "scoring" }, make("legend"));
  const sheet = makeSheet(fieldset, pack, own, { changed: () => show(sheet), past: () => check.focus() });
  nameSheet(sheet, find("h3", article).textContent);
  article.append(fieldset);
  const check = offerCheck(foot, () => {
    const [open] = missing(sheet);
    if (open) {
      visit(sheet, open);
      inscribe(find(".left", foot), say("Give these scores and a verdict first."));
      return announce(say("Give these scores and a verdict first."));
    }
    const worth = worthOfScores(pack, candidate, own);
    keep(state, worth);
    fieldset.remove();
    const title = find("h3", article).textContent;
    const table = compareSheet(pack, candidate, own, title, reasonsIn(find(".evaluate", page), pack, candidate), null);
    article.before(table);
    done(foot, told[worth]).focus({ preventScroll: true });
    frame.scrollIntoView();
    return announce(told[worth]);
  });
}
