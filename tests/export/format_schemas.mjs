// Compiles each schema given with ajv in strict mode, with the words that a list beside it names, reads a pack with it,
// and makes types of it with two generators.
import { createRequire } from "node:module";
import { readFileSync, writeFileSync } from "node:fs";

const [, , tools, ...files] = process.argv;
const need = createRequire(tools + "/");
const Ajv = need("ajv/dist/2020");
const { compile } = need("json-schema-to-typescript");
const { FetchingJSONSchemaStore, InputData, JSONSchemaInput, quicktype } = need("quicktype-core");
const vocabulary = JSON.parse(readFileSync("vocabulary.json", "utf8"));

for (const file of files) {
  const text = readFileSync(file, "utf8");
  const ajv = new Ajv({ strict: true });
  ajv.addVocabulary(vocabulary);
  ajv.addFormat("markdown", true); // A note on a text, which nothing validates.
  const fits = ajv.compile(JSON.parse(text));
  const [right, wrong] = JSON.parse(readFileSync(`${file}.data`, "utf8"));
  if (!fits(right)) throw new Error(`${file}: ${JSON.stringify(fits.errors)}`);
  if (fits(wrong)) throw new Error(`${file} takes what is wrong`);
  const types = await compile(JSON.parse(text), file, { bannerComment: "", format: false });
  const source = new JSONSchemaInput(new FetchingJSONSchemaStore());
  await source.addSource({ name: "Whole", schema: text });
  const inputData = new InputData();
  inputData.addInput(source);
  const made = await quicktype({ inputData, lang: "typescript", rendererOptions: { "just-types": "true" } });
  writeFileSync(`${file}.ts`, types);
  writeFileSync(`${file}.q.ts`, made.lines.join("\n"));
}
