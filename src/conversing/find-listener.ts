import { findAuthority } from "../authority/authority-store.ts";
import { findOffices } from "../authority/office-store.ts";
import type { Conversing } from "../channels/conversing.ts";
import type { AnyChannel, StoredSettings } from "../channels/registry.ts";
import { type AccountKey, findAccount, type PublishingAccount } from "../publishing/account-store.ts";
import type { ConverseTools } from "./converse-tools.ts";
import type { Listener } from "./inbox/listener.ts";

/** An account of a network on which people can be answered, as far as it needs no secret. */
export interface FoundListener {
  own: PublishingAccount;
  channel: AnyChannel;
  conversing: Conversing<StoredSettings>;
  listener: Listener;
}

/**
 * Enough to read what was said and to work on it, whether or not anything can be sent. Undefined for an account that is
 * gone, off, or of a network on which nobody can be answered.
 */
export async function findListener(
  { db, channels }: Pick<ConverseTools, "db" | "channels">,
  key: AccountKey,
): Promise<FoundListener | undefined> {
  const own = await findAccount(db, key);
  if (!own || own.standing.state === "off") return undefined;
  const channel = channels[own.channel];
  const authority = await findAuthority(db, key.authorityId);
  if (!channel?.conversing || !authority) return undefined;
  const { conversing } = channel;
  const offices = await findOffices(db, key.authorityId);
  const windows = conversing.windowsOf({ ...own.app?.settings, ...own.settings });
  const { authorityId, accountId } = key;
  return {
    ...{ own, channel, conversing },
    listener: { authorityId, accountId, channel: own.channel, authority, offices, windows },
  };
}
