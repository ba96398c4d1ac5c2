import type { AppKey } from "../connecting/network-app-store.ts";
import type { Vault } from "../platform/vault.ts";

/** What is kept of a person whose id must not be: the same for the same person, of use to nobody without our key. */
export function personFingerprint(vault: Vault, { authorityId, channel }: AppKey, personId: string): Buffer {
  return vault.fingerprint(personId, `person:${authorityId}/${channel}`);
}
