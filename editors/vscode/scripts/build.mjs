// Bundles the extension into dist/ (with --tests: the tests into build/), and writes the licences of what is in it.
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

const PERMISSIVE = new Set(["MIT", "ISC", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "0BSD", "BlueOak-1.0.0"]);
const COMMON = { bundle: true, platform: "node", target: "node20", format: "cjs", external: ["vscode"], logLevel: "warning" };

const { metafile } = await build({
  ...COMMON,
  entryPoints: ["src/extension.ts"],
  outfile: "dist/extension.js",
  minify: true,
  metafile: true,
});
writeFileSync("dist/licences.txt", licences(Object.keys(metafile.inputs)));

if (process.argv.includes("--tests")) {
  rmSync("build", { recursive: true, force: true });
  const tests = readdirSync("test").filter((name) => name.endsWith(".test.ts"));
  await build({ ...COMMON, entryPoints: tests.map((name) => join("test", name)), outdir: "build" });
}

/** Give the licence texts of the packages in a bundle; fails where one may not be given away with it. */
function licences(inputs) {
  const names = new Set(inputs.flatMap((input) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1] ?? []));
  return [...names].sort().map((name) => {
    const folder = join("node_modules", name);
    const { license, version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    if (!PERMISSIVE.has(license)) {
      throw new Error(`${name} ${version} is under ${license}, which is not known as permissive`);
    }
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    if (!file) {
      throw new Error(`${name} ${version} brings no text of its licence`);
    }
    return `${name} ${version} (${license})\n\n${readFileSync(join(folder, file), "utf8").trim()}\n`;
  }).join("\n----\n\n");
}
