import { type Kysely, sql } from "kysely";
import type { Schema } from "../../src/database/schema.ts";

export interface LookDriver {
  /** Makes the source due at once and resolves when the worker processes have looked at it and noted the end. */
  look(authorityId: string): Promise<void>;
  close(): void;
}

const pauseMs = 10;
const patienceMs = 60_000;

interface Waiting {
  isAsked: boolean;
  until: number;
  resolve: () => void;
  reject: (error: Error) => void;
}

/**
 * Turns the clock of the sources by hand: the product's own sweep finds what is due, its queue carries it, its worker
 * looks. All histories under way share one statement to ask and one to see.
 */
export function openLookDriver(db: Kysely<Schema>, sourceId: string): LookDriver {
  const waiting = new Map<string, Waiting>();
  let isClosed = false;

  async function turn(): Promise<void> {
    const fresh = [...waiting].filter(([, one]) => !one.isAsked);
    if (fresh.length > 0) {
      await db
        .updateTable("source")
        .set({ next_look_at: sql<Date>`now()`, last_look_at: null })
        .where("id", "=", sourceId)
        .where("authority_id", "in", [...fresh.map(([id]) => id)])
        .execute();
      for (const [, one] of fresh) one.isAsked = true;
    }
    if (waiting.size === 0) return;
    const done = await db
      .selectFrom("source")
      .select("authority_id")
      .where("id", "=", sourceId)
      .where("authority_id", "in", [...waiting.keys()])
      .where("last_look_at", "is not", null)
      .execute();
    for (const { authority_id: id } of done) settle(id);
    for (const [id, one] of waiting) {
      if (performance.now() > one.until) settle(id, new Error(`nobody looked at the source of ${id}`));
    }
  }

  function settle(id: string, error?: Error): void {
    const one = waiting.get(id);
    // Asked for after the statement began: what it saw was the look before.
    if (!one?.isAsked) return;
    waiting.delete(id);
    if (error) one.reject(error);
    else one.resolve();
  }

  function again(): void {
    if (isClosed) return;
    turn()
      .catch((error: Error) => {
        for (const one of waiting.values()) one.reject(error);
        waiting.clear();
      })
      .finally(() => setTimeout(again, pauseMs));
  }
  again();

  return {
    look: (authorityId) =>
      new Promise((resolve, reject) => {
        const until = performance.now() + patienceMs;
        waiting.set(authorityId, { isAsked: false, until, resolve, reject });
      }),
    close() {
      isClosed = true;
    },
  };
}
