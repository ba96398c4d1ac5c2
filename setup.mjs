// Brings along what is missing, then gets out of the way. Runs before every script, on whatever Node the
// machine has (20.19 or newer), with built-in modules only; about 50 ms when there is nothing to do.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

const root = path.dirname(fileURLToPath(import.meta.url));
const [major, minor] = process.versions.node.split(".").map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Bacheca needs Node 20.19 or newer to start (this is ${process.versions.node}); it brings Node 24 along by itself.\n` +
      `A Bacheca serve Node 20.19 o più recente per partire (qui c'è ${process.versions.node}); la 24 la porta da sé.`,
  );
  process.exit(1);
}

/** Runs `npm ci` in a folder unless its lock file is the one last installed. */
function installOnce(folder, what) {
  const lock = createHash("sha256")
    .update(readFileSync(path.join(folder, "package-lock.json")))
    .digest("hex");
  const stamp = path.join(folder, "node_modules", ".bacheca-lock");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) return;
  console.error(`Installing ${what}, once (about half a minute) · Installo una volta sola ${what}…`);
  // --ignore-scripts: no package we chose needs an install script, so none gets to run one.
  execFileSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: folder,
    stdio: ["ignore", "ignore", "inherit"],
    shell: process.platform === "win32",
  });
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, lock);
}

try {
  installOnce(root, "libraries");
  if (major < 24) bringNode24();
} catch (error) {
  console.error(
    `Could not install what is missing: ${error.message}\n` +
      "Is the package registry reachable from here? Try again with: npm ci\n" +
      "Non riesco a installare quel che manca: il registro dei pacchetti è raggiungibile? Riprova con: npm ci",
  );
  process.exit(1);
}

/**
 * npm puts node_modules/.bin first on the PATH of every script, so a link there makes `node` mean Node 24 for all of
 * them, and costs nothing where the machine's own Node will do.
 */
function bringNode24() {
  const folder = path.join(root, "tools", "node");
  installOnce(folder, "Node 24");
  const binary = path.join(folder, "node_modules", ".bin", "node");
  if (!existsSync(binary)) {
    throw new Error(
      `no Node 24 is published for ${process.platform} ${process.arch}: install Node 24 yourself`,
    );
  }
  const link = path.join(root, "node_modules", ".bin", "node");
  rmSync(link, { force: true });
  mkdirSync(path.dirname(link), { recursive: true });
  symlinkSync(path.relative(path.dirname(link), binary), link);
}
