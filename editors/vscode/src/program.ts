/** Which lpkit is meant in this workspace. */

import { statSync } from "node:fs";

import * as vscode from "vscode";

import { findProgram } from "./finding";
import { notFound } from "./words";

/** The part of the Python extension's API that is used. */
interface PythonApi {
  readonly environments?: { getActiveEnvironmentPath(resource?: vscode.Uri): { readonly path: string } };
}

/** Find lpkit; undefined where it is nowhere. */
export async function program(): Promise<string | undefined> {
  const folders = (vscode.workspace.workspaceFolders ?? []).filter((folder) => folder.uri.scheme === "file");
  return findProgram(
    {
      setting: setting(),
      folders: folders.map((folder) => folder.uri.fsPath),
      interpreter: setting() ? undefined : await interpreter(folders[0]?.uri),
      path: process.env["PATH"] ?? "",
      windows: process.platform === "win32",
    },
    isFile,
  );
}

/** Find lpkit, or say in one line that it is missing and offer to open its setting. */
export async function programOrWords(): Promise<string | undefined> {
  const found = await program();
  if (!found) {
    const open = "Open the Setting";
    void vscode.window.showErrorMessage(notFound(setting()), open).then((chosen) => {
      if (chosen === open) {
        void vscode.commands.executeCommand("workbench.action.openSettings", "lpkit.path");
      }
    });
  }
  return found;
}

function setting(): string {
  return vscode.workspace.getConfiguration("lpkit").get<string>("path", "").trim();
}

/** Ask the Python extension which interpreter was chosen; undefined where it is not there or fails. */
async function interpreter(resource: vscode.Uri | undefined): Promise<string | undefined> {
  try {
    const python = vscode.extensions.getExtension<PythonApi>("ms-python.python");
    const api = python && (python.isActive ? python.exports : await python.activate());
    return api?.environments?.getActiveEnvironmentPath(resource).path;
  } catch {
    return undefined;
  }
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
