import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import path from "node:path";
import process from "node:process";

/**
 * Makes the links between library names that the npm package cannot carry in its archive: it lists them in
 * `pg-symlinks.json` and leaves them to an install script, which we do not run.
 *
 * Says false when the folder cannot be written.
 */
export function linkLibraries(native: string): boolean {
  const list = path.join(native, "pg-symlinks.json");
  if (!existsSync(list)) return true;
  const root = path.dirname(native);
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const place = path.join(root, target);
    try {
      if (!exists(place)) symlinkSync(path.relative(path.dirname(place), path.join(root, source)), place);
    } catch (error) {
      // EEXIST: another process of ours made the same link at the same moment.
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") return false;
    }
  }
  return true;
}

/** Copies the folder as a whole or not at all, readable by everybody; a copy already there is kept. */
export function copyNative(native: string, copy: string): void {
  if (existsSync(copy)) return;
  const draft = `${copy}.${process.pid}`;
  mkdirSync(draft, { recursive: true, mode: 0o755 });
  try {
    cpSync(native, path.join(draft, "native"), { recursive: true, verbatimSymlinks: true });
    linkLibraries(path.join(draft, "native"));
    openToAll(path.join(draft, "native"));
    renameSync(path.join(draft, "native"), copy);
  } catch (error) {
    if (!existsSync(copy)) throw error;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** Readable (and runnable) by everybody, whatever our umask says: the server's user is another one. */
function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const place = path.join(folder, entry.name);
    if (entry.isDirectory()) openToAll(place);
    else if (entry.isFile()) chmodSync(place, 0o755);
  }
}

function exists(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false }) !== undefined;
}
