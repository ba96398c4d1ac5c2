// Run at a release: adds the hashes of migrations not yet frozen, and refuses if a frozen one has changed.
import { readFileSync, writeFileSync } from "node:fs";
import { migrations } from "./index.ts";

const file = new URL("./frozen.json", import.meta.url);
const frozen = JSON.parse(readFileSync(file, "utf8")) as Record<string, string>;
for (const { name, hash } of migrations) {
  if (frozen[name] !== undefined && frozen[name] !== hash)
    throw new Error(`${name} is frozen and has changed`);
  frozen[name] = hash;
}
writeFileSync(file, `${JSON.stringify(frozen, null, 2)}\n`);
