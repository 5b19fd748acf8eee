/* The learning system: where its interface is, and the same words for both versions of SCORM. */
const DEEPEST = 20;

const VERSIONS = {
  "1.2": {
    api: "API", begin: "LMSInitialize", end: "LMSFinish", get: "LMSGetValue", set: "LMSSetValue", commit: "LMSCommit",
    place: "cmi.core.lesson_location", status: "cmi.core.lesson_status", score: "cmi.core.score", exit: "cmi.core.exit",
    time: "cmi.core.session_time", mostData: 4096, mostPlace: 255, wrong: "wrong", response: "student_response",
    span: (seconds) => clock(seconds), moment: ["time", (date) => clock((date.getHours() * 60 + date.getMinutes()) * 60 + date.getSeconds())],
  },
  "2004": {
    api: "API_1484_11", begin: "Initialize", end: "Terminate", get: "GetValue", set: "SetValue", commit: "Commit",
    place: "cmi.location", score: "cmi.score", exit: "cmi.exit",
    time: "cmi.session_time", mostData: 64000, mostPlace: 1000, wrong: "incorrect", response: "learner_response",
    span: (seconds) => `PT${seconds}S`, moment: ["timestamp", (date) => date.toISOString().replace(/\d\dZ$/, "Z")],
  },
};

function clock(seconds) {
  const two = (number) => String(number).padStart(2, "0");
  return `${two(Math.min(9999, Math.floor(seconds / 3600)))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

function findApi(name) {
  for (const start of [window, window.opener]) {
    let frame = start;
    for (let depth = 0; frame && depth < DEEPEST; depth += 1) {
      try {
        if (frame[name]) return frame[name];
      } catch {
        /* A frame of somebody else: the system may be above it. */
      }
      frame = frame.parent === frame ? null : frame.parent;
    }
  }
  return null;
}

/* Gives the system, with which a session has begun; null where the page was opened without one. */
export function connect(version) {
  const words = VERSIONS[version];
  const api = findApi(words.api);
  if (!api || String(api[words.begin]("")) !== "true") return null;
  const said = new Map();
  const begun = Date.now();
  let ended = false;
  const get = (name) => String(api[words.get](name) ?? "");
  const set = (name, value) => {
    if (ended || said.get(name) === String(value)) return;
    said.set(name, String(value));
    api[words.set](name, String(value));
  };
  return {
    version, words, get, set,
    commit: () => ended || api[words.commit](""),
    end: () => {
      if (ended) return;
      set(words.time, words.span(Math.round((Date.now() - begun) / 1000)));
      set(words.exit, "suspend");
      api[words.commit]("");
      api[words.end]("");
      ended = true;
    },
  };
}
