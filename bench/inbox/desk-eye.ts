import { setTimeout as sleep } from "node:timers/promises";
import { type Kysely, sql } from "kysely";
import { request } from "undici";
import type { Schema } from "../../src/database/schema.ts";

/** Somebody at the desk: sees what has become a message, and opens the Inbox again and again. */
export interface DeskEye {
  /** From its first sending until a watched message could be read at the desk, milliseconds. */
  visibleMs: number[];
  /** Of each opening of the Inbox, milliseconds. */
  pageMs: number[];
  /** Openings answered otherwise than 200. */
  pagesRefused: number;
  close(): Promise<void>;
}

export interface Watched {
  authorityId: string;
  accountId: string;
  /** Of the comment or message. */
  id: string;
  /** Milliseconds of the monotonic clock. */
  sentAt: number;
}

/** Times are seen as late as this: looking costs the database as well, so many are looked for less often. */
const lookEveryMs = (count: number) => (count < 200 ? 50 : 500);
const openEveryMs = 1_000;

/** `unseen` is filled by whoever sends, oldest first, and emptied here. */
export function openDeskEye(
  db: Kysely<Schema>,
  unseen: Watched[],
  inbox: { address: string; headers: Record<string, string> },
): DeskEye {
  const eye = { visibleMs: [] as number[], pageMs: [] as number[], pagesRefused: 0 };
  const enough = new AbortController();

  async function look(): Promise<void> {
    while (!enough.signal.aborted || unseen.length > 0) {
      const there = await findThere(db, unseen);
      const now = performance.now();
      for (const { id, sentAt } of unseen) if (there.has(id)) eye.visibleMs.push(now - sentAt);
      const rest = unseen.filter(({ id }) => !there.has(id));
      unseen.splice(0, unseen.length, ...rest);
      if (enough.signal.aborted && there.size === 0) return;
      await sleep(lookEveryMs(unseen.length));
    }
  }

  async function open(): Promise<void> {
    while (!enough.signal.aborted) {
      const startedAt = performance.now();
      const answer = await request(inbox.address, { headers: inbox.headers });
      await answer.body.dump();
      if (answer.statusCode === 200) eye.pageMs.push(performance.now() - startedAt);
      else eye.pagesRefused += 1;
      await sleep(openEveryMs);
    }
  }

  const both = Promise.all([look(), open()]);
  return Object.assign(eye, {
    async close() {
      enough.abort();
      await both;
    },
  });
}

async function findThere(db: Kysely<Schema>, some: readonly Watched[]): Promise<Set<string>> {
  if (some.length === 0) return new Set();
  const { rows } = await sql<{ external_id: string }>`
    select m.external_id from unnest(${some.map((one) => one.authorityId)}::text[],
      ${some.map((one) => one.accountId)}::text[], ${some.map(({ id }) => id)}::text[]) as w (authority_id, account_id, id)
    join message m on m.authority_id = w.authority_id and m.account_id = w.account_id and m.external_id = w.id`.execute(
    db,
  );
  return new Set(rows.map((row) => row.external_id));
}
