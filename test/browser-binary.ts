import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { promisify } from "node:util";

const run = promisify(execFile);

export interface BrowserBinary {
  executablePath: string;
  /** What it needs in its environment beyond ours. */
  env: Record<string, string>;
}

const systemPaths = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/microsoft-edge",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** Looks for a Chromium: named by the environment, installed on the machine, else unpacked from the npm package. */
export async function findBrowser(): Promise<BrowserBinary> {
  const named = process.env.BACHECA_TEST_BROWSER;
  if (named) return { executablePath: named, env: {} };
  const installed = systemPaths.find((file) => existsSync(file));
  if (installed) return { executablePath: installed, env: {} };
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new Error(
      `no browser found: the npm package holds one for Linux x64 only (this is ${process.platform} ${process.arch}); ` +
        "install Chromium or Chrome, or name one in BACHECA_TEST_BROWSER",
    );
  }
  return await packagedBrowser();
}

/**
 * The Chromium of @sparticuz/chromium. We unpack it ourselves instead of calling the package's `executablePath()`,
 * which unpacks to one fixed place in the temporary folder and takes a file half written by somebody else for whole.
 */
export async function packagedBrowser(): Promise<BrowserBinary> {
  const folder = await unpacked();
  const executablePath = path.join(folder, "chromium");
  const env: Record<string, string> = {};
  // A machine without any font configuration gets the package's one font, or every text would be invisible.
  if (!existsSync("/etc/fonts/fonts.conf")) env.FONTCONFIG_PATH = ownFonts(folder);
  if (await starts(executablePath, env)) return { executablePath, env };
  // The usual cause: no NSS on the machine. The package brings one; the machine's own is preferred where it is there,
  // because it was built for this very system.
  env.LD_LIBRARY_PATH = path.join(folder, "al2023", "lib");
  if (await starts(executablePath, env)) return { executablePath, env };
  throw new Error(
    "the Chromium of the npm package does not start here, not even with its own libraries: install Chromium " +
      "(Debian: apt-get install chromium), or name a browser in BACHECA_TEST_BROWSER",
  );
}

async function starts(executablePath: string, env: Record<string, string>): Promise<boolean> {
  try {
    await run(executablePath, ["--version"], { env: { ...process.env, ...env } });
    return true;
  } catch {
    return false;
  }
}

const archives = ["chromium.br", "fonts.tar.br", "swiftshader.tar.br", "al2023.tar.br"];

/** Unpacks the archives once for each version, into a folder that appears under its name only when it is whole. */
async function unpacked(): Promise<string> {
  const modules = path.resolve(import.meta.dirname, "../node_modules");
  const home = path.join(modules, "@sparticuz/chromium");
  const { version } = JSON.parse(readFileSync(path.join(home, "package.json"), "utf8")) as {
    version: string;
  };
  const cache = path.join(modules, ".cache", "bacheca");
  const folder = path.join(cache, `chromium-${version}`);
  if (existsSync(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  const staging = mkdtempSync(path.join(cache, "unpacking-"));
  // In a process of its own, because the package decides by the process's TMPDIR where it unpacks to.
  const script = `
    const { inflate } = await import(process.argv[1] + "/build/lambdafs.js");
    await Promise.all(process.argv.slice(2).map((name) => inflate(process.argv[1] + "/bin/" + name)));`;
  await run(process.execPath, ["--input-type=module", "-e", script, home, ...archives], {
    env: { ...process.env, TMPDIR: staging },
  });
  try {
    renameSync(staging, folder);
  } catch (error) {
    // Somebody else was faster; theirs is as good.
    rmSync(staging, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

/** The configuration inside the package names fixed places; this one names where we unpacked. */
function ownFonts(folder: string): string {
  const directory = path.join(folder, "fonts");
  writeFileSync(
    path.join(directory, "fonts.conf"),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${directory}</dir><cachedir>${path.join(folder, "fonts-cache")}</cachedir></fontconfig>\n`,
  );
  return directory;
}
