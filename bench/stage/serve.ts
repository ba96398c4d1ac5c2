import { fork } from "node:child_process";
import path from "node:path";

/** The whole product as an operator starts it: `bacheca serve`. */
export interface Served {
  pid: number;
  /** Its own address, without a slash at the end. */
  origin: string;
  /** From the start of the process until it said that it is ready, milliseconds. */
  readyMs: number;
  /** As an operator stops it. */
  stop(): Promise<void>;
}

const file = path.join(import.meta.dirname, "../../bin/bacheca.js");
const patienceMs = 60_000;

export async function startServe(
  environment: Record<string, string>,
  options: { roles?: string } = {},
): Promise<Served> {
  const env = { PATH: process.env.PATH, BACHECA_PORT: "0", ...environment };
  const args = ["serve", ...(options.roles ? ["--roles", options.roles] : [])];
  const startedAt = performance.now();
  const child = fork(file, args, { env, stdio: ["ignore", "ignore", "inherit", "ipc"] });
  let isWanted = true;
  const ended = new Promise<void>((resolve) =>
    child.once("exit", (code, signal) => {
      if (isWanted) console.error(`serve ended by itself: code ${code}, signal ${signal}`);
      resolve();
    }),
  );
  const ready = new Promise<string>((resolve, reject) => {
    child.on("message", (message: { ready?: boolean; origin?: string }) => {
      if (message.ready) resolve(message.origin ?? "");
    });
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`serve ended with ${code} before it was ready`)));
  });
  const patience = setTimeout(() => child.kill("SIGKILL"), patienceMs);
  const origin = await ready.finally(() => clearTimeout(patience));
  return {
    pid: child.pid ?? 0,
    origin,
    readyMs: performance.now() - startedAt,
    async stop() {
      isWanted = false;
      if (child.exitCode === null && child.signalCode === null) child.kill("SIGTERM");
      await ended;
    },
  };
}
