// Compiles each schema of the folder `schemas` with ajv in strict mode, reads with it what `files` holds of its kind,
// and writes the types that two generators make of it: <title>.j.ts and <title>.q.ts.
import { createRequire } from "node:module";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";

const need = createRequire(process.argv[2] + "/");
const Ajv = need("ajv/dist/2020");
const { compile } = need("json-schema-to-typescript");
const { FetchingJSONSchemaStore, InputData, JSONSchemaInput, quicktype } = need("quicktype-core");

async function byQuicktype(name, text) {
  const source = new JSONSchemaInput(new FetchingJSONSchemaStore());
  await source.addSource({ name, schema: text });
  const inputData = new InputData();
  inputData.addInput(source);
  const made = await quicktype({ inputData, lang: "typescript", rendererOptions: { "just-types": "true" } });
  return made.lines.join("\n");
}

const files = JSON.parse(readFileSync("files.json", "utf8"));
for (const file of readdirSync("schemas")) {
  const text = readFileSync(`schemas/${file}`, "utf8");
  const schema = JSON.parse(text);
  const fits = new Ajv({ strict: true }).compile(schema);
  const [kind, ending] = file.replace("export-", "").split("-reader");
  for (const data of files[kind.replace(".schema.json", "")]) {
    if (!fits(data)) throw new Error(`${file}: ${JSON.stringify(fits.errors)}`);
  }
  if (ending) {
    const options = { bannerComment: "", format: false };
    writeFileSync(`${schema.title}.j.ts`, await compile(schema, schema.title, options));
    writeFileSync(`${schema.title}.q.ts`, await byQuicktype(schema.title, text));
  }
}
