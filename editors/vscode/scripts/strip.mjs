// Takes out of package-lock.json what names a host: addresses of registries and of funding. `npm ci` needs neither.
import { readFileSync, writeFileSync } from "node:fs";

const lock = JSON.parse(readFileSync("package-lock.json", "utf8"));
for (const entry of Object.values(lock.packages)) {
  delete entry.resolved;
  delete entry.funding;
  delete entry.deprecated;
}
writeFileSync("package-lock.json", JSON.stringify(lock, null, 2) + "\n");
