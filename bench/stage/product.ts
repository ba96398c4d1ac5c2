import { type ChildProcess, fork } from "node:child_process";
import path from "node:path";
import type { Moment, PublishTools } from "../../src/publishing/publish-tools.ts";
import type { DatabaseServer } from "./database-server.ts";

export interface Doom {
  at: Moment;
  nth: number;
  end: "self" | "database";
}

/** What a worker process is started with. */
export interface Orders {
  doom?: Doom;
  /** Who makes its films; left out: the product itself. */
  clip?: PublishTools["clip"];
}

/** A running worker process of the product. */
export interface Product {
  pid: number;
  /** Resolves with how it ended, whoever ended it. */
  ended: Promise<void>;
  isRunning(): boolean;
  kill(): void;
  /** Gracefully. */
  stop(): Promise<void>;
}

const file = path.join(import.meta.dirname, "product-process.ts");

export interface ProductOptions extends Orders {
  environment: Record<string, string>;
  /** Killed when the process asks for it. */
  server?: DatabaseServer;
}

export async function startProduct(options: ProductOptions): Promise<Product> {
  const { doom, clip } = options;
  const argv = [JSON.stringify({ doom, clip } satisfies Orders)];
  const env = { PATH: process.env.PATH, ...options.environment };
  const child = fork(file, argv, { env, stdio: ["ignore", "inherit", "inherit", "ipc"] });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.on("message", (message: { killDatabase?: boolean }) => {
    if (message.killDatabase)
      void options.server?.kill().then(() => child.connected && child.send({ killed: true }));
  });
  await ready(child);
  const isRunning = () => child.exitCode === null && child.signalCode === null;
  return {
    pid: child.pid ?? 0,
    ended,
    isRunning,
    kill: () => child.kill("SIGKILL"),
    async stop() {
      if (isRunning()) child.kill("SIGTERM");
      await ended;
    },
  };
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.on("message", (message: { ready?: boolean }) => message.ready && resolve());
    // A process that is doomed at once may end before it says so; the caller sees that in `ended`.
    child.once("exit", () => resolve());
    child.once("error", reject);
  });
}
