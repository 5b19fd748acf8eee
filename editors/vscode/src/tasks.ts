/** Tasks: the commands of lpkit, with the faults that they print in the panel Problems. */

import * as vscode from "vscode";

import { program } from "./program";

/** Commands that are offered as tasks, with arguments that suit a panel. */
export const COMMANDS: Readonly<Record<string, readonly string[]>> = {
  check: ["--output-format", "concise", "--relative-to", "."],
  fix: [],
  fmt: [],
  build: [],
  lock: [],
};

/** Offers a task for each command in each folder of the workspace, and completes those of tasks.json. */
export class Tasks implements vscode.TaskProvider {
  async provideTasks(): Promise<vscode.Task[]> {
    const folders = (vscode.workspace.workspaceFolders ?? []).filter((folder) => folder.uri.scheme === "file");
    const made = folders.flatMap((folder) =>
      Object.keys(COMMANDS).map((command) => this.task({ type: "lpkit", command }, folder)),
    );
    return (await Promise.all(made)).filter((task) => task !== undefined);
  }

  async resolveTask(task: vscode.Task): Promise<vscode.Task | undefined> {
    const scope = typeof task.scope === "object" ? task.scope : vscode.workspace.workspaceFolders?.[0];
    return scope && this.task(task.definition, scope);
  }

  private async task(
    definition: vscode.TaskDefinition,
    folder: vscode.WorkspaceFolder,
  ): Promise<vscode.Task | undefined> {
    const command: unknown = definition["command"];
    const found = await program();
    if (!found || typeof command !== "string" || !(command in COMMANDS)) {
      return undefined;
    }
    const given: unknown = definition["args"];
    const args = Array.isArray(given) ? given.map(String) : (COMMANDS[command] ?? []);
    const options = { cwd: folder.uri.fsPath, env: { NO_COLOR: "1" } };
    const execution = new vscode.ProcessExecution(found, [command, ...args], options);
    const task = new vscode.Task(definition, folder, command, "lpkit", execution, "$lpkit");
    if (command === "check") {
      task.group = vscode.TaskGroup.Test;
    } else if (command === "build") {
      task.group = vscode.TaskGroup.Build;
    }
    return task;
  }
}
