import type { Answered } from "../../channels/conversing.ts";
import { disconnect } from "../../publishing/account.ts";
import { saveStandingIfUnchanged } from "../../publishing/account-store.ts";
import { backoffMs } from "../../publishing/policy.ts";
import type { ConverseTools } from "../converse-tools.ts";
import type { AnsweringAccount } from "../open-listener.ts";
import { countAnsweringFailures, saveAnsweringRest } from "./answering-store.ts";

/** What a call to the network says about everything that is answered through the account. */
export type AccountTrouble =
  | { kind: "none" }
  /** Its limits are reached, or it cannot be reached at all. */
  | { kind: "rest"; reason: string; detail: string; notBefore?: Date }
  | { kind: "reconnect"; reason: string; detail: string };

export function troubleOf(answered: Answered): AccountTrouble | undefined {
  switch (answered.kind) {
    case "sent":
      return { kind: "none" };
    case "retry":
      return answered.scope === "account" ? { ...answered, kind: "rest" } : undefined;
    case "reconnect":
      return answered;
    case "refused":
    case "unknown":
      return undefined;
  }
}

/**
 * Answers rest by themselves, apart from posts, since the network counts the two apart; a connection that has ended ends
 * for both. True when nothing more should leave now.
 */
export async function restAnswering(
  tools: ConverseTools,
  account: AnsweringAccount,
  trouble: AccountTrouble | undefined,
): Promise<boolean> {
  if (!trouble) return false;
  const now = tools.clock.now();
  const failures = await countAnsweringFailures(tools.db, account.listener);
  switch (trouble.kind) {
    case "none":
      if (failures > 0) await saveAnsweringRest(tools.db, account.listener, null);
      return false;
    case "rest": {
      const pause = new Date(now.getTime() + backoffMs(failures, tools.policy, tools.chance()));
      const until = trouble.notBefore && trouble.notBefore > now ? trouble.notBefore : pause;
      const { reason, detail } = trouble;
      await saveAnsweringRest(tools.db, account.listener, { until, reason, detail, failures: failures + 1 });
      return true;
    }
    case "reconnect": {
      const standing = disconnect(account.own.standing, trouble, now, tools.policy);
      await saveStandingIfUnchanged(tools.db, account.own, standing);
      return true;
    }
  }
}
