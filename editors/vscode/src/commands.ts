/** Commands that run lpkit once: a new pack, the lock, what a rule says. */

import { existsSync } from "node:fs";

import * as vscode from "vscode";

import { placeAt } from "./page";
import { programOrWords } from "./program";
import { fileIn, run } from "./running";
import type { Server } from "./server";
import { ended, idFault } from "./words";

/** Shows what rules say: `lpkit-rule:LP204.md` is the page of LP204. */
export const RULES = "lpkit-rule";

/** Ask for the names of a pack, have it written, and open it. */
export async function newPack(): Promise<void> {
  const folder = hereabouts();
  if (!folder) {
    return;
  }
  const id = await vscode.window.showInputBox({
    title: "New pack (1 of 3)",
    prompt: "Its permanent id, which is also the name of its file.",
    placeHolder: "quiet-a-noisy-alarm",
    validateInput: idFault,
  });
  const title = id && (await ask("New pack (2 of 3)", "The name of the pattern. Empty: made from the id."));
  const principle =
    title !== undefined && id ? await ask("New pack (3 of 3)", "The id of its principle. Empty: the library's first.") : undefined;
  if (!id || title === undefined || principle === undefined) {
    return;
  }
  const args = ["new", "pack", id, ...option("--title", title), ...option("--principle", principle)];
  const said = await lpkit("The pack was not written", args, folder);
  const file = said && fileIn(`${said.out}\n${said.err}`, folder, existsSync);
  if (file) {
    await vscode.window.showTextDocument(vscode.Uri.file(file));
  }
}

/** Bring the lock up to date, by the server where it runs, for the library of the active file. */
export async function createLock(server: Server): Promise<void> {
  const file = vscode.window.activeTextEditor?.document.uri;
  if (file && server.running) {
    await vscode.commands.executeCommand("lpkit.lock", file.toString());
    return;
  }
  const folder = hereabouts();
  const said = folder && (await lpkit("Nothing was locked", ["lock"], folder));
  if (said) {
    void vscode.window.showInformationMessage(said.out.trim() || said.err.trim() || "library.lock is up to date");
  }
}

/** Show the page of a rule: one that is given, that of the fault at the cursor or else on its line, or one of a list. */
export async function explain(given?: unknown): Promise<void> {
  const code = typeof given === "string" ? given : (codeAtCursor() ?? (await codeOfList()));
  if (code) {
    const page = vscode.Uri.from({ scheme: RULES, path: `${code}.md` });
    await vscode.commands.executeCommand("markdown.showPreviewToSide", page);
  }
}

/** Write the page of a rule as Markdown. */
export async function rulePage(page: vscode.Uri): Promise<string> {
  const code = page.path.replace(/\.md$/, "");
  const said = await lpkit("There is no page", ["explain", code, "--json"], hereabouts() ?? process.cwd());
  if (!said) {
    return "";
  }
  const rule = JSON.parse(said.out) as Readonly<Record<"code" | "name" | "severity" | "documentation", string>>;
  return `# ${rule.code} ${rule.name} (${rule.severity})\n\n${rule.documentation}\n`;
}

function codeAtCursor(): string | undefined {
  const editor = vscode.window.activeTextEditor;
  if (!editor) {
    return undefined;
  }
  const at = editor.selection.active;
  const faults = vscode.languages.getDiagnostics(editor.document.uri).filter((fault) => fault.source === "lpkit");
  const here = faults.find((fault) => fault.range.contains(at)) ?? faults.find((fault) => fault.range.start.line === at.line);
  const code = here?.code;
  return code === undefined ? undefined : String(typeof code === "object" ? code.value : code);
}

async function codeOfList(): Promise<string | undefined> {
  const said = await lpkit("There is no list of rules", ["rules", "--json"], hereabouts() ?? process.cwd());
  if (!said) {
    return undefined;
  }
  const rules = JSON.parse(said.out) as readonly Readonly<Record<"code" | "name" | "summary", string>>[];
  const items = rules.map((rule) => ({ label: rule.code, description: rule.name, detail: rule.summary }));
  const chosen = await vscode.window.showQuickPick(items, { matchOnDescription: true, matchOnDetail: true });
  return chosen?.label;
}

/** Run lpkit; say why and give nothing where it fails. */
async function lpkit(failing: string, args: readonly string[], folder: string) {
  const program = await programOrWords();
  if (!program) {
    return undefined;
  }
  try {
    const said = await run(program, args, folder);
    if (said.code === 0) {
      return said;
    }
    void vscode.window.showErrorMessage(ended(failing, said.code, said.err || said.out));
  } catch (error) {
    void vscode.window.showErrorMessage(ended(failing, null, String(error)));
  }
  return undefined;
}

/** Give the folder to run in: of the active file's library, else the first of the workspace. */
function hereabouts(): string | undefined {
  const file = vscode.window.activeTextEditor?.document.uri;
  const place = file?.scheme === "file" ? placeAt(file.fsPath) : undefined;
  return place?.folder ?? vscode.workspace.workspaceFolders?.[0]?.uri.fsPath;
}

async function ask(title: string, prompt: string): Promise<string | undefined> {
  return vscode.window.showInputBox({ title, prompt });
}

function option(name: string, value: string): string[] {
  return value.trim() ? [name, value.trim()] : [];
}
