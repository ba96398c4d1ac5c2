import type { WebParts } from "../web-parts.ts";
import type { FollowedAccount } from "./follow-store.ts";

/** An account as people follow it: on which network, by which address, under which name. */
export interface Following {
  network: string;
  name: string;
  address: string;
}

/** Where each network shows an account to everybody; a network that is not here is named without a link. */
const publicPages: Record<string, (externalId: string) => string> = {
  "facebook-page": (externalId) => `https://www.facebook.com/${encodeURIComponent(externalId)}`,
};

/** In a demonstration the accounts are invented, and a link to the real network would lead to strangers. */
export function followings(
  { channels, config }: Pick<WebParts, "channels" | "config">,
  accounts: readonly FollowedAccount[],
): Following[] {
  if (config.isDemo) return [];
  return accounts.flatMap(({ channel, externalId, name }) => {
    const network = channels[channel];
    const address = publicPages[channel]?.(externalId);
    return network && address ? [{ network: network.networkName, name, address }] : [];
  });
}
