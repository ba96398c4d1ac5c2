import { fork } from "node:child_process";
import path from "node:path";
import type { PageSeed } from "../../sandbox/facebook/index.ts";

export type FacebookOrder =
  | { id: number; do: "count" }
  | { id: number; do: "judge" }
  | { id: number; do: "forget" }
  | { id: number; do: "add-page"; page: PageSeed };

export interface FacebookReport {
  id: number;
  posts: number;
  /** Posts with a link of their own: fewer than `posts` when something was doubled. */
  distinct: number;
}

/** A pretend Facebook in a process of its own. */
export interface RemoteFacebook {
  pid: number;
  origin: string;
  addPage(page: PageSeed): Promise<void>;
  count(): Promise<number>;
  /** How many posts there are, and how many different ones. */
  judge(): Promise<FacebookReport>;
  /** Drops all posts and the log, keeps the Pages. */
  forget(): Promise<void>;
  close(): Promise<void>;
}

const file = path.join(import.meta.dirname, "facebook-process.ts");

type WithoutId<Order> = Order extends { id: number } ? Omit<Order, "id"> : never;

export async function startRemoteFacebook(): Promise<RemoteFacebook> {
  const child = fork(file, [], { stdio: ["ignore", "inherit", "inherit", "ipc"] });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const { origin } = await new Promise<{ origin: string }>((resolve, reject) => {
    child.once("message", (said) => resolve(said as { origin: string }));
    child.once("error", reject);
    child.once("exit", () => reject(new Error("the pretend Facebook did not start")));
  });
  const waiting = new Map<number, (report: FacebookReport) => void>();
  child.on("message", (report: FacebookReport) => {
    waiting.get(report.id)?.(report);
    waiting.delete(report.id);
  });
  let count = 0;
  const order = (what: WithoutId<FacebookOrder>) =>
    new Promise<FacebookReport>((resolve) => {
      count += 1;
      waiting.set(count, resolve);
      child.send({ id: count, ...what });
    });
  return {
    pid: child.pid ?? 0,
    origin,
    addPage: async (page) => void (await order({ do: "add-page", page })),
    count: async () => (await order({ do: "count" })).posts,
    judge: () => order({ do: "judge" }),
    forget: async () => void (await order({ do: "forget" })),
    async close() {
      child.disconnect();
      await ended;
    },
  };
}
