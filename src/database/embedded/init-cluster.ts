import { chownSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { DatabaseProblem } from "../database-problem.ts";
import { syncDirectory } from "../write-whole.ts";
import type { Cluster } from "./cluster.ts";
import { run } from "./run.ts";

/**
 * Creates the cluster in a draft directory and renames it into place, so that a first start killed half-way leaves
 * nothing that looks like a database. Says whether there was anything to do.
 */
export async function initCluster(
  cluster: Cluster,
  authentication: string[] = ["-A", "trust"],
): Promise<boolean> {
  const parent = path.dirname(cluster.clusterDir);
  const name = `${path.basename(cluster.clusterDir)}.init`;
  sweepDrafts(parent, name);
  if (existsSync(path.join(cluster.clusterDir, "PG_VERSION"))) return false;
  // Our pid in the name: the initdb of a killed starter may still be writing into its own draft.
  const draft = path.join(parent, `${name}-${process.pid}`);
  mkdirSync(draft, { mode: 0o700 });
  if (cluster.user !== undefined) chownSync(draft, cluster.user.uid, cluster.user.gid);
  try {
    await initDraft(cluster, draft, authentication);
    // An empty directory made by hand (a mounted volume, say) gives way; one with anything in it does not.
    renameSync(draft, cluster.clusterDir);
    syncDirectory(parent);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    throw asProblem(error, cluster.clusterDir);
  }
  return true;
}

function sweepDrafts(parent: string, name: string): void {
  for (const leftover of readdirSync(parent).filter((each) => each.startsWith(name))) {
    try {
      rmSync(path.join(parent, leftover), { recursive: true, force: true });
    } catch {
      // The initdb of a killed starter still writes there; a later start sweeps what it leaves.
    }
  }
}

async function initDraft(cluster: Cluster, draft: string, authentication: string[]): Promise<void> {
  const sync = cluster.settings.fsync === "off" ? ["--no-sync"] : [];
  const { exitCode, stderr } = await run(
    path.join(cluster.binaries.binDir, "initdb"),
    // The C locale: order and case do not depend on the machine; Italian order is asked for by name where it matters.
    [
      "-D",
      draft,
      "-U",
      "bacheca",
      "-E",
      "UTF8",
      "--locale=C",
      "--data-checksums",
      ...authentication,
      ...sync,
    ],
    cluster.user,
  );
  if (exitCode !== 0) throw new Error(stderr.trim() || `initdb ended with code ${exitCode}`);
}

function asProblem(error: unknown, directory: string): DatabaseProblem {
  const detail = (error as Error).message;
  const code = (error as NodeJS.ErrnoException).code;
  if (code === "ENOSPC" || /No space left on device/.test(detail)) {
    return new DatabaseProblem("disk-full", { directory }, error);
  }
  if (code === "EACCES" || code === "EPERM" || /Permission denied/.test(detail)) {
    return new DatabaseProblem("no-permission", { directory, detail: lastLine(detail) }, error);
  }
  return new DatabaseProblem("init-failed", { directory, detail: lastLine(detail) }, error);
}

function lastLine(text: string): string {
  const lines = text.split("\n").filter((line) => /error|fatal/i.test(line));
  return (lines.at(-1) ?? text.trim().split("\n").at(-1) ?? "").replace(/^initdb: (error: )?/, "");
}
