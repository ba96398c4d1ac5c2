import { closeSync, fsyncSync, openSync, renameSync, writeSync } from "node:fs";
import path from "node:path";

/** Writes a small file so that whoever reads it, even after a power failure, sees the old text or the new, whole. */
export function writeWhole(file: string, text: string): void {
  const draft = `${file}.part`;
  const handle = openSync(draft, "w", 0o600);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(draft, file);
  syncDirectory(path.dirname(file));
}

/** Makes a rename inside a directory survive a power failure. */
export function syncDirectory(directory: string): void {
  const handle = openSync(directory, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
