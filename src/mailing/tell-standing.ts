import { forgetOldMail } from "./mail-store.ts";
import type { MailTools } from "./mail-tools.ts";
import { isLookDue, lookEveryMs, saveNextLook } from "./server-store.ts";
import { tellDigests } from "./tell-digests.ts";
import { tellTroubles } from "./tell-troubles.ts";
import { lockTelling } from "./telling/news-store.ts";
import { findReaders } from "./telling/people-store.ts";

/** What was told is remembered for so long. */
const rememberMs = 90 * 24 * 3_600_000;

/** Looks at how things stand, once a minute by whichever process comes first, and writes what lasts and the digests of the day. */
export async function tellStanding(tools: MailTools): Promise<void> {
  await tools.db.transaction().execute(async (trx) => {
    const now = tools.clock.now();
    if (!(await lockTelling(trx)) || !(await isLookDue(trx, now))) return;
    const readers = await findReaders(trx);
    await tellTroubles(tools, trx, readers, now);
    await tellDigests(tools, trx, readers, now);
    await forgetOldMail(trx, new Date(now.getTime() - rememberMs));
    await saveNextLook(trx, new Date((Math.floor(now.getTime() / lookEveryMs) + 1) * lookEveryMs));
  });
}
