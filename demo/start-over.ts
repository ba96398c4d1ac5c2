import { existsSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { runChild } from "./child.ts";

/**
 * Forgets what the demonstration remembers. A database left running by a killed one is adopted and stopped first,
 * so that no server goes on over deleted files.
 */
export async function startOver(folder: string): Promise<void> {
  if (!existsSync(folder)) return;
  const logFile = path.join(folder, "start-over.log");
  await runChild({
    argv: ["bin/bacheca.js", "migrate", "--check"],
    logFile,
    settings: { BACHECA_DATA_DIR: path.join(folder, "bacheca") },
  });
  for (const place of [databaseElsewhere(folder), folder]) {
    if (place) rmSync(place, { recursive: true, force: true });
  }
}

/** Where root's home is closed to the database's user, the product keeps the database in a place of its own. */
function databaseElsewhere(folder: string): string | undefined {
  try {
    const where = JSON.parse(readFileSync(path.join(folder, "bacheca", "postgres.json"), "utf8"));
    const home = path.dirname(String(where.clusterDir));
    return home.startsWith("/var/lib/bacheca/") ? home : undefined;
  } catch {
    return undefined;
  }
}
