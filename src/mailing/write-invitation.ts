import type { Kysely } from "kysely";
import { findAuthority } from "../authority/authority-store.ts";
import type { Schema } from "../database/schema.ts";
import type { InvitedMember } from "../staff/invite-member.ts";
import { linkAddress } from "../staff/link.ts";
import { bodyOf } from "./mail-body.ts";
import { addMail, sealedContext } from "./mail-store.ts";
import type { MailTools } from "./mail-tools.ts";
import { mailWordsOf } from "./words/index.ts";

/**
 * The letter that lets somebody in, in the transaction of their invitation. Its body is sealed until it leaves: whoever
 * reads the database finds no link.
 */
export async function writeInvitation(
  { vault, publicUrl }: Pick<MailTools, "vault" | "publicUrl">,
  trx: Kysely<Schema>,
  { member, authorityId, token }: InvitedMember,
  now: Date,
): Promise<void> {
  const authority = authorityId === undefined ? undefined : await findAuthority(trx, authorityId);
  const language = member.language ?? authority?.settings.language ?? "it";
  const words = mailWordsOf(language);
  const { invitation } = words;
  const where = authority?.name ?? "Bacheca";
  const body = bodyOf({
    language,
    title: invitation.title(where),
    paragraphs: [
      invitation.lead(member.name, where),
      { text: invitation.comeIn, href: linkAddress(publicUrl, token) },
      invitation.once,
    ],
    closing: [words.automatic, invitation.notYou],
  });
  const sealed = (id: string) => vault.seal(JSON.stringify(body), sealedContext(id));
  const subject = words.subject(where, invitation.subject);
  const letter = {
    authorityId,
    member,
    why: "invitation",
    isUrgent: true,
    subject,
    content: { sealed },
  } as const;
  await addMail(trx, letter, now);
}
