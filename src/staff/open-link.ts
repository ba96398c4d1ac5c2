import type { Kysely } from "kysely";
import type { Schema } from "../database/schema.ts";
import type { Link } from "./link.ts";
import { findLink } from "./link-store.ts";
import { findMember, hasAdministrator } from "./member-store.ts";

/** What a one-time link opens to: the form asks for what is not known yet. */
export interface OpenedLink extends Link {
  name: string;
  /** Empty for the first link: its opener says who they are. */
  email: string;
}

/** The link of a token, while it can be used by somebody who may sign in. */
export async function openLink(
  db: Kysely<Schema>,
  token: string,
  now: Date,
): Promise<OpenedLink | undefined> {
  const link = await findLink(db, token, now);
  if (!link) return undefined;
  if (link.memberId === null) {
    return (await hasAdministrator(db)) ? undefined : { ...link, name: "", email: "" };
  }
  const member = await findMember(db, link.memberId);
  return member && member.disabledAt === null
    ? { ...link, name: member.name, email: member.email }
    : undefined;
}
