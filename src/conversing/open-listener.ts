import { findOffices } from "../authority/office-store.ts";
import type { Conversing } from "../channels/conversing.ts";
import type { StoredSettings } from "../channels/registry.ts";
import { type AccountKey, findAccount } from "../publishing/account-store.ts";
import { type OpenAccount, openAccount } from "../publishing/open-account.ts";
import type { ConverseTools } from "./converse-tools.ts";
import type { Listener } from "./inbox/listener.ts";

/** An account open for calls, of a network on which people can be answered. */
export interface AnsweringAccount extends OpenAccount {
  conversing: Conversing<StoredSettings>;
  listener: Listener;
}

/** Undefined for an account that is gone, off, or of a network on which nobody can be answered. */
export async function openListener(
  tools: Pick<ConverseTools, "db" | "channels" | "vault">,
  key: AccountKey,
): Promise<AnsweringAccount | undefined> {
  const own = await findAccount(tools.db, key);
  if (!own || own.standing.state === "off") return undefined;
  const account = await openAccount(tools, own);
  const { authority, channel, remote } = account;
  const { conversing } = channel;
  if (!conversing) return undefined;
  const offices = await findOffices(tools.db, key.authorityId);
  const windows = await conversing.windowsOf(remote);
  const listener = { ...key, channel: own.channel, authority, offices, windows };
  return { ...account, conversing, listener };
}
