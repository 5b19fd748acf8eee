/** The real lpkit of PATH, and a library to try it on. */

import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestContext } from "node:test";

import { findProgram } from "../src/finding";

const SAMPLE = "../../tests/sample";

/** The program; tests need one. */
export const LPKIT = required();

function required(): string {
  const given = { setting: "lpkit", folders: [], interpreter: undefined, path: process.env["PATH"] ?? "", windows: process.platform === "win32" };
  const found = findProgram(given, (path) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false);
  if (!found) {
    throw new Error("these tests need lpkit on PATH: activate the environment that README sets up");
  }
  return found;
}

/** A workspace with the sample's library, in which the pack has a fault: a total that is not the sum. */
export function workspace(context: TestContext): { folder: string; pack: string } {
  const folder = mkdtempSync(join(tmpdir(), "lpkit-vscode-"));
  context.after(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(SAMPLE, join(folder, "packs"), { recursive: true });
  writeFileSync(join(folder, "lpkit.toml"), 'packs = ["packs"]\n');
  const pack = join(folder, "packs/ownership/noisy-alarm.yaml");
  writeFileSync(pack, readFileSync(pack, "utf8").replace("status: published", "status: draft").replace("total: 19", "total: 20"));
  return { folder, pack };
}
