import pg from "pg";
import type { Database } from "./engines/engine.ts";

export interface Listening {
  /** Whether what is said now is heard. */
  isHearing(): boolean;
  close(): Promise<void>;
}

export interface Ears {
  heard(payload: string): void;
  /** Hearing begins, or begins again: whatever was said before may have been missed. */
  hearing(): void;
  log(event: string, fields: object): void;
}

const firstPauseMs = 200;
const longestPauseMs = 5_000;
/** A connection that something between us and the server has forgotten says nothing any more, not even that. */
const askEveryMs = 30_000;
const answerWithinMs = 10_000;

/**
 * Hears what is said with NOTIFY on a channel, by a connection of its own that is made again whenever it is lost. Never
 * throws; the channel's name is one of ours and stands in the statement as it is.
 */
export function listen({ connection }: Pick<Database, "connection">, channel: string, ears: Ears): Listening {
  let client: pg.Client | undefined;
  let isHearing = false;
  let isClosed = false;
  let pauseMs = firstPauseMs;
  let timer: NodeJS.Timeout | undefined;

  async function open(): Promise<void> {
    const own = new pg.Client({
      ...connection,
      application_name: "bacheca listen",
      query_timeout: answerWithinMs,
    });
    client = own;
    own.on("error", (error) => lost(own, error));
    own.on("end", () => lost(own, new Error("Connection terminated")));
    own.on("notification", ({ payload }) => ears.heard(payload ?? ""));
    try {
      await own.connect();
      await own.query(`listen ${channel}`);
    } catch (error) {
      lost(own, error as Error);
      return;
    }
    if (client !== own) return;
    isHearing = true;
    pauseMs = firstPauseMs;
    timer = setTimeout(() => ask(own), askEveryMs);
    ears.hearing();
  }

  async function ask(own: pg.Client): Promise<void> {
    try {
      await own.query("select 1");
      if (client === own && !isClosed) timer = setTimeout(() => ask(own), askEveryMs);
    } catch (error) {
      lost(own, error as Error);
    }
  }

  /** Told by whichever of its signs comes first. */
  function lost(own: pg.Client, error: Error): void {
    if (client !== own) return;
    client = undefined;
    isHearing = false;
    clearTimeout(timer);
    own.end().catch(() => {});
    if (isClosed) return;
    ears.log("database no longer heard", { reason: error.message, againInMs: pauseMs });
    timer = setTimeout(() => void open(), pauseMs);
    pauseMs = Math.min(pauseMs * 2, longestPauseMs);
  }

  void open();
  return {
    isHearing: () => isHearing,
    async close() {
      isClosed = true;
      clearTimeout(timer);
      const own = client;
      client = undefined;
      isHearing = false;
      await own?.end().catch(() => {});
    },
  };
}
