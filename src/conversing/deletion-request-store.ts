import type { Kysely } from "kysely";
import type { Schema } from "../database/schema.ts";

/** A person asked the network to have their data deleted here. */
export interface DeletionRequest {
  authorityId: string;
  channel: string;
  /** Nobody can guess it; whoever has it may read how far the deletion is. */
  code: string;
  /** Of the network's id of the person, which is not kept itself. */
  personHash: Buffer;
  askedAt: Date;
}

/** What the page about a request shows. */
export interface DeletionStanding {
  authorityName: string;
  channel: string;
  askedAt: Date;
  doneAt: Date | null;
  /** Whether the network passed it on, or somebody at the desk entered it. */
  origin: "network" | "desk";
}

export async function keepDeletionRequest(db: Kysely<Schema>, request: DeletionRequest): Promise<void> {
  await db
    .insertInto("deletion_request")
    .values({
      authority_id: request.authorityId,
      code: request.code,
      channel: request.channel,
      person_hash: request.personHash,
      asked_at: request.askedAt,
    })
    .execute();
}

/** A request that was entered at the desk and carried out in the same transaction. */
export async function keepDeskDeletion(
  trx: Kysely<Schema>,
  request: DeletionRequest,
  done: { ground: string; reference: string | null; by: string; rows: number },
): Promise<void> {
  await trx
    .insertInto("deletion_request")
    .values({
      ...{ authority_id: request.authorityId, code: request.code, channel: request.channel },
      ...{ person_hash: request.personHash, asked_at: request.askedAt, done_at: request.askedAt },
      ...{ deleted: done.rows, origin: "desk", ground: done.ground, reference: done.reference },
      entered_by: done.by,
    })
    .execute();
}

export async function findDeletionStanding(
  db: Kysely<Schema>,
  code: string,
): Promise<DeletionStanding | undefined> {
  return await db
    .selectFrom("deletion_request as r")
    .innerJoin("authority as a", "a.id", "r.authority_id")
    .select([
      "a.name as authorityName",
      "r.channel",
      "r.asked_at as askedAt",
      "r.done_at as doneAt",
      "r.origin",
    ])
    .where("r.code", "=", code)
    .executeTakeFirst();
}

/** Whether there is anything to carry out, over all authorities. */
export async function isDeletionOpen(db: Kysely<Schema>): Promise<boolean> {
  const row = await db
    .selectFrom("deletion_request")
    .select("code")
    .where("done_at", "is", null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export async function findOpenDeletions(db: Kysely<Schema>): Promise<DeletionRequest[]> {
  const rows = await db
    .selectFrom("deletion_request")
    .select(["authority_id", "code", "channel", "person_hash", "asked_at"])
    .where("done_at", "is", null)
    .orderBy("asked_at")
    .execute();
  return rows.map((row) => ({
    authorityId: row.authority_id,
    code: row.code,
    channel: row.channel,
    personHash: row.person_hash,
    askedAt: row.asked_at,
  }));
}

/** Settles a request, once. */
export async function settleDeletion(
  db: Kysely<Schema>,
  { authorityId, code }: Pick<DeletionRequest, "authorityId" | "code">,
  done: { at: Date; deleted: number },
): Promise<void> {
  await db
    .updateTable("deletion_request")
    .set({ done_at: done.at, deleted: done.deleted })
    .where("authority_id", "=", authorityId)
    .where("code", "=", code)
    .where("done_at", "is", null)
    .execute();
}
