/** Starts `lpkit lsp`, and says in one line why where it does not start. */

import { type ChildProcess, spawn } from "node:child_process";

import * as vscode from "vscode";
import { CloseAction, type ErrorHandler, LanguageClient, type ServerOptions } from "vscode-languageclient/node";

import { programOrWords } from "./program";
import { ended } from "./words";

/** The client of the language server; what fails while it starts is said by `Server`, once. */
class Client extends LanguageClient {
  /** Whether it ran once. */
  ran = false;

  override error(message: string, data?: unknown, show: boolean | "force" = true): void {
    super.error(message, data, this.ran ? show : false);
  }
}

/** The language server of this window. */
export class Server implements vscode.Disposable {
  private client: Client | undefined;
  /** What was asked last: one thing is done after the other, so that no two servers run. */
  private last: Promise<void> = Promise.resolve();

  constructor(private readonly output: vscode.LogOutputChannel) {}

  /** Start the server; nothing but a message comes of a failure. */
  start(): Promise<void> {
    return this.next(() => this.begin());
  }

  /** End the server, where it runs, and start it anew: lpkit may have been installed meanwhile. */
  restart(): Promise<void> {
    return this.next(async () => {
      await this.end();
      await this.begin();
    });
  }

  /** Whether the server answers. */
  get running(): boolean {
    return this.client?.isRunning() ?? false;
  }

  dispose(): Promise<void> {
    return this.next(() => this.end());
  }

  private next(work: () => Promise<void>): Promise<void> {
    this.last = this.last.then(work);
    return this.last;
  }

  private async begin(): Promise<void> {
    const program = await programOrWords();
    if (!program) {
      return;
    }
    const attempt = new Attempt(program);
    const client = this.clientOf(attempt.options);
    this.client = client;
    try {
      await client.start();
      client.ran = true;
      this.output.info(`lpkit lsp runs from ${program}`);
    } catch (error) {
      this.client = undefined;
      const words = await attempt.words(error);
      this.output.error(words);
      void vscode.window.showErrorMessage(words);
    }
  }

  private async end(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    if (client?.isRunning()) {
      try {
        await client.dispose();
      } catch (error) {
        // A server that does not answer its end is killed by the client; whoever restarts wants the next one.
        this.output.warn(`lpkit lsp did not end in time: ${String(error)}`);
      }
    }
  }

  private clientOf(options: ServerOptions): Client {
    let usual: ErrorHandler | undefined;
    const handler = (): ErrorHandler => (usual ??= client.createDefaultErrorHandler());
    const client: Client = new Client("lpkit", "lpkit", options, {
      documentSelector: [{ scheme: "file", language: "yaml" }],
      outputChannel: this.output,
      errorHandler: {
        error: (error, message, count) => handler().error(error, message, count),
        closed: () => (client.ran ? handler().closed() : { action: CloseAction.DoNotRestart, handled: true }),
      },
      initializationFailedHandler: () => false,
    });
    return client;
  }
}

/** Milliseconds for which a process that did not start the server may go on to end by itself. */
const PATIENCE = 3_000;

/** A process of `lpkit lsp`, of which what it said and how it ended is kept until it runs. */
class Attempt {
  private said = "";
  private process: ChildProcess | undefined;

  constructor(private readonly program: string) {}

  readonly options = (): Promise<ChildProcess> => {
    const cwd = vscode.workspace.workspaceFolders?.find((folder) => folder.uri.scheme === "file")?.uri.fsPath;
    const process = spawn(this.program, ["lsp"], cwd ? { cwd } : {});
    process.stderr.on("data", (data: Buffer) => {
      this.said = `${this.said}${data.toString()}`.slice(-10_000);
    });
    // Where it cannot be started, its pipes close, and `words` says why.
    process.on("error", (error) => {
      this.said = error.message;
    });
    // What is still written to a process that has ended is nobody's concern.
    process.stdin.on("error", () => undefined);
    this.process = process;
    return Promise.resolve(process);
  };

  /** Say why it did not start. */
  async words(error: unknown): Promise<string> {
    const process = this.process;
    if (process?.pid !== undefined && process.exitCode === null) {
      // One that neither answers nor ends must not keep the next start waiting.
      const late = setTimeout(() => process.kill(), PATIENCE);
      await new Promise((resolve) => process.once("close", resolve));
      clearTimeout(late);
    }
    const own = this.said || (error instanceof Error ? error.message : String(error));
    return ended("The language server did not start", process?.exitCode ?? null, own);
  }
}
