import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { test, type TestContext } from "node:test";

import { run } from "../src/running";
import { LPKIT, workspace } from "./lpkit";
import { load, Stage, Uri } from "./vscode";

const BUNDLE = resolve("dist/extension.js");
const MANIFEST = JSON.parse(readFileSync("package.json", "utf8"));

/** Start the built extension in a workspace whose pack has a fault, with the real lpkit behind it. */
async function started(context: TestContext, program = LPKIT) {
  const { folder, pack } = workspace(context);
  const stage = new Stage(folder);
  stage.settings.set("lpkit.path", program.replace("WORK", folder));
  const extension = load(BUNDLE, stage);
  const subscriptions: { dispose(): unknown }[] = [];
  context.after(async () => {
    await extension.deactivate();
    subscriptions.forEach((one) => one.dispose());
  });
  return { stage, folder, pack, begin: () => extension.activate({ subscriptions }) };
}

test("in a workspace with a fault", async (context) => {
  const { stage, folder, pack, begin } = await started(context);
  await begin();
  assert.deepEqual(stage.errors, [], stage.logged.join("\n"));

  await context.test("every command of the manifest is there, and no other of ours", async () => {
    const listed = MANIFEST.contributes.commands.map((entry: { command: string }) => entry.command);
    // The language client registers what the server offers.
    const offered = ["lpkit.fixAll", "lpkit.lock", "lpkit.schema"];
    assert.deepEqual([...stage.commands.keys()].sort(), [...listed, ...offered].sort());
    assert.deepEqual(stage.executed, [["setContext", "lpkit.active", true]]);
  });

  await context.test("tasks run, and the matcher of the manifest reads what check prints", async () => {
    const tasks = (await stage.providers.get("lpkit")?.provideTasks()) ?? [];
    assert.deepEqual(tasks.map((task) => task["name"]), ["check", "fix", "fmt", "build", "lock"]);
    const pattern = MANIFEST.contributes.problemPatterns[0];
    for (const task of tasks) {
      assert.equal(task["matcher"], "$lpkit");
      const { process, args, options } = task["execution"] as { process: string; args: string[]; options: { cwd: string } };
      assert.equal(options.cwd, folder);
      const printed = await new Promise<string>((done) => {
        execFile(process, args, options, (_error, out, err) => done(out + err));
      });
      const read = printed.split("\n").map((line) => new RegExp(pattern.regexp).exec(line)).filter((found) => found);
      if (task["name"] === "check") {
        assert.ok(read.some((found) => found?.[pattern.code] === "LP204" && found[pattern.line] === "26"), printed);
        assert.ok(read.every((found) => found?.[pattern.file] === "packs/ownership/noisy-alarm.yaml"), printed);
      } else {
        assert.doesNotMatch(printed, /Usage|No such/);
      }
    }
  });

  await context.test("the preview shows the pack of the editor, follows it, and ends with its panel", async () => {
    await stage.command("lpkit.preview");
    assert.equal(stage.panels.length, 0, "no pack is open");
    stage.open(pack, readFileSync(pack, "utf8"));
    await stage.command("lpkit.preview");
    const [panel] = stage.panels;
    const address = /src="([^"]+)"/.exec(panel?.webview.html ?? "")?.[1] ?? "";
    assert.match(address, /^http:\/\/127\.0\.0\.1:\d+\/packs\/sample\/noisy-alarm\.html$/);
    assert.match(await (await fetch(address)).text(), /Quiet a Noisy Alarm/);
    const library = join(folder, "packs/library.yaml");
    stage.open(library, readFileSync(library, "utf8"));
    await new Promise(setImmediate);
    assert.match(panel?.webview.html ?? "", /src="http:\/\/127\.0\.0\.1:\d+\/"/);
    panel?.dispose();
    await stage.command("lpkit.preview");
    const later = /src="([^"]+)"/.exec(stage.panels[1]?.webview.html ?? "")?.[1] ?? "";
    await ended(address);
    assert.equal((await fetch(later)).status, 200, "that another one ended before is nothing to the second");
    stage.panels[1]?.dispose();
    await ended(later);
  });

  await context.test("faults of an open pack arrive, and go when the text is mended", async () => {
    const text = readFileSync(pack, "utf8");
    stage.open(pack, text);
    const faults = await stage.faults(pack, (found) => found.length > 0);
    const sum = faults.find((fault) => fault.code === "LP204");
    assert.match(sum?.message ?? "", /total is 20, but the scores sum to 19/);
    assert.equal(text.split("\n")[sum?.range.start.line ?? 0]?.trim(), "total: 20");
    stage.change(text.replace("total: 20", "total: 19"));
    await stage.faults(pack, (found) => !found.some((fault) => fault.code === "LP204"));
  });

  await context.test("the rule of the fault on the line of the cursor is explained", async () => {
    stage.open(pack, readFileSync(pack, "utf8"));
    const faults = await stage.faults(pack, (found) => found.some((fault) => fault.code === "LP204"));
    stage.go(faults.find((fault) => fault.code === "LP204")?.range.start.line ?? 0);
    await stage.command("lpkit.explain");
    const [name, page] = stage.executed.at(-1) ?? [];
    assert.deepEqual([name, String(page)], ["markdown.showPreviewToSide", "lpkit-rule:LP204.md"]);
    const text = await stage.pages.get("lpkit-rule")?.provideTextDocumentContent(page as Uri);
    assert.match(text ?? "", /^# LP204 total-not-sum \(error\)\n\nA total that is not/);
  });

  await context.test("a new pack is asked for, written and opened", async () => {
    stage.answers.push("a-new-one", "A New One", "customer-obsession");
    await stage.command("lpkit.newPack");
    const file = join(folder, "packs/customer-obsession/a-new-one.yaml");
    assert.deepEqual(stage.shownFiles, [file]);
    assert.match(readFileSync(file, "utf8"), /^title: A New One$/m);
    stage.answers.push("another-one", "", "no-such-principle");
    await stage.command("lpkit.newPack");
    assert.match(stage.errors[0] ?? "", /^The pack was not written: there is no principle no-such-principle/);
    stage.answers.push(undefined);
    await stage.command("lpkit.newPack");
    assert.equal(stage.errors.length, 1);
  });
});

/** Wait until nobody answers at an address. */
async function ended(address: string): Promise<void> {
  while (await fetch(address).then(async (answer) => (await answer.text(), true), () => false)) {
    // Asked again.
  }
}

test("restarts at once leave one server, which may have been installed meanwhile", async (context) => {
  const { stage, pack, begin } = await started(context, "WORK/nowhere");
  await begin();
  stage.settings.set("lpkit.path", LPKIT);
  await Promise.all([stage.command("lpkit.restart"), stage.command("lpkit.restart")]);
  assert.equal(stage.errors.length, 1);
  assert.equal(stage.logged.filter((line) => line.includes("lpkit lsp runs from")).length, 2);
  stage.open(pack, readFileSync(pack, "utf8"));
  await stage.faults(pack, (found) => found.some((fault) => fault.code === "LP204"));
  assert.equal(stage.errors.length, 1);
});

const MISSING: Record<string, [string, string, RegExp]> = {
  "an extra is missing": [
    "WORK/lpkit",
    'echo "lpkit: lpkit lsp needs pygls (install lpkit with its extra lsp)" >&2\nexit 2\n',
    /^The language server did not start: lpkit lsp needs pygls \(install lpkit with its extra lsp\)$/,
  ],
  "lpkit is too old to know the command": [
    "WORK/lpkit",
    'echo "lpkit: no such command: lsp" >&2\nexit 2\n',
    /^The language server did not start: no such command: lsp$/,
  ],
  "it says nothing": ["WORK/lpkit", "exit 3\n", /^The language server did not start: /],
  "the setting leads nowhere": ["WORK/nowhere", "", /^There is no program at lpkit\.path \(.*nowhere\)\./],
};

for (const [name, [program, script, expected]] of Object.entries(MISSING)) {
  test(`one line says what to do where ${name}`, async (context) => {
    const { stage, folder, begin } = await started(context, program);
    writeFileSync(join(folder, "lpkit"), `#!/bin/sh\n${script}`);
    chmodSync(join(folder, "lpkit"), 0o755);
    await begin();
    assert.equal(stage.errors.length, 1, stage.errors.join("\n"));
    assert.match(stage.errors[0] ?? "", expected);
  });
}

/** A server that answers what it is asked first, and nothing else; it ends long after it was asked to, and so does this test. */
const DEAF = `#!${process.execPath}
const answer = JSON.stringify({ jsonrpc: "2.0", id: 0, result: { capabilities: {} } });
process.stdin.once("data", (data) => {
  const id = JSON.parse(String(data).split("\\r\\n\\r\\n")[1]).id;
  const text = answer.replace('"id":0', '"id":' + id);
  process.stdout.write("Content-Length: " + text.length + "\\r\\n\\r\\n" + text);
});
process.stdin.on("data", () => undefined);
setTimeout(() => process.exit(), 8000);
`;

test("a server that does not end keeps no other from starting", async (context) => {
  const { stage, folder, begin } = await started(context, "WORK/lpkit");
  writeFileSync(join(folder, "lpkit"), DEAF);
  chmodSync(join(folder, "lpkit"), 0o755);
  await begin();
  stage.settings.set("lpkit.path", LPKIT);
  await stage.command("lpkit.restart");
  const runs = stage.logged.filter((line) => line.includes("lpkit lsp runs from"));
  assert.equal(runs.length, 2, stage.logged.join("\n"));
  assert.deepEqual(stage.errors, []);
});

test("a line of progress before a fault on a terminal hides nothing", () => {
  const { regexp, file } = MANIFEST.contributes.problemPatterns[0];
  const line = "checking 3 of 20\r\rpacks/a.yaml:1:2: error LP204 total-not-sum: no";
  assert.equal(new RegExp(regexp).exec(line)?.[file], "packs/a.yaml");
});

test("the lock of the active pack's library is created by the server", async (context) => {
  const { stage, folder, pack, begin } = await started(context);
  const sound = readFileSync(pack, "utf8").replace("total: 20", "total: 19").replace("status: draft", "status: published");
  writeFileSync(pack, sound);
  await begin();
  stage.open(pack, sound);
  await stage.faults(pack, () => true);
  await stage.command("lpkit.createLock");
  assert.equal((await run(LPKIT, ["lock", "--check"], folder)).code, 0);
});
