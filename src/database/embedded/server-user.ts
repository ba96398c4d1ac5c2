import { readFileSync, statSync } from "node:fs";
import process from "node:process";
import { DatabaseProblem } from "../database-problem.ts";
import { run, type ServerUser } from "./run.ts";

export type { ServerUser } from "./run.ts";

/**
 * Who runs the server: ourselves (undefined), or, since PostgreSQL refuses to run as root, the owner of the cluster
 * directory or else `nobody`, which every system has; initdb insists on a user with an entry in passwd.
 */
export function chooseServerUser(clusterDir: string): ServerUser | undefined {
  const self = process.getuid?.() ?? 0;
  const owner = ownerOf(clusterDir);
  if (self !== 0) {
    if (owner !== undefined && owner.uid !== self) throw wrongOwner(clusterDir, owner.uid, self);
    return undefined;
  }
  if (owner === undefined) return unprivilegedUser();
  if (owner.uid === 0) throw wrongOwner(clusterDir, 0, 0);
  return { ...owner, name: nameOf(owner.uid) };
}

/** Whether the server's user can reach a directory through all its parents. */
export async function canEnter(user: ServerUser | undefined, directory: string): Promise<boolean> {
  if (user === undefined) return true;
  const { exitCode } = await run("/bin/sh", ["-c", 'cd -- "$1"', "sh", directory], user);
  return exitCode === 0;
}

function wrongOwner(directory: string, owner: number, self: number): DatabaseProblem {
  return new DatabaseProblem("wrong-owner", { directory, owner: nameOf(owner), self: nameOf(self) });
}

function ownerOf(directory: string): { uid: number; gid: number } | undefined {
  try {
    const { uid, gid } = statSync(directory);
    return { uid, gid };
  } catch {
    return undefined;
  }
}

function unprivilegedUser(): ServerUser {
  const line = passwd().find((fields) => fields[0] === "nobody");
  return { uid: Number(line?.[2] ?? 65534), gid: Number(line?.[3] ?? 65534), name: "nobody" };
}

function nameOf(uid: number): string {
  return passwd().find((fields) => fields[2] === String(uid))?.[0] ?? String(uid);
}

function passwd(): string[][] {
  try {
    const lines = readFileSync("/etc/passwd", "utf8").split("\n");
    return lines.map((line) => line.split(":"));
  } catch {
    return [];
  }
}
