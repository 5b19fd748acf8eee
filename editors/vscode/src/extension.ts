/** What VS Code starts: the language server, commands, tasks and the preview. */

import * as vscode from "vscode";

import { createLock, explain, newPack, RULES, rulePage } from "./commands";
import { Preview } from "./preview";
import { Server } from "./server";
import { Tasks } from "./tasks";

let server: Server | undefined;

/** Begin; the server starts in the background, so that a failure leaves the commands at hand. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const output = vscode.window.createOutputChannel("lpkit", { log: true });
  const preview = new Preview();
  const own = new Server(output);
  server = own;
  const command = vscode.commands.registerCommand;
  context.subscriptions.push(
    output,
    preview,
    command("lpkit.restart", () => own.restart()),
    command("lpkit.showOutput", () => output.show()),
    command("lpkit.preview", () => preview.open()),
    command("lpkit.newPack", newPack),
    command("lpkit.createLock", () => createLock(own)),
    command("lpkit.explain", explain),
    vscode.tasks.registerTaskProvider("lpkit", new Tasks()),
    vscode.workspace.registerTextDocumentContentProvider(RULES, { provideTextDocumentContent: rulePage }),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration("lpkit.path")) {
        void own.restart();
      }
    }),
  );
  void vscode.commands.executeCommand("setContext", "lpkit.active", true);
  await own.start();
}

/** End what was started. */
export async function deactivate(): Promise<void> {
  await server?.dispose();
}
