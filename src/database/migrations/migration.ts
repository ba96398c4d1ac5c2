import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Kysely } from "kysely";

/** One step of the schema. `hash` is the SHA-256 of its file's text: a step already taken anywhere never changes. */
export interface Migration {
  name: string;
  hash: string;
  up(db: Kysely<unknown>): Promise<void>;
}

/** A migration from its file in this folder, which carries its name. */
export function fromFile(name: string, up: Migration["up"]): Migration {
  const text = readFileSync(new URL(`./${name}.ts`, import.meta.url));
  return { name, hash: createHash("sha256").update(text).digest("hex"), up };
}
