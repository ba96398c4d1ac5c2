import { copyFileSync, statSync, truncateSync } from "node:fs";

const bytesMax = 8 * 1024 * 1024;

/**
 * Keeps the server's log and one older part of it within bounds. The server holds the file open for appending, so it
 * is copied and emptied rather than renamed.
 */
export function trimServerLog(file: string): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size <= bytesMax) return;
  try {
    copyFileSync(file, `${file}.1`);
  } catch {
    // No room for a copy: then the space is worth more than the old lines.
  }
  truncateSync(file);
}
