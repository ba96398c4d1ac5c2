import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { ClipShape } from "./clip.ts";

/** What the thread is started with: see clip-worker.ts. */
export interface ClipOrder {
  shape: ClipShape;
  cards: number;
  /** It encodes by itself; otherwise it hands over frames. */
  encodes: boolean;
}

export type ToClipWorker = { kind: "card"; pixels: Uint8Array } | { kind: "next" };

export type FromClipWorker =
  | { kind: "frame"; bytes: Uint8Array }
  | { kind: "end" }
  | { kind: "clip"; bytes: Uint8Array };

/** A thread that makes a clip of the cards handed to it. */
export interface ClipThread {
  /** Hands over the pixels of the next card; they are copied once. */
  give(pixels: Uint8Array): void;
  /** Asks for the next frame and waits for it; undefined after the last. */
  frame(): Promise<Uint8Array | undefined>;
  /** Waits for the encoded file. */
  clip(): Promise<Uint8Array>;
  close(): Promise<void>;
}

// The pictures of five cards, a frame and the encoder's own memory come to about 100 MB outside this heap.
const heapMegabytesMax = 128;

/** Starts the thread. Whoever waits on it is told (by `AbortError`) when the signal says it is over. */
export function openClipThread(order: ClipOrder, signal: AbortSignal): ClipThread {
  const worker = new Worker(new URL("./clip-worker.ts", import.meta.url), {
    workerData: order,
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytesMax },
  });
  // Between two questions nobody listens, and an error nobody listens to would end the process.
  let failure: unknown;
  worker.on("error", (error) => {
    failure = error;
  });
  const answer = async (): Promise<FromClipWorker> => {
    if (failure !== undefined) throw failure;
    const [message] = (await once(worker, "message", { signal })) as [FromClipWorker];
    return message;
  };
  return {
    give(pixels) {
      // The renderer's memory is its own and cannot be moved to another thread; a copy can.
      const copy = new Uint8Array(pixels);
      worker.postMessage({ kind: "card", pixels: copy } satisfies ToClipWorker, [copy.buffer]);
    },
    async frame() {
      const answered = answer();
      worker.postMessage({ kind: "next" } satisfies ToClipWorker);
      const message = await answered;
      return message.kind === "frame" ? message.bytes : undefined;
    },
    async clip() {
      const message = await answer();
      if (message.kind !== "clip") throw new Error(`the clip's thread answered "${message.kind}"`);
      return message.bytes;
    },
    async close() {
      await worker.terminate();
    },
  };
}
