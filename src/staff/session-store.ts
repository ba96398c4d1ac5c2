import { type Kysely, sql } from "kysely";
import type { Schema } from "../database/schema.ts";
import { isActive } from "./member.ts";
import { memberColumns, rolesColumn, toMember } from "./member-store.ts";
import type { Staff } from "./rights.ts";
import { hashSecretToken, newSecretToken } from "./secret-token.ts";
import { idleMs, isSeenToBeNoted, isSessionOver, type Session, wholeMs } from "./session.ts";

const agentCharactersMax = 200;

/** A new session; the token is given here and never again. */
export async function addSession(
  db: Kysely<Schema>,
  memberId: string,
  agent: string,
  now: Date,
): Promise<string> {
  const token = newSecretToken();
  await db
    .insertInto("staff_session")
    .values({
      member_id: memberId,
      token_hash: hashSecretToken(token),
      agent: agent.slice(0, agentCharactersMax),
      began_at: now,
      seen_at: now,
      expires_at: new Date(now.getTime() + wholeMs),
    })
    .execute();
  return token;
}

export interface OpenSession {
  session: Session;
  staff: Staff;
}

/** Who is signed in with this token; undefined where nobody is (any more). The same work for any text. */
export async function findOpenSession(
  db: Kysely<Schema>,
  token: string,
  now: Date,
): Promise<OpenSession | undefined> {
  const row = await db
    .selectFrom("staff_session")
    .innerJoin("staff_member", "staff_member.id", "staff_session.member_id")
    .select([...memberColumns, rolesColumn.as("roles")])
    .select(sql<boolean>`totp_secret is not null`.as("has_totp"))
    .select(["staff_session.id as session_id", "agent", "began_at", "seen_at", "expires_at"])
    .where("token_hash", "=", hashSecretToken(token))
    .executeTakeFirst();
  if (!row) return undefined;
  const session = toSession({ ...row, id: row.session_id });
  const member = toMember(row);
  return isSessionOver(session, now) || !isActive(member) ? undefined : { session, staff: member };
}

/** Notes that a session is in use, to the minute. */
export async function noteSessionUse(db: Kysely<Schema>, session: Session, now: Date): Promise<void> {
  if (!isSeenToBeNoted(session, now)) return;
  await db.updateTable("staff_session").set({ seen_at: now }).where("id", "=", session.id).execute();
}

/** Where a member is signed in now, last used first. */
export async function findSessions(db: Kysely<Schema>, memberId: string, now: Date): Promise<Session[]> {
  const rows = await db
    .selectFrom("staff_session")
    .select(["id", "agent", "began_at", "seen_at", "expires_at"])
    .where("member_id", "=", memberId)
    .orderBy("seen_at", "desc")
    .execute();
  return rows.map(toSession).filter((session) => !isSessionOver(session, now));
}

/** Ends a session of this member; false where there is none of that id. */
export async function endSession(db: Kysely<Schema>, memberId: string, id: string): Promise<boolean> {
  const result = await db
    .deleteFrom("staff_session")
    .where("member_id", "=", memberId)
    .where("id", "=", id)
    .executeTakeFirst();
  return result.numDeletedRows === 1n;
}

/** Signs a member out everywhere, but for the session that is to stay. */
export async function endSessions(db: Kysely<Schema>, memberId: string, except?: string): Promise<void> {
  const all = db.deleteFrom("staff_session").where("member_id", "=", memberId);
  await (except === undefined ? all : all.where("id", "<>", except)).execute();
}

export async function deleteOverSessions(db: Kysely<Schema>, now: Date): Promise<void> {
  const idleSince = new Date(now.getTime() - idleMs);
  await db
    .deleteFrom("staff_session")
    .where(({ or, eb }) => or([eb("expires_at", "<=", now), eb("seen_at", "<=", idleSince)]))
    .execute();
}

function toSession(row: {
  id: string;
  agent: string;
  began_at: Date;
  seen_at: Date;
  expires_at: Date;
}): Session {
  return {
    id: row.id,
    agent: row.agent,
    beganAt: row.began_at,
    seenAt: row.seen_at,
    expiresAt: row.expires_at,
  };
}
