import assert from "node:assert/strict";
import { test } from "node:test";

import { ended, idFault, notFound } from "../src/words";

test("what is missing is said in one line, with what to do", () => {
  for (const words of [notFound(""), notFound("/opt/lpkit")]) {
    assert.ok(!words.includes("\n"));
    assert.match(words, /lpkit\.path/);
  }
  assert.match(notFound("/opt/lpkit"), /\/opt\/lpkit/);
});

const SAID: [string, number | null, string, string][] = [
  ["lpkit's own words", 2, "lpkit: lpkit lsp needs pygls (install it)\n", "Server: lpkit lsp needs pygls (install it)"],
  ["the last line of a crash", 1, "Traceback\n  File x\r\nValueError: no\n", "Server: ValueError: no"],
  ["lpkit's words among others", 1, "a warning\nlpkit: broken\nanother\n", "Server: broken"],
  ["silence", 3, " \n", "Server: lpkit ended with code 3 and said nothing."],
  ["a process that was killed", null, "", "Server: lpkit ended and said nothing."],
];

for (const [name, code, said, expected] of SAID) {
  test(name, () => assert.equal(ended("Server", code, said), expected));
}

test("ids are those of the format", () => {
  for (const id of ["quiet-a-noisy-alarm", "a_1", "7"]) {
    assert.equal(idFault(id), undefined);
  }
  for (const id of ["", "A", "a b", "-a", "a-", "a--b", "../a", "a\n", "ä"]) {
    assert.match(idFault(id) ?? "", /Small letters/);
  }
});
