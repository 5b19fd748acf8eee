/* The reader's recording of an answer: made, kept as that of the draft, played, and deleted. */
import { draftAudio, put, remove } from "./bank.js";
import { announce, ask, find, findAll, inscribe, make, on, unask } from "./dom.js";
import { canRecord, reasonOf, record, refuse } from "./recorder.js";
import { player, silence } from "./takes.js";
import { say, together } from "./words.js";

export const KEEPING = say("Keeping the recording…");
const TYPE = say("You can type your answer.");
const DROP = say("Delete the recording");

/* Gives the parts of the page. `state` has a `section` and the `key` of a draft, and gets what is there: `audio`; what is
   `running`; `storing`, as long as the database has not done what it was told. Calls back when a recording has `begun`, and
   when there is another one or none. */
export function makeRecording(state, { begun, changed }) {
  const button = (kind, text, act) => make("button", { type: "button", class: kind, text, on: { click: act } });
  const recordButton = button("record", say("Record"), () => (state.running ? state.running.stop() : begin(state)));
  const dropButton = button("quiet drop", DROP, ({ detail }) => detail < 2 && drop(state));
  on(dropButton, "blur", () => unask(dropButton, DROP));
  dropButton.hidden = true;
  recordButton.hidden = !canRecord();
  Object.assign(state, { recordButton, dropButton, begun, changed, audio: null, running: null, storing: null });
  const none = make("p", { class: "note no-mic", role: "status", hidden: canRecord(), text: canRecord() ? "" : together(reasonOf(), TYPE) });
  return [make("div", { class: "recording row" }, recordButton, make("span", { class: "listening", role: "status" }), make("span", { class: "played" }), dropButton), none];
}

async function begin(state) {
  const { section, recordButton } = state;
  recordButton.disabled = true;
  find(".no-mic", section).hidden = true;
  inscribe(find(".listening", section), say("The browser asks for the microphone…"));
  try {
    state.running = await record();
    inscribe(recordButton, say("Stop the recording"));
    inscribe(find(".listening", section), say("Recording…"));
    state.begun();
  } catch (error) {
    return refuse(section, together(reasonOf(error), TYPE));
  } finally {
    recordButton.disabled = false;
  }
  const audio = await state.running.done;
  state.running = null;
  if (!audio.bytes.byteLength) {
    showAudio(state, state.audio);
    return refuse(section, say("Nothing was recorded: it was stopped too soon. Record again."));
  }
  await store(state, KEEPING, () => put("audio", { ...audio, id: draftAudio(state.key) }));
  showAudio(state, audio);
  return announce(say("The recording is there to be played."));
}

/* Nothing is shown as done before the database has done it; until then there is nothing else to press. */
async function store(state, words, act) {
  const { section, recordButton, dropButton } = state;
  recordButton.disabled = dropButton.disabled = true;
  inscribe(find(".listening", section), words);
  state.storing = act();
  const done = await state.storing;
  state.storing = null;
  recordButton.disabled = dropButton.disabled = false;
  find(".listening", section).textContent = "";
  return done;
}

export function showAudio(state, audio) {
  const { section, recordButton, dropButton } = state;
  state.audio = audio;
  findAll("audio", section).forEach(silence);
  if (audio) find(".played", section).append(player(audio, say("Your recording")));
  find(".listening", section).textContent = "";
  inscribe(recordButton, audio ? say("Record again") : say("Record"));
  dropButton.hidden = !audio;
  state.changed();
}

async function drop(state) {
  if (!state.dropButton.dataset.asked) return ask(state.dropButton, say("Yes, delete it"));
  unask(state.dropButton, DROP);
  const gone = await store(state, say("Deleting the recording…"), () => remove("audio", draftAudio(state.key)));
  if (gone) showAudio(state, null);
  return (gone ? state.recordButton : state.dropButton).focus();
}
