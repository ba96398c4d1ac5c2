import { troubleIn } from "../connecting/account-health.ts";
import { disconnect, goodStanding, isProbeDue, mayPublish } from "./account.ts";
import { saveStanding } from "./account-store.ts";
import type { ReadyAccount } from "./open-account.ts";
import type { PublishTools } from "./publish-tools.ts";

/**
 * Whether something may leave through the account now. A disconnected one is asked, now and then, whether its permission
 * has come back by itself.
 */
export async function probeAccount(tools: PublishTools, account: ReadyAccount): Promise<boolean> {
  const { own } = account;
  const now = tools.clock.now();
  if (!isProbeDue(own.standing, now)) return mayPublish(own.standing, now);
  const checks = await account.channel.checkHealth(account.remote);
  const trouble = troubleIn(checks, own.standing);
  own.standing = trouble ? disconnect(own.standing, trouble, tools.clock.now(), tools.policy) : goodStanding;
  await saveStanding(tools.db, own, own.standing, account.leaseToken);
  const fields = { authorityId: own.authorityId, accountId: own.accountId };
  if (!trouble) tools.log.info(fields, "an account works again; what was waiting goes out");
  return !trouble;
}
