import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";

/** An append-only file of JSON lines. */
export interface Journal {
  append(entry: unknown): void;
  /** Closing again does nothing. */
  close(): void;
}

/**
 * Reads what a journal holds, oldest first. A missing file is an empty journal. A last line without its end was
 * being written when the process died: it is left out, as if it had never been begun.
 * @throws when any other line is not JSON: the file is not ours or was edited by hand
 */
export function readJournal(file: string): unknown[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, "utf8").split("\n");
  lines.pop();
  return lines.map((line, index) => {
    try {
      return JSON.parse(line) as unknown;
    } catch (cause) {
      throw new Error(`${file}, line ${index + 1}: this is not a journal of the portal.`, { cause });
    }
  });
}

/**
 * Opens a journal for appending, first rewriting it as the given entries. The rewriting drops what later entries
 * undid and a torn last line; it goes through a second file, so that a crash leaves either the old or the new one.
 */
export function openJournal(file: string, entries: unknown[]): Journal {
  mkdirSync(dirname(file), { recursive: true });
  const rewritten = openSync(`${file}.new`, "w");
  writeSync(rewritten, entries.map((entry) => `${JSON.stringify(entry)}\n`).join(""));
  fsyncSync(rewritten);
  closeSync(rewritten);
  renameSync(`${file}.new`, file);
  let handle: number | undefined = openSync(file, "a");
  return {
    // One write for each line: a killed process leaves at most its last line torn.
    append: (entry) => {
      if (handle === undefined) throw new Error(`${file} is closed.`);
      writeSync(handle, `${JSON.stringify(entry)}\n`);
    },
    close: () => {
      if (handle !== undefined) closeSync(handle);
      handle = undefined;
    },
  };
}
