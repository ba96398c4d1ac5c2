import { goodStanding, notConnected } from "./account.ts";
import { type AccountKey, findAccounts, saveStanding } from "./account-store.ts";
import type { ActTools } from "./act-tools.ts";
import { noteAct } from "./note-act.ts";

/**
 * A person says that the cause is mended: a resting or disconnected account tries again now, its whole line with it.
 * False when there is no such account or nothing holds it.
 */
export async function resumeAccount(tools: ActTools, key: AccountKey): Promise<boolean> {
  return await tools.db.transaction().execute(async (trx) => {
    const accounts = await findAccounts(trx, key.authorityId);
    const account = accounts.find((one) => one.accountId === key.accountId);
    if (account?.standing.state !== "resting" && account?.standing.state !== "disconnected") return false;
    // There is nothing to try with: connecting it is what mends it.
    if (account.standing.reason === notConnected) return false;
    await saveStanding(trx, key, goodStanding);
    await tools.queue.add(trx, "advance-account", { authorityId: key.authorityId, accountId: key.accountId });
    await noteAct(tools, trx, { authorityId: key.authorityId, id: key.accountId }, "resume-account");
    return true;
  });
}
