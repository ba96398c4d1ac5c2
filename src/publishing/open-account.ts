import { type Authority, findAuthority } from "../authority/authority-store.ts";
import type { Account, Post } from "../channels/channel.ts";
import type { AnyChannel, StoredSettings } from "../channels/registry.ts";
import { forChannel, type PublishingAccount } from "./account-store.ts";
import type { LinePublication } from "./line-store.ts";
import type { PublishTools } from "./publish-tools.ts";

/** An account made ready for calls; `remote` holds opened secrets and lives no longer than one pass. */
export interface OpenAccount {
  own: PublishingAccount;
  authority: Authority;
  channel: AnyChannel;
  remote: Account<StoredSettings>;
}

/** One whose line is ours: what it says about itself may be committed while the lease lives. */
export interface ReadyAccount extends OpenAccount {
  leaseToken: string;
}

/** A publication whose claim is committed: it may be sent, once. */
export interface ClaimedPublication {
  publication: LinePublication;
  attemptId: string;
  post: Post;
  claimedAt: Date;
  /** The same moment on the clock of performance.now(). */
  claimedAtMs: number;
}

/** Opens an account's secrets and finds its channel and authority; throws where one of them is not to be had. */
export async function openAccount(
  { db, channels, vault }: Pick<PublishTools, "db" | "channels" | "vault">,
  own: PublishingAccount,
): Promise<OpenAccount> {
  const channel = channels[own.channel];
  if (!channel)
    throw new Error(`account ${own.authorityId}/${own.accountId}: unknown channel ${own.channel}`);
  const authority = await findAuthority(db, own.authorityId);
  if (!authority) {
    throw new Error(`account ${own.accountId} belongs to an unknown authority: ${own.authorityId}`);
  }
  return { own, authority, channel, remote: forChannel(own, vault) };
}
