/** Where the program lpkit is looked for; knows nothing of VS Code. */

import { delimiter, dirname, isAbsolute, join } from "node:path";

/** What the places to look at follow from. */
export interface Circumstances {
  /** The setting `lpkit.path`; empty where nobody set it. */
  readonly setting: string;
  /** Folders of the workspace, the first one first. */
  readonly folders: readonly string[];
  /** The Python interpreter that the user chose, or the folder of its environment. */
  readonly interpreter: string | undefined;
  /** The variable PATH. */
  readonly path: string;
  readonly windows: boolean;
}

/** Give the first place where lpkit is; undefined where it is nowhere. A setting that leads nowhere is not passed over. */
export function findProgram(given: Circumstances, isFile: (path: string) => boolean): string | undefined {
  return places(given).find(isFile);
}

/** Give all places where lpkit is looked for, in order. */
export function places(given: Circumstances): string[] {
  const name = given.windows ? "lpkit.exe" : "lpkit";
  const inside = given.windows ? "Scripts" : "bin";
  if (given.setting) {
    return set(given, name);
  }
  const environments = given.folders.map((folder) => join(folder, ".venv", inside, name));
  const chosen = given.interpreter
    ? [join(dirname(given.interpreter), name), join(given.interpreter, inside, name)]
    : [];
  return [...environments, ...chosen, ...onPath(given.path, name)];
}

/** Give the places that the setting means: a path, or the name of a program on PATH. */
function set(given: Circumstances, name: string): string[] {
  if (isAbsolute(given.setting)) {
    return [given.setting];
  }
  if (given.setting === "lpkit" || given.setting === name) {
    return onPath(given.path, name);
  }
  return given.folders.slice(0, 1).map((folder) => join(folder, given.setting));
}

/** Relative folders of PATH are left out: a program of the workspace must not be found by accident. */
function onPath(path: string, name: string): string[] {
  return path.split(delimiter).filter(isAbsolute).map((folder) => join(folder, name));
}
