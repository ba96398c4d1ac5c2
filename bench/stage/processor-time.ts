import { readFileSync } from "node:fs";

/** Linux counts in hundredths of a second whatever the kernel's own tick. */
const ticksPerSecond = 100;

/** Processor time of processes up to now, milliseconds, user and system together; 0 for one that is gone. */
export function processorMs(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => sum + ofOne(pid), 0);
}

function ofOne(pid: number): number {
  try {
    // The second field is the name in brackets and may hold spaces: what counts stands behind it.
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ");
    return ((Number(fields[11]) + Number(fields[12])) * 1000) / ticksPerSecond;
  } catch {
    return 0;
  }
}
