import { existsSync } from "node:fs";
import { resolve } from "node:path";

/**
 * Where samples and real material shared by several checkouts live: `shared` beside this one, or what BACHECA_SHARED
 * names. The tests that need it are skipped where it is missing.
 */
export const sharedFolder = resolve(
  process.env.BACHECA_SHARED ?? resolve(import.meta.dirname, "../../shared"),
);

export const sharedIsHere = existsSync(sharedFolder);

/** To be shown by tests that are skipped. */
export const sharedMissing = "the shared samples are not beside this checkout (set BACHECA_SHARED)";

/** A path inside the shared folder. */
export function shared(path: string): string {
  return resolve(sharedFolder, path);
}
