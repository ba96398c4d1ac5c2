import { personFingerprint } from "../../conversing/person-fingerprint.ts";
import type { ModerateTools } from "../moderate-tools.ts";
import type { DecidedMessage } from "./decided-message-store.ts";
import type { Subject } from "./enter-decision.ts";
import { hashOfEvidence } from "./kept-evidence.ts";

/** The same for the same person, of use to nobody without our key; null where the network does not tell who wrote. */
export function personHashOf(
  { vault }: Pick<ModerateTools, "vault">,
  { authorityId, channel, authorId }: DecidedMessage,
): Buffer | null {
  return authorId === null ? null : personFingerprint(vault, { authorityId, channel }, authorId);
}

/** What a person's sealed id is bound to. */
export function sealedFor(authorityId: string): string {
  return `decision-person:${authorityId}`;
}

/** What is decided about, with its evidence. */
export function subjectOf(
  { vault }: ModerateTools,
  message: DecidedMessage,
  personHash: Buffer | null,
  rule: Subject["rule"],
): Subject {
  const { authorityId, accountId, channel, messageId, externalId: target, kind, authorId } = message;
  const evidence = {
    channel,
    accountId,
    messageId: target,
    postId: message.postExternalId,
    personHash: personHash?.toString("hex") ?? null,
    sentAt: message.sentAt.toISOString(),
    receivedAt: message.receivedAt.toISOString(),
    text: message.text,
    attachments: message.attachments.map(({ type }) => type),
  };
  return {
    authorityId,
    accountId,
    channel,
    messageId,
    target,
    isPrivate: kind === "private",
    rule: rule && { number: rule.number, version: rule.version, topic: rule.topic },
    seenAt: message.receivedAt,
    evidence,
    evidenceHash: hashOfEvidence(evidence),
    personHash,
    personSealed: authorId === null ? null : vault.seal(authorId, sealedFor(authorityId)),
  };
}
