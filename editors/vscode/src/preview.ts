/** The preview: the page of the active pack, beside its text, from an `lpkit serve` that ends with the panel. */

import * as vscode from "vscode";

import { framed, type Place, placeAt } from "./page";
import { programOrWords } from "./program";
import { Serving } from "./running";

/** The panel beside, and the server behind it. */
export class Preview implements vscode.Disposable {
  private panel: vscode.WebviewPanel | undefined;
  private serving: Promise<Serving | undefined> | undefined;
  private shown: Place | undefined;
  private readonly following: vscode.Disposable;

  constructor() {
    this.following = vscode.window.onDidChangeActiveTextEditor((editor) => this.follow(editor));
  }

  /** Show the page of the active editor's file, in a panel that is opened where there is none. */
  async open(): Promise<void> {
    const file = vscode.window.activeTextEditor?.document.uri;
    const place = file && pageOf(file);
    if (!place) {
      void vscode.window.showInformationMessage("Open a pack first: no library.yaml is above the file in the editor.");
      return;
    }
    this.panel ??= this.newPanel();
    this.panel.reveal(undefined, true);
    await this.show(place);
  }

  dispose(): void {
    this.following.dispose();
    this.panel?.dispose();
  }

  private newPanel(): vscode.WebviewPanel {
    const column = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    const panel = vscode.window.createWebviewPanel("lpkit.preview", "lpkit", column, {
      enableScripts: true,
      retainContextWhenHidden: true,
      localResourceRoots: [],
    });
    panel.onDidDispose(() => {
      this.panel = undefined;
      this.stop();
    });
    return panel;
  }

  private follow(editor: vscode.TextEditor | undefined): void {
    const follows = vscode.workspace.getConfiguration("lpkit").get<boolean>("preview.followEditor", true);
    const place = editor && this.panel && follows ? pageOf(editor.document.uri) : undefined;
    if (place && (place.folder !== this.shown?.folder || place.page !== this.shown.page)) {
      void this.show(place);
    }
  }

  private async show(place: Place): Promise<void> {
    if (this.shown?.folder !== place.folder) {
      this.stop();
    }
    this.shown = place;
    try {
      const serving = await (this.serving ??= this.start(place.folder));
      if (!serving) {
        this.panel?.dispose();
        return;
      }
      // The path is added afterwards: not every host of VS Code keeps it.
      const outside = await vscode.env.asExternalUri(vscode.Uri.parse(serving.address));
      if (this.panel && this.shown === place) {
        this.panel.webview.html = framed(new URL(place.page, outside.toString(true)).href);
      }
    } catch (error) {
      void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
      this.panel?.dispose();
    }
  }

  /** Serve a folder; undefined where lpkit is missing, which was said. */
  private start(folder: string): Promise<Serving | undefined> {
    const started = programOrWords().then((program) => {
      // Another server may have taken its place by the time at which it ends.
      const gone = (): void => void (this.serving === started && (this.serving = undefined));
      return program ? Serving.start(program, folder, gone) : undefined;
    });
    return started;
  }

  /** End the server, also one that is only being started. */
  private stop(): void {
    const serving = this.serving;
    this.serving = undefined;
    this.shown = undefined;
    void serving?.then((started) => started?.stop(), () => undefined);
  }
}

function pageOf(uri: vscode.Uri): Place | undefined {
  return uri.scheme === "file" && /\.ya?ml$/.test(uri.fsPath) ? placeAt(uri.fsPath) : undefined;
}
