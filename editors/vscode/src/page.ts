/** Which page shows a pack, and the frame around it; knows nothing of VS Code. */

import { readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** Reads a file's text; undefined where there is none. */
export type Read = (path: string) => string | undefined;

/** A library and the page of one of its files. */
export interface Place {
  /** The folder of library.yaml. */
  readonly folder: string;
  /** The page within the site: of the pack, or the first page for library.yaml. */
  readonly page: string;
}

/** Find the library above a file of the disk and the file's page; undefined where there is none. */
export function placeAt(file: string): Place | undefined {
  return placeOf(file, (path) => {
    try {
      return readFileSync(path, "utf8");
    } catch {
      return undefined;
    }
  });
}

/** Find the library above a file and the file's page in its site; undefined where no library is above. */
export function placeOf(file: string, read: Read): Place | undefined {
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    const library = read(join(folder, "library.yaml"));
    if (library !== undefined) {
      const id = idIn(library);
      const name = basename(file).replace(/\.ya?ml$/, "");
      return { folder, page: name === "library" || !id ? "" : `packs/${id}/${name}.html` };
    }
    if (dirname(folder) === folder) {
      return undefined;
    }
  }
}

/** Give the id of a library, from its text: a key at the left, with or without quotes. */
function idIn(library: string): string | undefined {
  return /^id:[ \t]*["']?([a-z0-9_-]+)/m.exec(library)?.[1];
}

/** Make the page of the panel: nothing but a frame around an address. */
export function framed(address: string): string {
  const { origin } = new URL(address);
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; frame-src ${origin}; style-src 'unsafe-inline'">
<style>html, body, iframe { margin: 0; padding: 0; border: 0; width: 100%; height: 100vh; background: #fff; }</style>
<title>lpkit</title></head>
<body><iframe src="${escaped(address)}" title="Preview of the pack"></iframe></body></html>
`;
}

function escaped(text: string): string {
  return text.replace(/[&"<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
