import type { Authority } from "../../../authority/authority-store.ts";
import type { MissingRight } from "../../../channels/connecting.ts";
import { type AccountHealth, allMissing, troublesIn } from "../../../connecting/account-health.ts";
import { notConnected } from "../../../publishing/account.ts";
import type { TodayAccount } from "../today.ts";

/** An account as its page tells it; without its secrets, which a page has no business with. */
export interface DeskAccount extends Omit<TodayAccount, "seen"> {
  externalId: string;
  connectedAt: Date | null;
  health: AccountHealth;
  healthAt: Date | null;
}

/** One authority's accounts, and the channels it has an app at: with these people can log in. */
export interface AccountsOfAuthority {
  authority: Authority;
  accounts: DeskAccount[];
  apps: string[];
}

/** How it stands, in the word that is shown; "waiting" = nobody has connected it yet. */
export type ShownState = TodayAccount["state"] | "waiting";

export function shownState({ state, reason }: Pick<TodayAccount, "state" | "reason">): ShownState {
  return state === "disconnected" && reason === notConnected ? "waiting" : state;
}

/** What people should see to besides how the account stands, which is told on its own. */
export function troublesOf({ health, reason, state }: DeskAccount) {
  const isTold = (one: string | undefined) => state === "disconnected" && one === reason;
  return troublesIn(health).filter((check) => !isTold(check.reason));
}

/** How much it needs somebody: what publishes nothing before what publishes and wants a look. */
export function urgencyOf(account: DeskAccount): 0 | 1 | 2 {
  if (account.state === "disconnected") return 2;
  return account.state !== "off" && troublesOf(account).length > 0 ? 1 : 0;
}

/** Missing rights once each, what publishing rests on first. */
export function missingOf({ health }: DeskAccount): MissingRight[] {
  const byName = new Map(allMissing(health).map((one) => [one.name, one]));
  return [...byName.values()].sort((a, b) => Number(b.isEssential) - Number(a.isEssential));
}
