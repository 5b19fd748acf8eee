import assert from "node:assert/strict";
import { test } from "node:test";

import { framed, placeOf } from "../src/page";

const FILES: Record<string, string> = {
  "/w/packs/one/library.yaml": "# a comment\nformat: 1\nid: one\ntitle: One\nprinciples:\n  - {id: ownership}\n",
  "/w/packs/two/library.yaml": "format: 1\nid: 'two'  # quoted\n",
  "/w/packs/none/library.yaml": "format: 1\n",
};

const PLACES: [string, string | undefined, string | undefined][] = [
  ["/w/packs/one/ownership/a-pack.yaml", "/w/packs/one", "packs/one/a-pack.html"],
  ["/w/packs/two/x/y/a-pack.yml", "/w/packs/two", "packs/two/a-pack.html"],
  ["/w/packs/one/library.yaml", "/w/packs/one", ""],
  ["/w/packs/none/ownership/a-pack.yaml", "/w/packs/none", ""],
  ["/w/packs/lost.yaml", undefined, undefined],
];

for (const [file, folder, page] of PLACES) {
  test(file, () => {
    const place = placeOf(file, (path) => FILES[path]);
    assert.deepEqual([place?.folder, place?.page], [folder, page]);
  });
}

test("the frame holds one address, and nothing else may be shown or run", () => {
  const html = framed('http://127.0.0.1:1234/packs/"><script>alert(1)</script>/a.html');
  assert.match(html, /default-src 'none'; frame-src http:\/\/127\.0\.0\.1:1234; style-src 'unsafe-inline'"/);
  assert.equal(html.match(/<script/g), null);
  assert.equal(html.match(/<iframe /g)?.length, 1);
});
