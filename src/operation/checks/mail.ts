import type { Installation } from "../../installation.ts";
import type { SendEnd } from "../../mailing/letter.ts";
import { countMail } from "../../mailing/server-store.ts";
import type { Check } from "./check.ts";

/** A letter that waits longer was put off more than once, or no worker runs. */
const waitsLongMs = 30 * 60_000;

/** Connects to the server of the settings, encrypts and logs in; nothing is sent. And what became of our letters. */
export async function examineMail({ mail, database, clock }: Installation): Promise<Check[]> {
  if (!mail) return [{ part: "mail", state: "warning", code: "mail-none", facts: {} }];
  const now = clock.now();
  const figures = await countMail(database.db, now);
  return [judgeServer(mail.server, await mail.prove()), ...judgeOutbox(figures, now)];
}

function judgeServer(server: string, end: SendEnd): Check {
  if (end.kind === "sent") return { part: "mail", state: "ok", code: "mail-ok", facts: { server } };
  const reason = end.kind === "retry" ? end.reason : "server-trouble";
  const facts = { server, detail: end.detail };
  return { part: "mail", state: "fault", code: "mail-trouble", facts, explainedBy: { mailServer: reason } };
}

/** What the figures mean; nothing where all is well. */
export function judgeOutbox(
  { waiting, oldest, refused }: Awaited<ReturnType<typeof countMail>>,
  now: Date,
): Check[] {
  const found: Check[] = [];
  const minutes = oldest ? Math.round((now.getTime() - oldest.getTime()) / 60_000) : 0;
  const isLong = oldest !== null && now.getTime() - oldest.getTime() > waitsLongMs;
  const facts = { count: String(waiting), minutes: String(minutes) };
  if (isLong) found.push({ part: "mail", state: "warning", code: "mail-waiting", facts });
  const lost = { count: String(refused) };
  if (refused > 0) found.push({ part: "mail", state: "warning", code: "mail-refused", facts: lost });
  return found;
}
