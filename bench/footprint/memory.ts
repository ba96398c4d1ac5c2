import { readFileSync } from "node:fs";

/** Memory of processes together, in megabytes (10^6 bytes). */
export interface Memory {
  /** Proportional: what several share is divided among them, so a sum counts it once. What the promise is about. */
  pssMb: number;
  /** What `ps` shows; counts shared pages in each process. */
  rssMb: number;
}

export function memoryOf(pids: readonly number[]): Memory {
  let [pss, rss] = [0, 0];
  for (const pid of pids) {
    try {
      const text = readFileSync(`/proc/${pid}/smaps_rollup`, "utf8");
      pss += kilobytes(text, "Pss");
      rss += kilobytes(text, "Rss");
    } catch {
      // It ended meanwhile, as the database's helpers do.
    }
  }
  return { pssMb: megabytes(pss), rssMb: megabytes(rss) };
}

function kilobytes(text: string, name: string): number {
  return Number(new RegExp(`^${name}:\\s+(\\d+) kB`, "m").exec(text)?.[1] ?? 0);
}

function megabytes(kilo: number): number {
  return Math.round((kilo * 1024) / 1e5) / 10;
}
