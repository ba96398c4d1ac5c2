import { setTimeout as sleep } from "node:timers/promises";
import { type Kysely, sql } from "kysely";
import type { Schema } from "../../src/database/schema.ts";
import { addMember, writeRoles } from "../../src/staff/member-store.ts";
import { addSession } from "../../src/staff/session-store.ts";
import { memoryOf } from "../footprint/memory.ts";
import type { Place } from "../webhooks/places.ts";

type Db = Kysely<Schema>;

/** Until no event waits to become a message, or nothing moves for a minute. */
export async function untilHandled(db: Db): Promise<void> {
  let left = -1;
  for (let since = performance.now(); performance.now() - since < 60_000; ) {
    const { rows } = await sql<{ left: number }>`
      select count(*)::int as left from event where handled_at is null`.execute(db);
    const now = rows[0]?.left ?? 0;
    if (now === 0) return;
    if (now !== left) since = performance.now();
    left = now;
    await sleep(100);
  }
}

/** Marco, who answers for all of these, and the header that goes with what he asks for. */
export async function signIn(db: Db, places: readonly Place[]): Promise<{ cookie: string }> {
  const now = new Date();
  const about = { name: "Marco", email: "marco@bench.example", isInstallationAdministrator: false };
  const id = (await addMember(db, about, now)) ?? "";
  await db
    .updateTable("staff_member")
    .set({ confirmed_at: now, password_hash: "!", totp_secret: Buffer.from("!") })
    .where("id", "=", id)
    .execute();
  for (const { authorityId } of places) await writeRoles(db, authorityId, id, ["moderator"], now);
  return { cookie: `bacheca-session=${await addSession(db, id, "bench", now)}` };
}

/** What became of the events that were answered 200. */
export async function countKept(db: Db, acknowledged: ReadonlySet<string>) {
  const { rows } = await sql<{ events: number; messages: string[] }>`
    select (select count(*)::int from event) as events,
      (select coalesce(array_agg(external_id), '{}') from message where direction = 'in') as messages`.execute(
    db,
  );
  const { events = 0, messages = [] } = rows[0] ?? {};
  const ids = new Set(messages);
  const lost = [...acknowledged].filter((id) => !ids.has(id)).length;
  return { events, messages: messages.length, doubled: messages.length - ids.size, lost };
}

/** The most that these processes took together, in megabytes. */
export function watchMemory(pids: () => number[]) {
  let most = 0;
  const look = () => {
    most = Math.max(most, memoryOf(pids()).pssMb);
  };
  const timer = setInterval(look, 2_000);
  return { most: () => most, stop: () => clearInterval(timer) };
}
