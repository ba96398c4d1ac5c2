import type { Account } from "../channels/channel.ts";
import type { StoredSettings } from "../channels/registry.ts";
import { type Vault, VaultError } from "../platform/vault.ts";
import { forChannel } from "../publishing/account-store.ts";
import type { FoundListener } from "./find-listener.ts";

/** Why nothing can be sent through an account that is on: nobody has connected it, or its secrets do not open here. */
export type Shut = "not-connected" | "sealed";

export type OpenedRemote = { kind: "open"; remote: Account<StoredSettings> } | { kind: "shut"; why: Shut };

/** Opens the secrets that calls to the network need. `remote` must not be logged nor kept. */
export function openRemote(
  vault: Vault,
  { own, conversing }: Pick<FoundListener, "own" | "conversing">,
): OpenedRemote {
  try {
    const remote = forChannel(own, vault);
    return conversing.isConnected(remote.settings)
      ? { kind: "open", remote }
      : { kind: "shut", why: "not-connected" };
  } catch (error) {
    if (error instanceof VaultError) return { kind: "shut", why: "sealed" };
    throw error;
  }
}
