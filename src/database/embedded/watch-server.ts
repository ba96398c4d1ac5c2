import type { Log } from "../pool.ts";
import { isLivingPostgres } from "./processes.ts";
import type { RunningServer } from "./run-server.ts";

export interface ServerWatch {
  postmasterPid(): number;
  /** Stops watching; waits for a recovery under way. */
  stop(): Promise<void>;
}

const lookEveryMs = 250;
const retryMsMax = 5_000;

/**
 * Looks after a server that ought to live: when it dies under us it is brought back within about a second, and the
 * pools reconnect by themselves. Several processes may watch one server; the start lock lets one of them act.
 */
export function watchServer(
  first: RunningServer,
  log: Log,
  bringBack: () => Promise<RunningServer>,
): ServerWatch {
  let pid = first.postmasterPid;
  let stopped = false;
  let recovery: Promise<void> | undefined;

  const follow = (server: RunningServer) => {
    pid = server.postmasterPid;
    server.child?.once("exit", look);
  };

  function look(): void {
    if (stopped || recovery !== undefined || isLivingPostgres(pid)) return;
    log("embedded PostgreSQL died", { pid });
    recovery = recover().finally(() => {
      recovery = undefined;
    });
  }

  async function recover(): Promise<void> {
    const since = Date.now();
    for (let failures = 0; !stopped; failures++) {
      try {
        const server = await bringBack();
        follow(server);
        return log("embedded PostgreSQL recovered", { pid, outcome: server.outcome, ms: Date.now() - since });
      } catch (error) {
        log("embedded PostgreSQL could not be recovered", { reason: (error as Error).message });
        await pause(Math.min(retryMsMax, 250 * 2 ** failures));
      }
    }
  }

  // Long waits in short steps, so that stop() is not kept waiting by a server that cannot come back.
  async function pause(ms: number): Promise<void> {
    const until = Date.now() + ms;
    while (!stopped && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 50));
  }

  follow(first);
  // The watch alone is no reason for the process to live on.
  const timer = setInterval(look, lookEveryMs).unref();
  return {
    postmasterPid: () => pid,
    async stop() {
      stopped = true;
      clearInterval(timer);
      await recovery;
    },
  };
}
