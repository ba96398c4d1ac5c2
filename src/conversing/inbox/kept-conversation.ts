import type { ConversationKind, Decided } from "./conversation.ts";

/** A conversation as it is kept, but for what follows from its messages. */
export interface KeptConversation extends Decided {
  id: string;
  kind: ConversationKind;
  threadKey: string;
  personId: string | null;
  personName: string | null;
  /** The network's id of the post it is about. */
  postExternalId: string | null;
  publicationId: string | null;
  officeId: string | null;
  actedAt: Date | null;
  /** Another app that has the thread at the network. */
  heldByApp: string | null;
  heldAt: Date | null;
  blockedAt: Date | null;
  version: number;
}
