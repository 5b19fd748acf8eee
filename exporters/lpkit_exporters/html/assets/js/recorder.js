/* Records what the reader says, into memory: the browser asks for leave, and shows that the microphone is on. */
import { find, inscribe } from "./dom.js";
import { say } from "./words.js";

const REASONS = {
  NotAllowedError: say("This page may not use the microphone."),
  SecurityError: say("This page may not use the microphone."),
  NotFoundError: say("There is no microphone."),
  NotReadableError: say("The microphone is in use elsewhere."),
};

/* Speech, and no more than that: a minute is a quarter of a megabyte. */
const BITS = 32_000;

export const canRecord = () => Boolean(navigator.mediaDevices?.getUserMedia && self.MediaRecorder);

/* Why there is no recording, in a sentence. */
export const reasonOf = (error) => REASONS[error?.name] ?? say("This browser cannot record here.");

/* Says below the button why there is no recording. */
export function refuse(section, words) {
  inscribe(find(".no-mic", section), words);
  find(".no-mic", section).hidden = false;
  find(".listening", section).textContent = "";
}

/* Begins; gives a `stop`, and `done`: the recording, once it was stopped or the microphone went away. */
export async function record() {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  const release = () => stream.getTracks().forEach((track) => track.stop());
  try {
    const recorder = new MediaRecorder(stream, { audioBitsPerSecond: BITS });
    const pieces = [];
    const begun = performance.now();
    const done = new Promise((resolve) => {
      recorder.ondataavailable = ({ data }) => pieces.push(data);
      recorder.onstop = async () => {
        release();
        const seconds = Math.round((performance.now() - begun) / 1000);
        const type = recorder.mimeType || "audio/webm";
        resolve({ type, bytes: await new Blob(pieces).arrayBuffer(), seconds });
      };
    });
    recorder.start();
    return { done, stop: () => recorder.state === "inactive" || recorder.stop() };
  } catch (error) {
    release();
    throw error;
  }
}
