import { randomBytes } from "node:crypto";
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  unlinkSync,
  writeSync,
} from "node:fs";
import path from "node:path";

/**
 * The installation's secret key where the environment gives none: a file in the data directory, made at the first
 * start, readable by its owner only. Backups do not contain it: without it the tokens in a backup stay closed.
 */
export function keepSecretKey(dataDir: string): Buffer {
  const file = path.join(dataDir, "secret.key");
  if (!existsSync(file)) makeKey(dataDir, file);
  const key = Buffer.from(readFileSync(file, "utf8").trim(), "base64");
  if (key.length < 32) throw new Error(`${file} does not hold a key of 32 bytes in base64`);
  return key;
}

/**
 * The key appears under its name whole or not at all: a crash half-way must not leave an empty key behind for good,
 * nor a second process read one.
 */
function makeKey(dataDir: string, file: string): void {
  mkdirSync(dataDir, { recursive: true });
  const draft = `${file}.${process.pid}`;
  const handle = openSync(draft, "w", 0o600);
  writeSync(handle, `${randomBytes(32).toString("base64")}\n`);
  fsyncSync(handle);
  closeSync(handle);
  try {
    linkSync(draft, file);
  } catch (error) {
    // Another process of ours was faster: its key is the key.
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    unlinkSync(draft);
  }
}
