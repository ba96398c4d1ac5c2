import type { Kysely } from "kysely";
import { z } from "zod";
import type { ConnectablePage } from "../channels/connecting.ts";
import type { Schema } from "../database/schema.ts";
import type { Vault } from "../platform/vault.ts";
import { choiceSpanMs, loginSpanMs } from "./login-state.ts";

export interface LoginKey {
  authorityId: string;
  loginId: string;
}

/** For what a login is begun; `accountId` where one account is to be connected (again). */
export interface LoginAim {
  authorityId: string;
  channel: string;
  accountId: string | null;
}

/** What people choose from, and whose login it was. */
export interface Choice {
  personId: string;
  declined: string[];
  pages: ConnectablePage[];
}

const storedChoice = z.object({
  personId: z.string(),
  declined: z.array(z.string()),
  pages: z.array(
    z.object({
      externalId: z.string(),
      name: z.string(),
      missing: z.array(z.object({ name: z.string(), isEssential: z.boolean() })),
    }),
  ),
});

/** Begins a login; what others of this authority left behind is forgotten, tokens with it. */
export async function addLogin(
  db: Kysely<Schema>,
  aim: LoginAim,
  stateHash: Buffer,
  now: Date,
): Promise<LoginKey> {
  await forgetOldLogins(db, aim.authorityId, now);
  const { authorityId, channel, accountId } = aim;
  const row = await db
    .insertInto("login")
    .values({
      authority_id: authorityId,
      channel,
      account_id: accountId,
      state_hash: stateHash,
      begun_at: now,
      expires_at: new Date(now.getTime() + loginSpanMs),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return { authorityId, loginId: row.id };
}

export async function forgetOldLogins(db: Kysely<Schema>, authorityId: string, now: Date): Promise<void> {
  // A day later nobody asks any more why a login is no longer good; its tokens are taken as soon as it is over.
  const longAgo = new Date(now.getTime() - 86_400_000);
  const ofAuthority = db.deleteFrom("login").where("authority_id", "=", authorityId);
  await ofAuthority.where("expires_at", "<", longAgo).execute();
  await ofAuthority.where("expires_at", "<", now).where("pages", "is not", null).execute();
}

export type TakenLogin =
  | ({ kind: "taken"; loginId: string } & LoginAim)
  | { kind: "login-unknown" }
  | { kind: "login-expired" | "login-used"; authorityId: string };

/**
 * Takes the login that a return belongs to, once: whoever comes second finds it used. The one statement without an
 * authority, since only the hash says whose login it is.
 */
export async function takeLogin(
  db: Kysely<Schema>,
  channel: string,
  stateHash: Buffer,
  now: Date,
): Promise<TakenLogin> {
  const row = await db
    .updateTable("login")
    .set({ answered_at: now })
    .where("state_hash", "=", stateHash)
    .where("channel", "=", channel)
    .where("answered_at", "is", null)
    .where("expires_at", ">", now)
    .returning(["authority_id", "id", "account_id"])
    .executeTakeFirst();
  if (row) {
    const { authority_id: authorityId, id: loginId, account_id: accountId } = row;
    return { kind: "taken", loginId, authorityId, channel, accountId };
  }
  const known = await db
    .selectFrom("login")
    .select(["authority_id", "answered_at"])
    .where("state_hash", "=", stateHash)
    .where("channel", "=", channel)
    .executeTakeFirst();
  if (!known) return { kind: "login-unknown" };
  return { kind: known.answered_at ? "login-used" : "login-expired", authorityId: known.authority_id };
}

/** Keeps what a login gave until people have chosen, tokens sealed; its time begins anew. */
export async function keepChoice(
  db: Kysely<Schema>,
  vault: Vault,
  key: LoginKey,
  { personId, declined, pages }: Choice,
  now: Date,
): Promise<void> {
  const shown = pages.map(({ token: _, ...page }) => page);
  const tokens = Object.fromEntries(pages.map(({ externalId, token }) => [externalId, token]));
  await db
    .updateTable("login")
    .set({
      pages: JSON.stringify({ personId, declined, pages: shown }),
      secrets: vault.seal(JSON.stringify(tokens), loginContext(key)),
      answered_at: now,
      expires_at: new Date(now.getTime() + choiceSpanMs),
    })
    .where("authority_id", "=", key.authorityId)
    .where("id", "=", key.loginId)
    .execute();
}

/** A choice that is still open, its tokens opened: not to be logged nor kept. */
export interface OpenChoice extends LoginAim, Choice {}

export async function findChoice(
  db: Kysely<Schema>,
  vault: Vault,
  key: LoginKey,
  now: Date,
): Promise<OpenChoice | undefined> {
  const row = await db
    .selectFrom("login")
    .selectAll()
    .where("authority_id", "=", key.authorityId)
    .where("id", "=", key.loginId)
    .where("expires_at", ">", now)
    .executeTakeFirst();
  if (!row?.pages || !row.secrets) return undefined;
  const { pages, ...rest } = storedChoice.parse(row.pages);
  const tokens = JSON.parse(vault.open(row.secrets, loginContext(key))) as Record<string, string>;
  return {
    authorityId: key.authorityId,
    channel: row.channel,
    accountId: row.account_id,
    ...rest,
    pages: pages.map((page) => ({ ...page, token: tokens[page.externalId] ?? "" })),
  };
}

/** Ends a choice; false when somebody else has ended it. */
export async function endChoice(db: Kysely<Schema>, key: LoginKey): Promise<boolean> {
  const result = await db
    .deleteFrom("login")
    .where("authority_id", "=", key.authorityId)
    .where("id", "=", key.loginId)
    .executeTakeFirst();
  return result.numDeletedRows === 1n;
}

/** What the sealed tokens are bound to, so that they open in their own row only. */
function loginContext({ authorityId, loginId }: LoginKey): string {
  return `login:${authorityId}/${loginId}`;
}
