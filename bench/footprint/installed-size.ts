import { lstatSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import path from "node:path";
import process from "node:process";

/** Megabytes (10^6 bytes) on disk, by the blocks that files take. */
export interface InstalledSize {
  /** What a running installation needs: production dependencies, embedded database included. */
  productionMb: number;
  /** With what is needed to develop. */
  allMb: number;
  /** The Node that runs this. */
  nodeMb: number;
  /** The program itself. */
  sourceMb: number;
}

const root = path.join(import.meta.dirname, "../..");
const bytesPerBlock = 512;

export function installedSize(): InstalledSize {
  const modules = path.join(root, "node_modules");
  const all = diskBytes(modules);
  return {
    productionMb: mega(productionBytes()),
    allMb: mega(all),
    nodeMb: mega(statSync(realpathSync(process.execPath)).size),
    sourceMb: mega(diskBytes(path.join(root, "src")) + diskBytes(path.join(root, "bin"))),
  };
}

interface Lock {
  packages: Record<string, { dev?: boolean; devOptional?: boolean }>;
}

/** The packages that the lock file does not mark as of development only, and that are here on this machine. */
function productionBytes(): number {
  const lock = JSON.parse(readFileSync(path.join(root, "package-lock.json"), "utf8")) as Lock;
  const folders = Object.entries(lock.packages).filter(([folder, { dev }]) => folder !== "" && !dev);
  // A package inside another one's folder is counted with that one.
  const outer = folders.filter(
    ([folder]) => !folder.slice("node_modules/".length).includes("/node_modules/"),
  );
  return outer.reduce((sum, [folder]) => sum + diskBytes(path.join(root, folder)), 0);
}

function diskBytes(file: string): number {
  const status = lstatSync(file, { throwIfNoEntry: false });
  if (!status) return 0;
  const own = status.blocks * bytesPerBlock;
  if (!status.isDirectory()) return own;
  return readdirSync(file).reduce((sum, name) => sum + diskBytes(path.join(file, name)), own);
}

function mega(bytes: number): number {
  return Math.round(bytes / 1e5) / 10;
}
