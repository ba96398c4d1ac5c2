import { type Vault, VaultError } from "../platform/vault.ts";

/**
 * What we leave in a browser beside its session, sealed, so that only we can have written it.
 *
 * A **ticket** says that a password was right and only the code is missing. The mark of a **known browser** says that
 * somebody signed in with it before; see tryLimits for what it is worth.
 */

export const ticketLastsMs = 5 * 60_000;

export function sealTicket(vault: Vault, memberId: string, now: Date): string {
  return seal(vault, `${memberId} ${now.getTime() + ticketLastsMs}`, "ticket");
}

/** Whose password was right; undefined for anything else, and when it is too long ago. */
export function openTicket(vault: Vault, ticket: string | undefined, now: Date): string | undefined {
  const [memberId, until] = open(vault, ticket, "ticket")?.split(" ") ?? [];
  return memberId !== undefined && now.getTime() < Number(until) ? memberId : undefined;
}

export function sealKnownBrowser(vault: Vault, memberId: string): string {
  return seal(vault, memberId, "known-browser");
}

/** Whether this browser is known to belong to this member. */
export function isKnownBrowser(vault: Vault, mark: string | undefined, memberId: string): boolean {
  return open(vault, mark, "known-browser") === memberId;
}

function seal(vault: Vault, text: string, what: string): string {
  return vault.seal(text, `staff:${what}`).toString("base64url");
}

function open(vault: Vault, sealed: string | undefined, what: string): string | undefined {
  if (sealed === undefined) return undefined;
  try {
    return vault.open(Buffer.from(sealed, "base64url"), `staff:${what}`);
  } catch (error) {
    if (error instanceof VaultError) return undefined;
    throw error;
  }
}
