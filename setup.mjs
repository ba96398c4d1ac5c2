// Brings along what is missing, then gets out of the way. Runs before every script, on whatever Node the machine has
// (20.19 or newer), with built-in modules only; about 50 ms when there is nothing to do.
//
//   node setup.mjs                everything, for those who develop and for the demonstration
//   node setup.mjs --production   only what a running installation needs
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

const root = path.dirname(fileURLToPath(import.meta.url));
const ownNode = path.join(root, "tools", "node");
const scratch = path.join(root, "tmp");
const scratchCache = path.join(scratch, "npm-cache");
const isProduction = process.argv.includes("--production");
const [major, minor] = process.versions.node.split(".").map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  fail(
    `A Bacheca serve Node 20.19 o più recente per partire (qui c'è ${process.versions.node}); la 24 la porta da sé.`,
    `Bacheca needs Node 20.19 or newer to start (this is ${process.versions.node}); it brings Node 24 along by itself.`,
  );
}

// Once Node 24 has been brought, npm runs this file on it too; the machine's own Node is as old as before.
const isBrought = realpathSync(process.execPath).startsWith(`${realpathSync(ownNode)}${path.sep}`);
const needsNode24 = major < 24 || isBrought;

try {
  if (!isComplete()) withLock(complete);
} catch (error) {
  explain(error);
}

function isComplete() {
  return isInstalled(root) && (!needsNode24 || (isInstalled(ownNode) && isLinked()));
}

function complete() {
  // Looked at again: whoever had the lock before us may have done all of it.
  if (!isInstalled(root)) install(root, "libraries", "le librerie");
  if (!needsNode24) return;
  if (!isInstalled(ownNode)) install(ownNode, "Node 24", "Node 24");
  if (!isLinked()) linkNode24();
}

/** What was last installed in a folder, as its stamp says; a full installation serves a production one too. */
function isInstalled(folder) {
  const stamp = stampOf(folder);
  if (!existsSync(stamp)) return false;
  const [hash, extent] = readFileSync(stamp, "utf8").split(" ");
  return hash === lockHash(folder) && (extent === "all" || isProduction);
}

function stampOf(folder) {
  return path.join(folder, "node_modules", ".bacheca-lock");
}

function lockHash(folder) {
  return createHash("sha256")
    .update(readFileSync(path.join(folder, "package-lock.json")))
    .digest("hex");
}

function install(folder, what, italianWhat) {
  console.error(
    `Installo una volta sola ${italianWhat} (circa mezzo minuto)… · Installing ${what}, once (about half a minute)…`,
  );
  // An installation that is broken off here must not look finished.
  rmSync(stampOf(folder), { force: true });
  // --ignore-scripts: no package we chose needs an install script, so none gets to run one. --include: neither
  // NODE_ENV nor somebody's npm settings may leave out what the stamp says is there.
  const extent = isProduction ? ["--omit=dev"] : ["--include=dev"];
  const quiet = ["--no-audit", "--no-fund", "--loglevel=error"];
  execFileSync("npm", ["ci", "--ignore-scripts", "--include=optional", ...extent, ...quiet], {
    cwd: folder,
    stdio: ["ignore", "ignore", "inherit"],
    env: npmEnvironment(),
    shell: process.platform === "win32",
  });
  rmSync(scratchCache, { recursive: true, force: true });
  writeFileSync(stampOf(folder), `${lockHash(folder)} ${isProduction ? "production" : "all"}`);
}

function npmEnvironment() {
  const env = { ...process.env };
  // npm must not stand on the folder that it is about to replace.
  const ownBin = path.join(root, "node_modules", ".bin");
  env.PATH = (env.PATH ?? "")
    .split(path.delimiter)
    .filter((entry) => path.resolve(entry) !== ownBin)
    .join(path.delimiter);
  const cache = env.npm_config_cache ?? path.join(os.homedir(), ".npm");
  if (!canWrite(cache)) env.npm_config_cache = scratchCache;
  return env;
}

/** Whether a folder can be written, or made where it would be. */
function canWrite(folder) {
  let place = folder;
  while (!existsSync(place) && path.dirname(place) !== place) place = path.dirname(place);
  try {
    accessSync(place, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

// npm puts node_modules/.bin first on the PATH of every script, so a link there makes `node` mean Node 24 for all of
// them, and costs nothing where the machine's own Node will do.
function linkPath() {
  return path.join(root, "node_modules", ".bin", "node");
}

function nodeBinary() {
  return path.join(ownNode, "node_modules", ".bin", "node");
}

function isLinked() {
  try {
    return (
      path.resolve(path.dirname(linkPath()), readlinkSync(linkPath())) === nodeBinary() &&
      existsSync(linkPath())
    );
  } catch {
    return false;
  }
}

function linkNode24() {
  try {
    execFileSync(nodeBinary(), ["--version"], { stdio: "ignore" });
  } catch {
    throw new Error(
      `no Node 24 is published for this system (${process.platform} ${process.arch}): install Node 24 yourself`,
    );
  }
  // Renamed into its place, so that a script beside us never finds it missing.
  const draft = `${linkPath()}.${process.pid}`;
  mkdirSync(path.dirname(draft), { recursive: true });
  symlinkSync(path.relative(path.dirname(draft), nodeBinary()), draft);
  renameSync(draft, linkPath());
}

/** Two installations at once would take the folder from under each other: one works, the others wait. */
function withLock(work) {
  mkdirSync(scratch, { recursive: true });
  const file = path.join(scratch, "setup.lock");
  while (!tryLock(file)) {
    if (isDeserted(file)) breakLock(file);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
  }
  try {
    work();
  } finally {
    rmSync(file, { force: true });
  }
}

function tryLock(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  }
}

/**
 * Removes a deserted lock. One at a time, and judged again under that guard: otherwise the second of two that saw it
 * deserted would remove the lock that the first has just taken.
 */
function breakLock(file) {
  const guard = `${file}.breaking`;
  if (!tryLock(guard)) {
    if (ageMs(guard) > 10_000) rmSync(guard, { force: true });
    return;
  }
  if (isDeserted(file)) rmSync(file, { force: true });
  rmSync(guard, { force: true });
}

function ageMs(file) {
  try {
    return Date.now() - statSync(file).mtimeMs;
  } catch {
    return 0;
  }
}

/** True when the process that holds the lock has ended, or has held it longer than any installation takes. */
function isDeserted(file) {
  try {
    if (ageMs(file) > 20 * 60_000) return true;
    const pid = Number(readFileSync(file, "utf8"));
    // Just made, and its number not written yet; or never to be written.
    if (pid === 0) return ageMs(file) > 10_000;
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error.code === "ESRCH";
  }
}

function explain(error) {
  if (error.code === "ENOENT" && error.path === "npm") {
    fail("Manca npm: di solito arriva insieme a Node.", "npm is missing: it usually comes with Node.");
  }
  if (error.code === "EACCES" || error.code === "EROFS") {
    fail(
      `Non posso scrivere in ${error.path}: serve il permesso di scrivere nella cartella del programma.`,
      `Cannot write to ${error.path}: installing needs to write to the program's folder.`,
    );
  }
  fail(
    "Non riesco a installare quel che manca. Il registro dei pacchetti è raggiungibile? Il disco ha spazio?\n" +
      "Il messaggio di npm è qui sopra; si può riprovare con lo stesso comando.",
    `Could not install what is missing: ${error.message}\n` +
      "Is the package registry reachable from here? Has the disk space? Try the same command again.",
  );
}

function fail(italian, english) {
  console.error(`${italian}\n${english}`);
  process.exit(1);
}
