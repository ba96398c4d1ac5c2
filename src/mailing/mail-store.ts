import { type Kysely, sql } from "kysely";
import { z } from "zod";
import type { Schema } from "../database/schema.ts";
import type { MailStep, MailWhy, SentMail } from "./mail.ts";

/** A mail to be kept until it is sent. */
export interface NewMail {
  /** Undefined: the installation's own. */
  authorityId: string | undefined;
  member: { id: string; name: string; email: string };
  why: MailWhy;
  isUrgent: boolean;
  subject: string;
  /** A sealed one lets somebody in: see sealedContext. */
  content: { body: MailBody } | { sealed: (id: string) => Buffer };
}

export interface MailBody {
  text: string;
  html: string;
}

/** A mail that this process sends, and nobody else until its term is over. */
export interface ClaimedMail extends SentMail {
  id: string;
  authorityId: string | null;
  address: string;
  name: string;
  why: MailWhy;
  subject: string;
  content: { body: MailBody } | { sealed: Buffer };
}

export const mailBody = z.object({ text: z.string(), html: z.string() });

/** Binds a sealed body to its mail. */
export const sealedContext = (id: string) => `mail:${id}`;

/** Gives the id. */
export async function addMail(db: Kysely<Schema>, mail: NewMail, now: Date): Promise<string> {
  const id = crypto.randomUUID();
  const { content } = mail;
  await db
    .insertInto("mail")
    .values({
      id,
      authority_id: mail.authorityId ?? null,
      member_id: mail.member.id,
      address: mail.member.email,
      name: mail.member.name,
      why: mail.why,
      is_urgent: mail.isUrgent,
      subject: mail.subject,
      body: "body" in content ? JSON.stringify(content.body) : null,
      sealed: "sealed" in content ? content.sealed(id) : null,
      written_at: now,
      next_step_at: now,
    })
    .execute();
  return id;
}

/** Whether something is to be sent now, or was left in the midst of sending. */
export async function isMailDue(db: Kysely<Schema>, now: Date): Promise<boolean> {
  const { rows } = await sql<{ due: boolean }>`select
    (exists (select from mail where next_step_at <= ${now}) and not exists (select from mail_server where rest_until > ${now}))
    or exists (select from mail where state = 'sending' and lease_until < clock_timestamp()) as due`.execute(
    db,
  );
  return rows[0]?.due === true;
}

/** Takes the next that is to be sent: what is urgent first, then as they were written. Undefined where there is none. */
export async function claimMail(
  db: Kysely<Schema>,
  now: Date,
  leaseMs: number,
): Promise<ClaimedMail | undefined> {
  const row = await db
    .updateTable("mail")
    .set({
      state: "sending",
      next_step_at: null,
      lease_until: sql<Date>`clock_timestamp() + make_interval(secs => ${leaseMs / 1000})`,
    })
    .where("id", "=", ({ selectFrom }) =>
      selectFrom("mail as m")
        .select("m.id")
        .where("m.next_step_at", "<=", now)
        .orderBy("m.is_urgent", "desc")
        .orderBy("m.seq")
        .limit(1)
        .forUpdate()
        .skipLocked(),
    )
    .returning(["id", "authority_id", "address", "name", "why", "subject", "body", "sealed"])
    .returning(["written_at", "attempts", "doubts"])
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    id: row.id,
    authorityId: row.authority_id,
    address: row.address,
    name: row.name,
    why: row.why,
    subject: row.subject,
    content: row.sealed === null ? { body: mailBody.parse(row.body) } : { sealed: row.sealed },
    writtenAt: row.written_at,
    attempts: row.attempts,
    doubts: row.doubts,
  };
}

/** Takes one that somebody was sending whose term is over. Within the transaction that saves what becomes of it. */
export async function lockInterrupted(
  trx: Kysely<Schema>,
): Promise<{ id: string; doubts: number } | undefined> {
  return await trx
    .selectFrom("mail")
    .select(["id", "doubts"])
    .where("state", "=", "sending")
    .where("lease_until", "<", sql<Date>`clock_timestamp()`)
    .orderBy("lease_until")
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
}

/**
 * What became of a mail that was being sent. That it was sent counts also where its term was over meanwhile; all else
 * only while it is still ours. Bears being carried out twice.
 */
export async function saveStep(db: Kysely<Schema>, id: string, step: MailStep, now: Date): Promise<void> {
  const isOver = step.state === "sent" || step.state === "refused" || !step.nextStepAt;
  const open = step.state === "sent" ? (["sending", "unknown", "due"] as const) : (["sending"] as const);
  await db
    .updateTable("mail")
    .set({
      state: step.state,
      lease_until: null,
      next_step_at: "nextStepAt" in step ? (step.nextStepAt ?? null) : null,
      detail: "detail" in step ? step.detail : null,
      settled_at: isOver ? now : null,
      ...("attempts" in step && { attempts: step.attempts }),
      ...("doubts" in step && { doubts: step.doubts }),
      ...(isOver && { body: null, sealed: null }),
    })
    .where("id", "=", id)
    .where("state", "in", open)
    .where("settled_at", "is", null)
    .execute();
}

/** What is long over is of no more use to anybody. */
export async function forgetOldMail(db: Kysely<Schema>, before: Date): Promise<void> {
  await db.deleteFrom("mail").where("settled_at", "<", before).execute();
  await db.deleteFrom("telling").where("told_at", "<", before).execute();
}

/**
 * A backup was put in: what it had still to send has long been sent, or is old. Runs in the
 * transaction that restores, on the schema of the backup's own day, which may know of no mail.
 */
export async function dropRestoredMail(trx: Kysely<Schema>, now: Date): Promise<void> {
  const { rows } = await sql<{
    is_there: boolean;
  }>`select to_regclass('mail') is not null as is_there`.execute(trx);
  if (!rows[0]?.is_there) return;
  await trx
    .updateTable("mail")
    .set({
      ...{ state: "unknown", detail: "restored", settled_at: now, next_step_at: null, lease_until: null },
      ...{ body: null, sealed: null },
    })
    .where("settled_at", "is", null)
    .execute();
}
