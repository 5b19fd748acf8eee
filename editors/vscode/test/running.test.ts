import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { addressIn, fileIn, run, Serving } from "../src/running";
import { LPKIT, workspace } from "./lpkit";

test("the address is read from the first line of lpkit serve, and from no other", () => {
  assert.equal(addressIn("serving at http://127.0.0.1:40123/ (Ctrl-C ends it)"), "http://127.0.0.1:40123/");
  assert.equal(addressIn("see serving at http://127.0.0.1:1/"), undefined);
  assert.equal(addressIn("serving at http://example.com/"), undefined);
});

test("a run gives what was said and how it ended", async (context) => {
  const { folder } = workspace(context);
  const said = await run(LPKIT, ["check", "-f", "concise"], folder);
  assert.equal(said.code, 1);
  assert.match(said.out, /error LP204/);
  await assert.rejects(run(join(folder, "no-such-program"), [], folder));
});

test("a new pack is found where lpkit says it is", async (context) => {
  const { folder } = workspace(context);
  const said = await run(LPKIT, ["new", "pack", "a-new-one"], folder);
  const wanted = join(folder, "packs/ownership/a-new-one.yaml");
  assert.equal(fileIn(said.out + said.err, join(folder, "packs"), (path) => path === wanted), wanted);
  assert.equal(fileIn("nothing was written", folder, () => true), undefined);
  assert.equal(fileIn("a/b.yaml: replace every TODO", folder, () => false), undefined);
});

test("a library is served to the panel, until it is stopped", async (context) => {
  const { folder } = workspace(context);
  let close = (): void => undefined;
  const closed = new Promise<void>((resolve) => (close = resolve));
  const serving = await Serving.start(LPKIT, join(folder, "packs"), close);
  const page = await fetch(`${serving.address}packs/sample/noisy-alarm.html`);
  assert.equal(page.status, 200);
  assert.match(page.headers.get("content-security-policy") ?? "", /frame-ancestors vscode-webview: vscode-file:$/);
  assert.match(await page.text(), /Quiet a Noisy Alarm/);
  serving.stop();
  await closed;
});

test("what lpkit says is handed on where nothing can be served", async (context) => {
  const { folder } = workspace(context);
  writeFileSync(join(folder, "lpkit.toml"), "packs = [");
  const started = Serving.start(LPKIT, join(folder, "packs"), () => undefined);
  await assert.rejects(started, /^Error: The preview: .*lpkit\.toml/);
  await assert.rejects(Serving.start(join(folder, "no-such-program"), folder, () => undefined), /ENOENT/);
});
