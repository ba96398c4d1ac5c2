import { randomUUID } from "node:crypto";
import type { Picture } from "../channels/channel.ts";
import type { LinePublication } from "./line-store.ts";
import { shortLink } from "./marker.ts";
import type { ClaimedPublication, ReadyAccount } from "./open-account.ts";
import { type ComposedPost, composePost } from "./post.ts";
import { claim } from "./publication.ts";
import type { Claim } from "./publication-store.ts";
import type { PublishTools } from "./publish-tools.ts";

/** A claim that is not committed yet, and what it will allow to send. */
export interface ComposedClaim {
  claim: Claim;
  claimed: Omit<ClaimedPublication, "claimedAt" | "claimedAtMs">;
}

/** What a claim writes, and what it allows to send; nothing is written yet. */
export function composeClaim(
  tools: Pick<PublishTools, "publicUrl">,
  account: ReadyAccount,
  publication: LinePublication,
  now: Date,
  pictures: readonly Picture[] = [],
): ComposedClaim {
  const attemptId = randomUUID();
  const post = postOf(tools, account, publication);
  const after = claim(publication, attemptId, now);
  const { leaseToken } = account;
  return {
    claim: { before: publication, after, post: { text: post.text, link: post.link }, leaseToken, now },
    claimed: {
      publication: { ...publication, ...after },
      attemptId,
      post: { ...post, format: publication.format, pictures },
    },
  };
}

/** The words of a publication's post: made from the item as it is now. */
export function postOf(
  { publicUrl }: Pick<PublishTools, "publicUrl">,
  { authority, channel }: Pick<ReadyAccount, "authority" | "channel">,
  { item, marker }: Pick<LinePublication, "item" | "marker">,
): ComposedPost {
  const style = { ...authority.settings, authorityName: authority.name };
  return composePost(item, style, { link: shortLink(publicUrl, marker), marker }, channel.limits);
}
