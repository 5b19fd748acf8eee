// Read a file of GIFT with gift-pegjs and print what it understands as JSON. Arguments: the folder of npm, the file.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const [tools, file] = process.argv.slice(2);
const { parse } = createRequire(`${tools}/package.json`)("gift-pegjs");
console.log(JSON.stringify(parse(readFileSync(file, "utf8"))));
