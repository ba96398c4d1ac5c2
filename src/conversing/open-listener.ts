import type { Account } from "../channels/channel.ts";
import type { StoredSettings } from "../channels/registry.ts";
import type { AccountKey } from "../publishing/account-store.ts";
import type { ConverseTools } from "./converse-tools.ts";
import { type FoundListener, findListener } from "./find-listener.ts";
import { openRemote } from "./open-remote.ts";

/** An account open for calls, of a network on which people can be answered. */
export interface AnsweringAccount extends FoundListener {
  /** With its secrets: not to be logged nor kept. */
  remote: Account<StoredSettings>;
}

/**
 * Undefined for an account through which nothing can be sent: gone, off, of a network on which nobody can be answered,
 * not connected, or with secrets that do not open. What waits for it stays in its rows; its health says what to do.
 */
export async function openListener(
  tools: Pick<ConverseTools, "db" | "channels" | "vault">,
  key: AccountKey,
): Promise<AnsweringAccount | undefined> {
  const found = await findListener(tools, key);
  if (!found) return undefined;
  const opened = openRemote(tools.vault, found);
  return opened.kind === "open" ? { ...found, remote: opened.remote } : undefined;
}
