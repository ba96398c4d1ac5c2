import { type ChildProcess, fork } from "node:child_process";
import { randomBytes } from "node:crypto";
import path from "node:path";
import type { RemoteFacebook } from "../stage/remote-facebook.ts";

export interface BareOrder {
  origin: string;
  pages: { id: string; token: string }[];
  perPage: number;
  linesAtOnce: number;
}

export interface BareReport {
  tookMs: number;
  processorMs: number;
}

export interface BareLoop {
  run(facebook: RemoteFacebook, pages: number, perPage: number): Promise<BareReport>;
  close(): void;
}

// As many lines as a worker of the product moves on at once.
const linesAtOnce = 16;

/** A process of its own, like a worker; it stays warm between rounds, as a worker does. */
export function startBareLoop(): BareLoop {
  const child: ChildProcess = fork(path.join(import.meta.dirname, "bare-loop.ts"), [], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  return {
    async run(facebook, pages, perPage) {
      const known = await newPages(facebook, pages);
      return await new Promise((resolve, reject) => {
        child.once("message", (report) => resolve(report as BareReport));
        child.once("exit", () => reject(new Error("the bare loop ended")));
        child.send({ origin: facebook.origin, pages: known, perPage, linesAtOnce } satisfies BareOrder);
      });
    },
    close: () => child.disconnect(),
  };
}

async function newPages(facebook: RemoteFacebook, count: number): Promise<BareOrder["pages"]> {
  const pages = Array.from({ length: count }, () => {
    const id = `4${BigInt(`0x${randomBytes(6).toString("hex")}`)
      .toString()
      .padStart(15, "0")}`;
    return { id, token: `EAAbare${id}` };
  });
  for (const page of pages) await facebook.addPage({ ...page, name: `Pagina ${page.id}` });
  return pages;
}
