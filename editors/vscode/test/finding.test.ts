import assert from "node:assert/strict";
import { delimiter } from "node:path";
import { test } from "node:test";

import { type Circumstances, findProgram, places } from "../src/finding";

const NOTHING: Circumstances = { setting: "", folders: ["/work"], interpreter: undefined, path: "", windows: false };

const CASES: Record<string, [Partial<Circumstances>, string[], string | undefined]> = {
  "the workspace's own comes before PATH": [
    { path: "/usr/bin" },
    ["/work/.venv/bin/lpkit", "/usr/bin/lpkit"],
    "/work/.venv/bin/lpkit",
  ],
  "a later folder of the workspace counts too": [
    { folders: ["/a", "/b"], path: "/usr/bin" },
    ["/b/.venv/bin/lpkit", "/usr/bin/lpkit"],
    "/b/.venv/bin/lpkit",
  ],
  "the chosen interpreter comes before PATH": [
    { interpreter: "/envs/talk/bin/python", path: "/usr/bin" },
    ["/envs/talk/bin/lpkit", "/usr/bin/lpkit"],
    "/envs/talk/bin/lpkit",
  ],
  "an environment may be named by its folder": [
    { interpreter: "/envs/talk" },
    ["/envs/talk/bin/lpkit"],
    "/envs/talk/bin/lpkit",
  ],
  "PATH is read in its order": [
    { path: ["/one", "/two"].join(delimiter) },
    ["/two/lpkit", "/one/lpkit"],
    "/one/lpkit",
  ],
  "a relative folder of PATH is passed over": [{ path: [".", "bin"].join(delimiter) }, ["bin/lpkit", "lpkit"], undefined],
  "a setting comes first": [
    { setting: "/opt/lpkit", path: "/usr/bin" },
    ["/opt/lpkit", "/work/.venv/bin/lpkit", "/usr/bin/lpkit"],
    "/opt/lpkit",
  ],
  "a setting that leads nowhere is not passed over": [
    { setting: "/opt/lpkit", path: "/usr/bin" },
    ["/work/.venv/bin/lpkit", "/usr/bin/lpkit"],
    undefined,
  ],
  "a relative setting begins at the workspace": [{ setting: "env/bin/lpkit" }, ["/work/env/bin/lpkit"], "/work/env/bin/lpkit"],
  "the bare name is looked for on PATH": [
    { setting: "lpkit", path: "/usr/bin" },
    ["/work/lpkit", "/work/.venv/bin/lpkit", "/usr/bin/lpkit"],
    "/usr/bin/lpkit",
  ],
  "no folder is open": [{ folders: [], setting: "env/lpkit" }, ["/work/env/lpkit", "env/lpkit"], undefined],
};

for (const [name, [given, files, expected]] of Object.entries(CASES)) {
  test(name, () => {
    const found = findProgram({ ...NOTHING, ...given }, (path) => files.includes(path));
    assert.equal(found, expected);
  });
}

test("on Windows it is an .exe in Scripts", () => {
  const asked = places({ ...NOTHING, windows: true, interpreter: "/envs/talk" });
  assert.ok(asked.includes("/work/.venv/Scripts/lpkit.exe"));
  assert.ok(asked.includes("/envs/talk/Scripts/lpkit.exe"));
  assert.ok(asked.every((path) => path.endsWith("lpkit.exe")));
});
