import type { Log } from "../pool.ts";
import { isLivingPostgres } from "./processes.ts";
import type { RunningServer } from "./run-server.ts";
import { trimServerLog } from "./server-log.ts";

const lookEveryMs = 250;
const retryMsMax = 5_000;
const trimEveryMs = 3_600_000;

/**
 * Looks after a server that ought to live: when it dies under us it is brought back within about a second, and the
 * pools reconnect by themselves. Several processes may watch one server; the start lock lets one of them act.
 */
export class ServerWatch {
  readonly #log: Log;
  readonly #bringBack: () => Promise<RunningServer>;
  readonly #timers: NodeJS.Timeout[];
  #pid = 0;
  #blind = false;
  #stopped = false;
  #recovery: Promise<void> | undefined;

  constructor(server: RunningServer, logFile: string, log: Log, bringBack: () => Promise<RunningServer>) {
    this.#log = log;
    this.#bringBack = bringBack;
    this.#follow(server);
    this.#timers = [
      setInterval(() => this.#look(), lookEveryMs),
      setInterval(() => trimServerLog(logFile), trimEveryMs),
    ];
    // The watch alone is no reason for the process to live on.
    for (const timer of this.#timers) timer.unref();
  }

  /** As last seen alive; undefined while the server is down. */
  get postmasterPid(): number | undefined {
    return this.#blind || isLivingPostgres(this.#pid) ? this.#pid : undefined;
  }

  /** Stops watching; waits for a recovery under way. */
  async stop(): Promise<void> {
    this.#stopped = true;
    for (const timer of this.#timers) clearInterval(timer);
    await this.#recovery;
  }

  #follow(server: RunningServer): void {
    this.#pid = server.postmasterPid;
    // It answered, yet no such process is seen from here: it lives in another container, which looks after it.
    this.#blind = server.outcome === "adopted" && !isLivingPostgres(this.#pid);
    server.child?.once("exit", () => this.#look());
  }

  #look(): void {
    if (this.#stopped || this.#blind || this.#recovery !== undefined || isLivingPostgres(this.#pid)) return;
    this.#log("embedded PostgreSQL died", { pid: this.#pid });
    this.#recovery = this.#recover().finally(() => {
      this.#recovery = undefined;
    });
  }

  async #recover(): Promise<void> {
    const since = Date.now();
    for (let failures = 0; !this.#stopped; failures++) {
      try {
        const server = await this.#bringBack();
        this.#follow(server);
        const { outcome, postmasterPid: pid } = server;
        return this.#log("embedded PostgreSQL recovered", { pid, outcome, ms: Date.now() - since });
      } catch (error) {
        this.#log("embedded PostgreSQL could not be recovered", { reason: (error as Error).message });
        await this.#pause(Math.min(retryMsMax, lookEveryMs * 2 ** failures));
      }
    }
  }

  /** In short steps, so that stop() is not kept waiting by a server that cannot come back. */
  async #pause(ms: number): Promise<void> {
    const until = Date.now() + ms;
    while (!this.#stopped && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
