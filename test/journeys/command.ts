import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import process from "node:process";

const root = path.resolve(import.meta.dirname, "../..");

/** A command of the product, or the demonstration, run for real. */
export interface RunningCommand {
  child: ChildProcess;
  /** Everything written so far. */
  out(): string;
  err(): string;
  /** Resolves with the exit code, or the name of the signal that ended it. */
  ended: Promise<number | string>;
  /** Resolves when standard output contains a text; rejects when the command ends before. */
  says(text: string): Promise<void>;
}

/** Starts a program of the checkout with this environment only, so that nothing of the machine leaks in. */
export function startCommand(
  program: string,
  argv: readonly string[],
  environment: Record<string, string> = {},
  node = process.execPath,
): RunningCommand {
  const { PATH = "", HOME = "" } = process.env;
  const child = spawn(node, [path.join(root, program), ...argv], {
    cwd: root,
    env: { PATH, HOME, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let out = "";
  let err = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (out += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (err += text));
  const ended = new Promise<number | string>((resolve) => {
    child.once("close", (code, signal) => resolve(code ?? signal ?? "?"));
  });
  const says = (text: string) =>
    new Promise<void>((resolve, reject) => {
      const look = () => {
        if (out.includes(text)) resolve();
      };
      child.stdout.on("data", look);
      void ended.then((code) =>
        reject(new Error(`ended with ${code} before saying "${text}":\n${out}\n${err}`)),
      );
      look();
    });
  return { child, out: () => out, err: () => err, ended, says };
}

/** Runs a command to its end. */
export async function runBacheca(
  argv: readonly string[],
  environment: Record<string, string> = {},
  node = process.execPath,
): Promise<{ code: number | string; out: string; err: string }> {
  const command = startCommand("bin/bacheca.js", argv, environment, node);
  const code = await command.ended;
  return { code, out: command.out(), err: command.err() };
}
