import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";

export const root = path.resolve(import.meta.dirname, "..");

/** One of the processes the demonstration is made of. */
export interface Child {
  name: string;
  /** Resolves with what the child says when it is ready; rejects when it ends before. */
  ready: Promise<Record<string, unknown>>;
  /** Resolves with its exit code (or the signal's name) when it has ended. */
  ended: Promise<number | string>;
  /** The last lines it wrote, for when it ends unasked. */
  lastWords(): string[];
  /** Asks it to stop, insists after a while, and resolves when it has ended. */
  stop(): Promise<void>;
}

export interface ChildOptions {
  name: string;
  /** Program within the checkout, then its arguments. */
  argv: [program: string, ...rest: string[]];
  /** What it writes goes here. */
  logFile: string;
  /** Beside what of our own environment it may see. */
  settings?: Record<string, string>;
}

const insistAfterMs = 8_000;

/**
 * Starts a program of this checkout with a channel over which it says `{ ready: true, … }`. The channel is also what
 * ends it when we are killed: both programs stop when it closes.
 */
export function startChild({ name, argv, logFile, settings = {} }: ChildOptions): Child {
  // Of this start only: what an earlier one wrote would be mistaken for its last words.
  const log = openSync(logFile, "w");
  const [program, ...rest] = argv;
  const child = spawn(process.execPath, [path.join(root, program), ...rest], {
    cwd: root,
    stdio: ["ignore", log, log, "ipc"],
    env: { ...foreignSettings(), ...settings },
  });
  closeSync(log);
  const ended = endOf(child);
  return {
    name,
    ended,
    ready: readinessOf(child, name, ended),
    lastWords: () => readFileSync(logFile, "utf8").trimEnd().split("\n").slice(-8),
    async stop() {
      child.kill("SIGTERM");
      const insisting = setTimeout(() => child.kill("SIGKILL"), insistAfterMs);
      await ended;
      clearTimeout(insisting);
    },
  };
}

/** Runs a program of this checkout to its end. */
export async function runChild(
  options: Omit<ChildOptions, "name">,
): Promise<{ code: number | string; words: string[] }> {
  const child = startChild({ ...options, name: options.argv[0] });
  child.ready.catch(() => {});
  return { code: await child.ended, words: child.lastWords() };
}

/** A real installation on this machine must not be touched by its own demonstration. */
function foreignSettings(): NodeJS.ProcessEnv {
  const ours = /^(BACHECA_|DATABASE_URL)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)));
}

function endOf(child: ChildProcess): Promise<number | string> {
  return new Promise((resolve) => {
    child.once("exit", (code, signal) => resolve(code ?? signal ?? "?"));
    child.once("error", (error) => resolve(error.message));
  });
}

function readinessOf(
  child: ChildProcess,
  name: string,
  ended: Promise<number | string>,
): Promise<Record<string, unknown>> {
  return new Promise((resolve, reject) => {
    child.on("message", (message) => {
      const said = message as Record<string, unknown>;
      if (said.ready === true) resolve(said);
    });
    void ended.then((code) => reject(new Error(`${name}: ${code}`)));
  });
}
