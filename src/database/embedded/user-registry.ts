import { randomBytes } from "node:crypto";
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { isAlive, thisProcess } from "./processes.ts";

/**
 * Who uses the embedded server: one empty file for each open handle, named after its process, so that the last one out
 * can stop the server and a process that died without a word is not counted. Call only while holding the start lock.
 */
export function signIn(usersDir: string): string {
  mkdirSync(usersDir, { recursive: true });
  const { pid, startedAt } = thisProcess();
  const file = path.join(usersDir, `${pid}-${startedAt}-${randomBytes(4).toString("hex")}`);
  writeFileSync(file, "");
  return file;
}

/** Takes one handle off the list. */
export function signOut(file: string): void {
  rmSync(file, { force: true });
}

/** Pids of the living processes that use the server; the files of dead ones are swept away. */
export function usersOf(usersDir: string): number[] {
  const living: number[] = [];
  for (const name of listOrNothing(usersDir)) {
    const [pid, startedAt = ""] = name.split("-");
    if (isAlive({ pid: Number(pid), startedAt })) living.push(Number(pid));
    else rmSync(path.join(usersDir, name), { force: true });
  }
  return living;
}

function listOrNothing(directory: string): string[] {
  try {
    return readdirSync(directory);
  } catch {
    return [];
  }
}
