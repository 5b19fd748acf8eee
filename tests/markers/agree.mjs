/* Runs the script of the site over texts: JSON in, spans out, as test_same_in_both.py compares them. */
import { readFileSync } from "node:fs";

const { script, cases } = JSON.parse(readFileSync(0, "utf8"));
const { compile, unpack } = await import(script);
const found = cases.map(({ spotting, texts }) => {
  const spans = compile(unpack(spotting));
  return texts.map((text) => spans(text).map(({ start, end, marker }) => [start, end, marker]));
});
process.stdout.write(JSON.stringify(found));
