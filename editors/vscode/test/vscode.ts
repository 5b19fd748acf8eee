/**
 * A stand-in for the module `vscode`, which VS Code alone has: enough of it for the language client and the extension.
 *
 * What nobody asks a result of is a class without members, an event that never fires or a registration that does nothing.
 * `stage` tells what the extension did, and lets a test do what a user would.
 */

import { EventEmitter as NodeEmitter } from "node:events";
import Module from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";

type Handler = (...args: unknown[]) => unknown;

export class Uri {
  constructor(readonly scheme: string, readonly path: string, private readonly whole: string) {}
  static file = (path: string): Uri => Uri.parse(pathToFileURL(path).href);
  static parse = (text: string): Uri => {
    const url = new URL(text);
    return new Uri(url.protocol.slice(0, -1), decodeURIComponent(url.pathname), text);
  };
  static from = (parts: { scheme: string; path: string }): Uri =>
    new Uri(parts.scheme, parts.path, `${parts.scheme}:${parts.path}`);
  get fsPath(): string {
    return this.scheme === "file" ? fileURLToPath(this.whole) : this.path;
  }
  toString(): string {
    return this.whole;
  }
}

class Position {
  constructor(readonly line: number, readonly character: number) {}
}

class Range {
  readonly start: Position;
  readonly end: Position;
  constructor(a: Position | number, b: Position | number, c?: number, d?: number) {
    this.start = typeof a === "number" ? new Position(a, b as number) : a;
    this.end = typeof a === "number" ? new Position(c ?? 0, d ?? 0) : (b as Position);
  }
  contains(place: Position): boolean {
    const after = (a: Position, b: Position): boolean => a.line > b.line || (a.line === b.line && a.character >= b.character);
    return after(place, this.start) && after(this.end, place);
  }
}

class Disposable {
  constructor(private readonly end?: () => unknown) {}
  dispose(): void {
    this.end?.();
  }
}

class EventEmitter<T> {
  private readonly emitter = new NodeEmitter();
  readonly event = (listener: (value: T) => unknown, self?: unknown): Disposable => {
    const bound = listener.bind(self);
    this.emitter.on("event", bound);
    return new Disposable(() => this.emitter.off("event", bound));
  };
  fire(value: T): void {
    this.emitter.emit("event", value);
  }
  dispose(): void {
    this.emitter.removeAllListeners();
  }
}

class CancellationTokenSource {
  readonly token = { isCancellationRequested: false, onCancellationRequested: never };
  cancel(): void {}
  dispose(): void {}
}

class Diagnostic {
  code?: unknown;
  source?: string;
  constructor(readonly range: Range, readonly message: string, readonly severity: number) {}
}

class CodeActionKind {
  static readonly Empty = new CodeActionKind("");
  constructor(readonly value: string) {}
  append(part: string): CodeActionKind {
    return new CodeActionKind(this.value ? `${this.value}.${part}` : part);
  }
}

class Made {
  readonly given: unknown[];
  constructor(...given: unknown[]) {
    this.given = given;
  }
}

/** Give where an address leads from outside: some hosts of VS Code keep no path of it. */
const originOf = (uri: Uri): Uri => Uri.parse(`${new URL(uri.toString()).origin}/`);

const never = (): Disposable => new Disposable();

/** Give what is there, and for other names: events that never fire, registrations, and classes without members. */
function open<T extends object>(known: T): T {
  return new Proxy(known, {
    get(target, name) {
      if (name in target || typeof name === "symbol") {
        return Reflect.get(target, name) as unknown;
      }
      if (/^(on(Did|Will)|register|create|set)/.test(name)) {
        return never;
      }
      return name === "then" || name.startsWith("__") ? undefined : class extends Made {};
    },
  });
}

export interface FakePanel {
  readonly webview: { html: string };
  dispose(): void;
}

/** What happens around the extension. */
export class Stage {
  readonly commands = new Map<string, Handler>();
  readonly executed: unknown[][] = [];
  readonly providers = new Map<string, { provideTasks(): Promise<Record<string, unknown>[]> }>();
  readonly pages = new Map<string, { provideTextDocumentContent(uri: Uri): Promise<string> }>();
  readonly diagnostics = new Map<string, readonly Diagnostic[]>();
  readonly published = new EventEmitter<string>();
  readonly errors: string[] = [];
  readonly logged: string[] = [];
  readonly panels: FakePanel[] = [];
  readonly shownFiles: string[] = [];
  readonly settings = new Map<string, unknown>();
  readonly answers: (string | undefined)[] = [];
  readonly opened = new EventEmitter<unknown>();
  readonly changed = new EventEmitter<unknown>();
  readonly documents: unknown[] = [];
  editor: unknown;
  readonly moved = new EventEmitter<unknown>();

  constructor(readonly folder: string) {}

  /** Open a file in an editor, with a text. */
  open(path: string, text: string): void {
    const uri = Uri.file(path);
    const document = { uri, languageId: "yaml", version: 1, isClosed: false, isDirty: false, getText: () => text };
    this.documents.push(document);
    this.editor = { document, selection: { active: new Position(0, 0) } };
    this.opened.fire(document);
    this.moved.fire(this.editor);
  }

  /** Write another text into the document that was opened last. */
  change(text: string): void {
    const document = this.documents.at(-1) as { version: number; getText: () => string };
    document.version += 1;
    document.getText = () => text;
    this.changed.fire({ document, contentChanges: [{ text }] });
  }

  /** Put the cursor of the editor on a line, counted from 0. */
  go(line: number): void {
    (this.editor as { selection: unknown }).selection = { active: new Position(line, 0) };
  }

  /** Do what a command does. */
  async command(name: string, ...args: unknown[]): Promise<unknown> {
    return this.commands.get(name)?.(...args);
  }

  /** Wait for faults of a file that satisfy what is asked. */
  faults(path: string, wanted: (found: readonly Diagnostic[]) => boolean): Promise<readonly Diagnostic[]> {
    const key = Uri.file(path).toString();
    return new Promise((resolve) => {
      const look = (): void => {
        const found = this.diagnostics.get(key);
        if (found && wanted(found)) {
          listening.dispose();
          resolve(found);
        }
      };
      const listening = this.published.event(look);
      look();
    });
  }

  /** Make the module that the extension imports. */
  module(): object {
    const stage = this;
    const folders = [{ uri: Uri.file(this.folder), name: "work", index: 0 }];
    const note = (level: string) => (text: string) => void stage.logged.push(`${level}: ${text}`);
    return open({
      __esModule: true,
      version: "1.91.0",
      Uri, Position, Range, Disposable, EventEmitter, CancellationTokenSource, CodeActionKind, Diagnostic,
      DiagnosticSeverity: { Error: 0, Warning: 1, Information: 2, Hint: 3 },
      DiagnosticTag: { Unnecessary: 1, Deprecated: 2 },
      ViewColumn: { Beside: -2 },
      TaskGroup: { Test: "test", Build: "build" },
      Task: class { constructor(readonly definition: unknown, readonly scope: unknown, readonly name: string,
        readonly source: string, readonly execution: unknown, readonly matcher: string) {} },
      ProcessExecution: class { constructor(readonly process: string, readonly args: string[], readonly options: unknown) {} },
      env: { appName: "stand-in", language: "en", asExternalUri: (uri: Uri) => Promise.resolve(originOf(uri)) },
      extensions: open({ getExtension: () => undefined, all: [] }),
      tasks: open({ registerTaskProvider: (kind: string, provider: never) => {
        stage.providers.set(kind, provider);
        return never();
      } }),
      commands: {
        registerCommand: (name: string, handler: Handler) => {
          stage.commands.set(name, handler);
          return new Disposable(() => stage.commands.delete(name));
        },
        executeCommand: (name: string, ...args: unknown[]) => {
          stage.executed.push([name, ...args]);
          return Promise.resolve(stage.commands.get(name)?.(...args));
        },
      },
      languages: open({
        match: () => 10,
        getDiagnostics: (uri: Uri) => stage.diagnostics.get(uri.toString()) ?? [],
        createDiagnosticCollection: () => ({
          set: (uri: Uri, found: Diagnostic[]) => {
            stage.diagnostics.set(uri.toString(), found);
            stage.published.fire(uri.toString());
          },
          delete: (uri: Uri) => stage.diagnostics.delete(uri.toString()),
          clear: () => undefined,
          dispose: () => undefined,
          has: () => false,
        }),
      }),
      workspace: open({
        workspaceFolders: folders,
        textDocuments: stage.documents,
        notebookDocuments: [],
        isTrusted: true,
        getWorkspaceFolder: () => folders[0],
        getConfiguration: (section: string) => ({
          get: (name: string, usual: unknown) => stage.settings.get(`${section}.${name}`) ?? usual,
        }),
        onDidOpenTextDocument: stage.opened.event,
        onDidChangeTextDocument: stage.changed.event,
        registerTextDocumentContentProvider: (scheme: string, provider: never) => {
          stage.pages.set(scheme, provider);
          return never();
        },
        createFileSystemWatcher: () => open({ dispose: () => undefined }),
      }),
      window: open({
        get activeTextEditor() { return stage.editor; },
        get visibleTextEditors() { return stage.editor ? [stage.editor] : []; },
        tabGroups: open({ all: [] }),
        onDidChangeActiveTextEditor: stage.moved.event,
        createOutputChannel: () => ({
          info: note("info"), error: note("error"), warn: note("warn"), debug: note("debug"), trace: note("trace"),
          append: note("text"), appendLine: note("text"), show: () => undefined, dispose: () => undefined,
          onDidChangeLogLevel: never, logLevel: 3,
        }),
        showErrorMessage: (text: string) => {
          stage.errors.push(text);
          return Promise.resolve(undefined);
        },
        showInformationMessage: () => Promise.resolve(undefined),
        showWarningMessage: () => Promise.resolve(undefined),
        showInputBox: () => Promise.resolve(stage.answers.shift()),
        showTextDocument: (uri: Uri) => {
          stage.shownFiles.push(uri.fsPath);
          return Promise.resolve(undefined);
        },
        createWebviewPanel: () => {
          const closed = new EventEmitter<void>();
          const panel = {
            webview: { html: "" },
            reveal: () => undefined,
            onDidDispose: closed.event,
            dispose: () => closed.fire(),
          };
          stage.panels.push(panel);
          return panel;
        },
      }),
    });
  }
}

/** Load the built extension as VS Code would, with a stage around it. */
export function load(bundle: string, stage: Stage): { activate(context: object): Promise<void>; deactivate(): Promise<void> } {
  const internals = Module as unknown as { _load: (name: string, ...rest: unknown[]) => unknown };
  const usual = internals._load;
  const module = stage.module();
  internals._load = (name, ...rest) => (name === "vscode" ? module : usual(name, ...rest));
  const require = Module.createRequire(__filename);
  delete require.cache[require.resolve(bundle)];
  try {
    return require(bundle) as ReturnType<typeof load>;
  } finally {
    internals._load = usual;
  }
}
