import { type ChildProcess, spawn } from "node:child_process";
import { realpathSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { postgresProcessesIn } from "../src/database/embedded/processes.ts";

export interface Killable {
  child: ChildProcess;
  /** Lines it has said so far. */
  said: string[];
  /** The next line that matches, or one already said; rejects if the program ends before. */
  says(pattern: RegExp): Promise<string>;
  /** Sends the signal and waits until the program is gone and all it said has been read. */
  end(signal: NodeJS.Signals): Promise<void>;
}

/** Starts test/commit-loop.ts on a data directory, as another user if one is given. */
export function startCommitLoop(
  dataDir: string,
  mode: "commit" | "wait" = "commit",
  as: { uid?: number; gid?: number } = {},
): Killable {
  return startKillable("commit-loop.ts", [dataDir, mode], as);
}

/** Starts a program of this folder, to be killed at any moment. */
export function startKillable(
  name: string,
  args: readonly string[],
  as: { uid?: number; gid?: number } = {},
): Killable {
  const program = path.join(import.meta.dirname, name);
  const child = spawn(process.execPath, [program, ...args], { stdio: ["ignore", "pipe", "pipe"], ...as });
  const said: string[] = [];
  let rest = "";
  let trouble = "";
  let waiting: (() => void)[] = [];
  const wake = () => {
    for (const each of waiting.splice(0)) each();
  };
  child.stdout?.on("data", (chunk: Buffer) => {
    const lines = (rest + chunk.toString()).split("\n");
    rest = lines.pop() ?? "";
    said.push(...lines);
    wake();
  });
  child.stderr?.on("data", (chunk: Buffer) => {
    trouble += chunk.toString();
  });
  let gone = false;
  const closed = new Promise<void>((resolve) => {
    child.once("close", () => {
      gone = true;
      wake();
      resolve();
    });
  });
  const says = async (pattern: RegExp) => {
    for (;;) {
      const line = said.find((each) => pattern.test(each));
      if (line !== undefined) return line;
      if (gone) throw new Error(`the program ended without saying ${pattern}: ${trouble}`);
      await new Promise<void>((resolve) => {
        waiting = [...waiting, resolve];
      });
    }
  };
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await closed;
  };
  return { child, said, says, end };
}

/** kill -9 for the postmaster and every process of its server at once. */
export function killServer(clusterDir: string): void {
  for (const pid of postgresProcessesIn(realpathSync(clusterDir)) ?? []) {
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // Ended by itself meanwhile.
    }
  }
}
