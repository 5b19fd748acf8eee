/** Runs lpkit, once or as a server of pages; knows nothing of VS Code. */

import { type ChildProcess, execFile, spawn } from "node:child_process";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";

import { ended } from "./words";

/** What a finished run said. */
export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Run lpkit to its end; rejects where it cannot be started at all. */
export function run(program: string, args: readonly string[], cwd: string): Promise<Said> {
  return new Promise((resolve, reject) => {
    execFile(program, [...args], { cwd, maxBuffer: 64 * 1024 * 1024 }, (error, out, err) => {
      const code = error ? error.code : 0;
      if (typeof code === "number") {
        resolve({ code, out, err });
      } else {
        reject(error);
      }
    });
  });
}

/** A running `lpkit serve`. */
export class Serving {
  private constructor(
    private readonly process: ChildProcess,
    /** The folder that is served. */
    readonly folder: string,
    /** Where, with a slash at the end. */
    readonly address: string,
  ) {}

  /**
   * Serve a library on a free port, and wait until it says where; rejects with what it says where it ends instead.
   * `gone` is called once it has ended.
   */
  static async start(program: string, folder: string, gone: () => void): Promise<Serving> {
    const process = spawn(program, ["serve", folder, "--port", "0", "--in-editor"], {
      cwd: folder,
      // The server ends when this process does: nobody holds its standard input any more.
      stdio: ["pipe", "ignore", "pipe"],
    });
    return new Promise((resolve, reject) => {
      let said = "";
      createInterface({ input: process.stderr }).on("line", (line) => {
        const address = addressIn(line);
        if (address) {
          said = "";
          resolve(new Serving(process, folder, address));
        } else {
          said = `${said}${line}\n`.slice(-10_000);
        }
      });
      process.on("error", reject);
      process.on("close", (code) => {
        reject(new Error(ended("The preview", code, said)));
        gone();
      });
    });
  }

  /** End the server. */
  stop(): void {
    this.process.kill();
  }
}

/** Give the address in the line with which `lpkit serve` begins. */
export function addressIn(line: string): string | undefined {
  return /^serving at (http:\/\/127\.0\.0\.1:\d+\/)/.exec(line)?.[1];
}

/** Find the file that `lpkit new pack` says it wrote: its path begins at a folder above the one where lpkit ran. */
export function fileIn(said: string, ran: string, exists: (path: string) => boolean): string | undefined {
  const name = /^(.+\.ya?ml): /m.exec(said)?.[1];
  for (let folder = ran; name; folder = dirname(folder)) {
    if (exists(join(folder, name))) {
      return join(folder, name);
    }
    if (dirname(folder) === folder) {
      return undefined;
    }
  }
  return undefined;
}
