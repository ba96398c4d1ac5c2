import type { Database } from "../src/database/database.ts";
import { addMember, writeRoles } from "../src/staff/member-store.ts";
import type { Role } from "../src/staff/rights.ts";
import { addSession } from "../src/staff/session-store.ts";

/** Somebody with a browser in which they are signed in. */
export interface SignedInStaff {
  id: string;
  email: string;
  token: string;
  /** To go with a request. */
  headers: { cookie: string };
  /** For a browser's context, at the origin of the desk. */
  cookie(origin: string): { name: string; value: string; url: string };
}

const cookieName = "bacheca-session";
let count = 0;

/**
 * Somebody who has this role in this authority, or administers the installation, signed in and with a second factor.
 * `now` is the moment of the clock that the desk has in the test.
 */
export async function signIn(
  { db }: Pick<Database, "db">,
  role: Role | "installation",
  authorityId?: string,
  now = new Date("2026-11-22T09:32:00.000Z"),
): Promise<SignedInStaff> {
  count += 1;
  const email = `${role}-${count}@${authorityId ?? "centro"}.example`;
  const isNew = { name: `${role} ${count}`, email, isInstallationAdministrator: role === "installation" };
  const id = await addMember(db, isNew, now);
  if (id === undefined) throw new Error("the same e-mail twice");
  await db
    .updateTable("staff_member")
    .set({ confirmed_at: now, password_hash: "!", totp_secret: Buffer.from("!") })
    .where("id", "=", id)
    .execute();
  if (role !== "installation" && authorityId !== undefined)
    await writeRoles(db, authorityId, id, [role], now);
  const token = await addSession(db, id, "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0", now);
  return {
    id,
    email,
    token,
    headers: { cookie: `${cookieName}=${token}` },
    cookie: (origin) => ({ name: cookieName, value: token, url: origin }),
  };
}
