import type { HealthCheck } from "../channels/channel.ts";
import { disconnect, goodStanding, isProbeDue, mayPublish, type Standing } from "./account.ts";
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

/** Why a disconnected account does not work (yet). A network that could not be asked leaves it as it was. */
function troubleIn(
  checks: HealthCheck[],
  { reason, detail }: Standing,
): { reason: string; detail: string } | undefined {
  const fault = checks.find((check) => check.state === "fault");
  if (fault) return { reason: fault.reason ?? "disconnected", detail: fault.detail };
  const isAnswered = checks.every((check) => check.name !== "page" || check.state === "ok");
  return isAnswered ? undefined : { reason: reason ?? "disconnected", detail: detail ?? "" };
}
