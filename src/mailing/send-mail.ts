import { keepTrying } from "../publishing/keep-trying.ts";
import type { Letter, SendEnd } from "./letter.ts";
import { doubted, isTooOld, leaseMs, standingAfter, stepAfter } from "./mail.ts";
import {
  type ClaimedMail,
  claimMail,
  lockInterrupted,
  type MailBody,
  mailBody,
  saveStep,
  sealedContext,
} from "./mail-store.ts";
import type { MailTools } from "./mail-tools.ts";
import { readServer, saveServer } from "./server-store.ts";

// The database may be restarting; after this the term is over, and the end is doubted like any other.
const keepEndForMs = 60_000;

/**
 * Sends what is due, one after another, until nothing is or the server rests. Row first: the claim is committed. Call
 * second. Settle third, together with how the server stands. Several processes may send at once.
 */
export async function sendMail(tools: MailTools): Promise<void> {
  await doubtInterrupted(tools);
  while (!tools.stopping.aborted) {
    const now = tools.clock.now();
    const { restUntil } = await readServer(tools.db);
    if (restUntil && restUntil > now) return;
    const mail = await claimMail(tools.db, now, leaseMs);
    if (!mail) return;
    await tools.reached?.("mail claimed");
    await sendOne(tools, mail);
  }
}

async function sendOne(tools: MailTools, mail: ClaimedMail): Promise<void> {
  const isHandedOver = !isTooOld(mail, tools.clock.now());
  const end: SendEnd = isHandedOver
    ? await tools.sender.send(letterOf(mail, tools))
    : { kind: "refused", detail: "given up: too old" };
  await tools.reached?.("mail handed over");
  const now = tools.clock.now();
  const step = stepAfter(mail, end, now, tools.chance());
  // Of a letter that never left the server knows nothing, and we nothing of the server.
  const said = isHandedOver ? end : undefined;
  await keepTrying(() => settle(tools, mail.id, said, step, now), keepEndForMs, tools);
  note(tools, mail, end);
  await tools.reached?.("mail settled");
}

async function settle(
  { db }: MailTools,
  id: string,
  said: SendEnd | undefined,
  step: Parameters<typeof saveStep>[2],
  now: Date,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await saveStep(trx, id, step, now);
    const standing = said && standingAfter(await readServer(trx), said, now);
    if (standing) await saveServer(trx, standing, said, now);
  });
}

function letterOf(mail: ClaimedMail, tools: MailTools): Letter {
  const { text, html } = bodyOf(mail, tools);
  return {
    id: mail.id,
    to: { name: mail.name, address: mail.address },
    subject: mail.subject,
    text,
    html,
    list: mail.authorityId ?? undefined,
    writtenAt: mail.writtenAt,
  };
}

function bodyOf({ id, content }: ClaimedMail, { vault }: MailTools): MailBody {
  if ("body" in content) return content.body;
  return mailBody.parse(JSON.parse(vault.open(content.sealed, sealedContext(id))));
}

/** Whoever was sending these is gone: each may have arrived. */
async function doubtInterrupted({ db, clock, log }: MailTools): Promise<void> {
  for (;;) {
    const id = await db.transaction().execute(async (trx) => {
      const found = await lockInterrupted(trx);
      const now = clock.now();
      if (found) await saveStep(trx, found.id, doubted(found, "interrupted", now), now);
      return found?.id;
    });
    if (id === undefined) return;
    log.warn({ mailId: id }, "a mail was left in the midst of sending");
  }
}

function note({ log }: MailTools, mail: ClaimedMail, end: SendEnd): void {
  const fields = { mailId: mail.id, why: mail.why, end: end.kind };
  if (end.kind === "sent") log.info(fields, "a mail was sent");
  else log.warn({ ...fields, detail: end.detail }, "a mail could not be sent");
}
