/* Evaluate: score every dimension of every candidate, then the rubric opens. */
import { compareSheet, sum } from "./compare.js";
import { countDown, minutesAndSeconds } from "./countdown.js";
import { announce, find, findAll, make, on, plural } from "./dom.js";
import { read, write } from "./store.js";

export function setUpEvaluate(page, key, pack) {
  const section = find(".evaluate", page);
  const name = `${key}/evaluate`;
  const kept = read(name);
  const scores = Object.fromEntries(pack.evaluate.candidates.map(({ id }) => [id, soundScores(pack, kept?.scores?.[id])]));
  const state = { section, pack, name, scores, rows: [], opened: false };
  for (const sheet of findAll(".scoring", section)) setUpSheet(state, sheet);
  const button = find(".open-rubric", section);
  on(button, "click", () => (missing(state) ? refuse(state) : open(state, true)));
  on(find(".rescore", section), "click", () => again(state));
  setUpClock(section, pack.evaluate.minutes);
  refresh(state);
  if (kept?.opened && !missing(state)) open(state, false);
}

/* What is kept may be of another wording of the rubric, or of another hand. */
function soundScores(pack, kept) {
  const fits = ({ id, weight }) => Number.isInteger(kept?.[id]) && kept[id] >= 0 && kept[id] <= weight;
  return Object.fromEntries(pack.evaluate.rubric.dimensions.filter(fits).map(({ id }) => [id, kept[id]]));
}

/* Only this score is written: another tab may have set the others. */
function keepScore(state, candidate, dimension) {
  const kept = read(state.name);
  const own = { ...kept?.scores?.[candidate], [dimension]: state.scores[candidate][dimension] };
  write(state.name, { scores: { ...kept?.scores, [candidate]: own }, opened: state.opened || kept?.opened === true });
}

const missing = (state) => state.rows.filter((row) => row.points() === undefined).length;

function setUpSheet(state, sheet) {
  const candidate = sheet.dataset.candidate;
  const first = state.pack.evaluate.score_first.map(({ id }) => id);
  for (const dimension of state.pack.evaluate.rubric.dimensions) {
    const place = make("div", { class: first.includes(dimension.id) ? "score-row first" : "score-row" });
    find(".own-total", sheet).before(place);
    state.rows.push(setUpRow(state, place, candidate, dimension));
  }
}

/* A slider and a number that say the same. */
function setUpRow(state, place, candidate, dimension) {
  const own = state.scores[candidate];
  const about = { min: 0, max: dimension.weight, step: 1 };
  const label = `${dimension.title}, Candidate ${candidate.toUpperCase()}`;
  const slider = make("input", { type: "range", ...about, "aria-label": label });
  const number = make("input", { type: "number", inputmode: "numeric", ...about, "aria-label": `${label}, as a number` });
  const show = () => {
    const points = own[dimension.id];
    slider.value = points ?? 0;
    if (document.activeElement !== number) number.value = points ?? "";
    place.classList.toggle("unscored", points === undefined);
    slider.setAttribute("aria-valuetext", points === undefined ? "not scored yet" : `${points} of ${dimension.weight}`);
  };
  const take = (text) => {
    const points = Math.round(Number(text));
    if (text === "" || !Number.isFinite(points)) delete own[dimension.id];
    else own[dimension.id] = Math.min(dimension.weight, Math.max(0, points));
    show();
    keepScore(state, candidate, dimension.id);
    refresh(state);
  };
  for (const event of ["input", "pointerup"]) on(slider, event, () => take(slider.value));
  on(slider, "keydown", (event) => {
    if (event.key === "Home" || event.key === "ArrowLeft" || event.key === "ArrowDown") if (slider.value === "0") take("0");
  });
  on(number, "input", () => take(number.value));
  on(number, "blur", show);
  place.append(make("span", { class: "title", text: dimension.title, "aria-hidden": "true" }), slider, number, make("span", { class: "of muted", text: `/ ${dimension.weight}` }));
  show();
  return { show, number, points: () => own[dimension.id], forget: () => delete own[dimension.id] };
}

function refresh(state) {
  for (const sheet of findAll(".scoring", state.section)) {
    const own = state.scores[sheet.dataset.candidate];
    find("output", sheet).textContent = Object.keys(own).length ? sum(own) : "–";
  }
  const left = missing(state);
  find(".open-rubric", state.section).setAttribute("aria-disabled", String(left > 0));
  find(".to-go", state.section).textContent = left ? `${plural(left, "score")} to go` : "All scored.";
}

function refuse(state) {
  const first = state.rows.find((row) => row.points() === undefined);
  first.number.focus();
  announce(`${plural(missing(state), "score")} to go before the rubric opens.`);
}

function open(state, byReader) {
  const { section, pack, scores } = state;
  state.opened = true;
  find(".rubric", section).open = true;
  section.classList.add("opened");
  for (const sheet of findAll(".scoring", section)) sheet.disabled = true;
  const sheets = pack.evaluate.candidates.map((candidate) => compareSheet(pack, candidate, scores[candidate.id]));
  find(".sheets", section).replaceChildren(...sheets);
  const own = find(".own-scores", section);
  own.hidden = false;
  const earned = showEarned(state);
  if (!byReader) return;
  write(state.name, { scores, opened: true });
  find("h3", own).focus({ preventScroll: true });
  own.scrollIntoView();
  const totals = pack.evaluate.candidates.map(({ id, total }) => `Candidate ${id.toUpperCase()}: you ${sum(scores[id])}, expert ${total}.`);
  announce(`The rubric is open. ${totals.join(" ")} ${plural(earned, "calibration message")}.`);
}

/* A message is earned by a total above its limit; the others would only give the game away. */
function showEarned(state) {
  const { section, pack, scores } = state;
  const earned = pack.evaluate.calibration.map(({ candidate, above }) => sum(scores[candidate] ?? {}) > above);
  const list = find(".calibration", section);
  if (!list) return 0;
  for (const item of list.children) item.hidden = !earned[Number(item.dataset.place)];
  find(".calm", section).hidden = earned.some(Boolean);
  return earned.filter(Boolean).length;
}

function again(state) {
  const { section } = state;
  state.opened = false;
  for (const row of state.rows) row.forget();
  write(state.name, { scores: state.scores, opened: false });
  for (const sheet of findAll(".scoring", section)) sheet.disabled = false;
  for (const row of state.rows) row.show();
  section.classList.remove("opened");
  find(".rubric", section).open = false;
  find(".own-scores", section).hidden = true;
  refresh(state);
  state.rows[0].number.focus();
  announce("Score the answers anew.");
}

function setUpClock(section, minutes) {
  const clock = find(".countdown .clock", section);
  const go = find(".countdown .go", section);
  const hide = find(".countdown .hide", section);
  const show = (left) => (clock.textContent = minutesAndSeconds(left));
  let stop = null;
  show(minutes * 60);
  const halt = () => {
    stop?.();
    stop = null;
    go.textContent = "Start the clock";
  };
  const over = () => {
    halt();
    clock.textContent = "Time is up";
    announce("Time is up. You may still finish your scores.");
  };
  on(go, "click", () => {
    if (stop) return halt();
    go.textContent = "Stop the clock";
    stop = countDown(Date.now() + minutes * 60_000, { show, tell: announce, over });
  });
  on(hide, "click", () => {
    clock.hidden = !clock.hidden;
    hide.textContent = clock.hidden ? "Show the clock" : "Hide the clock";
  });
}
