import { type Kysely, sql } from "kysely";
import { isAnswered, readHealth, troublesIn } from "../../connecting/account-health.ts";
import type { Schema } from "../../database/schema.ts";
import { notConnected } from "../../publishing/account.ts";
import {
  lastsLongMs,
  type Standing,
  subjectOf,
  type ToldTrouble,
  type Trouble,
  type TroubleKind,
} from "./trouble.ts";

/** How accounts, sources and what is held stand in one authority. */
export async function readStanding(db: Kysely<Schema>, authorityId: string, now: Date): Promise<Standing> {
  const long = new Date(now.getTime() - lastsLongMs);
  const accounts = await readAccounts(db, authorityId, long);
  const sources = await db
    .selectFrom("source")
    .select(["id", "name", "fault", "fault_since"])
    .where("authority_id", "=", authorityId)
    .where("stopped_at", "is", null)
    .execute();
  const faulty = sources.filter(({ fault_since }) => fault_since !== null && fault_since <= long);
  const healthy = sources.filter(({ fault }) => fault === null);
  const held = await db
    .selectFrom("publication")
    .select("id")
    .where("authority_id", "=", authorityId)
    .where("state", "=", "held")
    .execute();
  return {
    troubles: [
      ...accounts.troubles,
      ...faulty.map(({ id, name }) => ({ kind: "source" as const, id, detail: "", name })),
      ...held.map(({ id }) => ({ kind: "held" as const, id, detail: "", name: "" })),
    ],
    well: new Set([...accounts.well, ...healthy.map(({ id }) => `source ${id}`)]),
    unclear: accounts.unclear,
  };
}

async function readAccounts(db: Kysely<Schema>, authorityId: string, long: Date): Promise<Standing> {
  const rows = await db
    .selectFrom("account")
    .select(["id", "name", "state", "reason", "since", "health"])
    .where("authority_id", "=", authorityId)
    .where("state", "<>", "off")
    .where(sql<boolean>`reason is distinct from ${notConnected}`)
    .execute();
  const troubles: Trouble[] = [];
  const unclear = new Set<string>();
  for (const { id, name, state, since, health } of rows) {
    const seen = readHealth(health);
    if (!isAnswered(seen.checks)) unclear.add(id);
    else if (state === "active")
      for (const check of troublesIn(seen)) {
        troubles.push({ kind: "health", id, detail: `${check.name}-${check.reason ?? ""}`, name });
      }
    if (state === "disconnected") troubles.push({ kind: "disconnected", id, detail: "", name });
    if (state === "resting" && since && since <= long)
      troubles.push({ kind: "resting", id, detail: "", name });
  }
  const well = rows.filter(({ state }) => state === "active").map(({ id }) => `account ${id}`);
  return { troubles, well: new Set(well), unclear };
}

export async function findToldTroubles(db: Kysely<Schema>, authorityId: string): Promise<ToldTrouble[]> {
  const rows = await db
    .selectFrom("trouble_told")
    .select(["subject", "name", "told_at"])
    .where("authority_id", "=", authorityId)
    .execute();
  return rows.map(({ subject, name, told_at }) => {
    const [kind = "", id = "", ...detail] = subject.split(":");
    return { kind: kind as TroubleKind, id, detail: detail.join(":"), name, toldAt: told_at };
  });
}

export async function saveTroubles(
  db: Kysely<Schema>,
  authorityId: string,
  { begun, over }: { begun: readonly Trouble[]; over: readonly Trouble[] },
  now: Date,
): Promise<void> {
  const rows = begun.map((one) => ({ subject: subjectOf(one), name: one.name }));
  if (rows.length > 0)
    await sql`insert into trouble_told (authority_id, subject, name, told_at)
      select ${authorityId}, n.subject, n.name, ${now}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n (subject text, name text)
      on conflict do nothing`.execute(db);
  if (over.length > 0)
    await db
      .deleteFrom("trouble_told")
      .where("authority_id", "=", authorityId)
      .where(sql<boolean>`subject = any(${over.map(subjectOf)})`)
      .execute();
}
