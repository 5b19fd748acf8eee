// Judges packages with h5p-server: whatever it says of the file, its description and its content. The libraries are not there.
import { createRequire } from "node:module";
import { join } from "node:path";
import { readFileSync } from "node:fs";

const need = createRequire(join(process.argv[2], "x.js"));
const { H5PConfig } = need("@lumieducation/h5p-server");
const PackageValidator = need("@lumieducation/h5p-server/build/src/PackageValidator.js").default;
const validator = new PackageValidator(new H5PConfig(), {});
const said = [];
for (const [file, folder] of JSON.parse(readFileSync("packages.json", "utf8"))) {
  try {
    await validator.validateFileSizes(file);
    await validator.validateExtractedPackage(folder, true, false);
    said.push("");
  } catch (error) {
    said.push(error.getErrors ? error.getErrors().map((one) => one.message).join("; ") || error.message : error.message);
  }
}
console.log(JSON.stringify(said));
