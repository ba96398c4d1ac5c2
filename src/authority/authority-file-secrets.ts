import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { type FaultWords, otherWords } from "./authority-file-words.ts";

/** Where secrets may come from: files beside the YAML, and the environment, both handed in. */
export interface SecretPlaces {
  /** Folder of the YAML file; relative paths begin there. */
  folder: string;
  environment: Readonly<Record<string, string | undefined>>;
}

export type BroughtIn = { kind: "value"; value: unknown } | { kind: "fault"; words: FaultWords };

const fromFile = z.strictObject({ file: z.string().min(1) });
const fromEnvironment = z.strictObject({ env: z.string().min(1) });

/** The value of one setting: a text as it is, `{ file }` and `{ env }` followed where the setting is a secret. */
export function bringIn(value: unknown, isSecret: boolean, places: SecretPlaces): BroughtIn {
  const file = fromFile.safeParse(value);
  const env = fromEnvironment.safeParse(value);
  if (!isSecret) {
    return file.success || env.success ? fault(otherWords.notASecret) : { kind: "value", value };
  }
  if (file.success) return fromPath(path.resolve(places.folder, file.data.file));
  if (env.success) {
    const found = places.environment[env.data.env]?.trim();
    return found ? { kind: "value", value: found } : fault(otherWords.noVariable(env.data.env));
  }
  return typeof value === "object" && value !== null
    ? fault(otherWords.secretForm)
    : { kind: "value", value };
}

function fromPath(file: string): BroughtIn {
  try {
    return { kind: "value", value: readFileSync(file, "utf8").trim() };
  } catch (error) {
    return fault(otherWords.noSecretFile(file, (error as NodeJS.ErrnoException).code ?? String(error)));
  }
}

function fault(words: FaultWords): BroughtIn {
  return { kind: "fault", words };
}
