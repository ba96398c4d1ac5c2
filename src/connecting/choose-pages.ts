import type { Transaction } from "kysely";
import { lockApplying } from "../authority/apply-authority-store.ts";
import type { ConnectablePage } from "../channels/connecting.ts";
import type { AnyChannel } from "../channels/registry.ts";
import type { Schema } from "../database/schema.ts";
import type { AccountKey } from "../publishing/account-store.ts";
import { checkAccountHealth } from "./check-account-health.ts";
import type { ConnectTools } from "./connect-tools.ts";
import { addAccount, connectAccount, findPageOwners, type PageOwner } from "./connected-account-store.ts";
import type { ConnectingReason } from "./explain.ts";
import { endChoice, findChoice, type LoginKey, type OpenChoice } from "./login-store.ts";

export type ChosenPages =
  | { kind: "connected"; accounts: AccountKey[] }
  | {
      kind: "refused";
      reason: Extract<ConnectingReason, "choice-over" | "none-chosen" | "page-taken" | "essential-missing">;
    };

/**
 * Makes accounts of the Pages people chose: an account that waits for its Page, or has lost it, is filled; for a Page
 * nobody has, there is a new one. All of them or none. What waited on their lines goes out; then each is looked over
 * and the network is asked to tell us what happens there.
 */
export async function choosePages(
  tools: ConnectTools,
  key: LoginKey,
  externalIds: readonly string[],
): Promise<ChosenPages> {
  const choice = await findChoice(tools.db, tools.vault, key, tools.clock.now());
  const channel = choice && tools.channels[choice.channel];
  if (!choice || !channel) return { kind: "refused", reason: "choice-over" };
  const pages = choice.pages.filter((page) => externalIds.includes(page.externalId));
  const chosen = await tools.db.transaction().execute(async (trx): Promise<ChosenPages> => {
    // Who applies a file at this moment judges Pages by what is there, as we do.
    await lockApplying(trx);
    const owners = await findPageOwners(trx, channel.kind, externalIds);
    const reason = refusalOf(choice, pages, owners);
    if (reason) return { kind: "refused", reason };
    if (!(await endChoice(trx, key))) return { kind: "refused", reason: "choice-over" };
    return { kind: "connected", accounts: await connectAll(trx, tools, channel, choice, pages, owners) };
  });
  if (chosen.kind === "connected") await lookOver(tools, chosen.accounts);
  return chosen;
}

function refusalOf(
  { authorityId }: OpenChoice,
  pages: readonly ConnectablePage[],
  owners: readonly PageOwner[],
): Extract<ChosenPages, { kind: "refused" }>["reason"] | undefined {
  if (pages.length === 0) return "none-chosen";
  if (owners.some((owner) => owner.authorityId !== authorityId)) return "page-taken";
  return pages.some(lacksEssential) ? "essential-missing" : undefined;
}

/** Whether nothing could be published on a Page with what was given. */
export function lacksEssential({ missing }: Pick<ConnectablePage, "missing">): boolean {
  return missing.some(({ isEssential }) => isEssential);
}

async function connectAll(
  trx: Transaction<Schema>,
  tools: ConnectTools,
  channel: AnyChannel,
  { authorityId, personId }: OpenChoice,
  pages: readonly ConnectablePage[],
  owners: readonly PageOwner[],
): Promise<AccountKey[]> {
  const now = tools.clock.now();
  const connected: AccountKey[] = [];
  for (const page of pages) {
    const connection = { authorityId, page, personId, now };
    const owner = owners.find((one) => one.externalId === page.externalId);
    if (owner) await connectAccount(trx, tools.vault, channel, owner.accountId, connection);
    const accountId = owner?.accountId ?? (await addAccount(trx, tools.vault, channel, connection));
    await tools.queue.add(trx, "advance-account", { authorityId, accountId });
    tools.log.info({ authorityId, accountId }, "an account was connected");
    connected.push({ authorityId, accountId });
  }
  return connected;
}

/** Connected they are: what goes wrong in looking is made good by the next hourly look. */
async function lookOver(tools: ConnectTools, accounts: readonly AccountKey[]): Promise<void> {
  const looks = accounts.map(async (account) => {
    try {
      await checkAccountHealth(tools, account);
    } catch (error) {
      const name = error instanceof Error ? error.name : "";
      tools.log.warn(
        { ...account, error: name },
        "an account could not be looked over; the next look tries again",
      );
    }
  });
  await Promise.all(looks);
}
