import type { AddressInfo } from "node:net";
import { createFaultSwitch, type FaultName, type FaultOptions } from "./faults.ts";
import { type FeedFormat, feedFormats } from "./feeds/formats.ts";
import type { Draft, PortalItem } from "./item.ts";
import { openNoticeboard } from "./noticeboard.ts";
import { createStream, type StreamOptions } from "./stream.ts";
import { createWebsite } from "./website.ts";

export type { FaultName, FaultOptions } from "./faults.ts";
export type { FeedFormat } from "./feeds/formats.ts";
export type { Draft, Kind, PortalItem } from "./item.ts";
export type { StreamOptions } from "./stream.ts";

export interface PortalOptions {
  /** 0, the default, takes any free port. */
  port?: number;
  /** 127.0.0.1 when left out. */
  host?: string;
  /** A journal: with it, a restart shows the same portal. Without it, nothing outlives `close()`. */
  dataFile?: string;
  /**
   * What the feeds call the portal; ids in the feeds are then its own too. For tests with several portals: those
   * without a name share theirs, as copies of one portal do.
   */
  name?: string;
  /**
   * Where the pretend stream begins, 0 when left out. The references of its news follow from the position: two
   * portals of one authority need ranges that do not meet.
   */
  streamFrom?: number;
  /** The current moment, for tests. */
  now?: () => Date;
}

/** A running portal. */
export interface PortalSandbox {
  /** "http://127.0.0.1:8091", without a slash at the end. */
  origin: string;
  /** The address of a feed; RSS 2.0 when left out. */
  feedUrl(format?: FeedFormat): string;
  publish(draft: Draft): PortalItem;
  /** Publishes the next news of the pretend stream at once. Each call goes on where the one before ended. */
  publishNext(count?: number, seed?: number): PortalItem[];
  /** Changes some fields. Throws for an unknown number. */
  edit(id: number, patch: Partial<Draft>): PortalItem;
  /** Withdraws an item. Throws for an unknown number. */
  remove(id: number): void;
  /** Newest first. */
  items(): readonly PortalItem[];
  startStream(options: StreamOptions): void;
  stopStream(): void;
  /** Switches a fault on, or all off with null. One is in force at a time. */
  setFault(name: FaultName | null, options?: FaultOptions): void;
  /** Stops listening, ends open connections and closes the journal. */
  close(): Promise<void>;
}

/** Starts a portal of its own. Any number of them may run in one process. */
export async function startPortal(options: PortalOptions = {}): Promise<PortalSandbox> {
  const now = options.now ?? (() => new Date());
  const board = openNoticeboard({ dataFile: options.dataFile, now, streamFrom: options.streamFrom });
  const faults = createFaultSwitch();
  const stream = createStream(board, now);
  let origin = "";
  const app = await createWebsite({ board, faults, stream, origin: () => origin, name: options.name, now });
  try {
    await app.listen({ port: options.port ?? 0, host: options.host ?? "127.0.0.1" });
  } catch (cause) {
    board.close();
    throw cause;
  }
  const address = app.server.address() as AddressInfo;
  origin = `http://${address.family === "IPv6" ? `[${address.address}]` : address.address}:${address.port}`;
  return {
    origin,
    feedUrl: (format = "rss") => origin + feedFormats[format].path,
    publish: (draft) => board.publish(draft),
    publishNext: (count = 1, seed) => Array.from({ length: count }, () => stream.publishNext(seed)),
    edit: board.edit,
    remove: board.remove,
    items: board.items,
    startStream: stream.start,
    stopStream: stream.stop,
    setFault: faults.set,
    close: async () => {
      stream.stop();
      await app.close();
      board.close();
    },
  };
}
