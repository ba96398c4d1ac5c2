import { randomUUID } from "node:crypto";
import type { KeptReply } from "./kept-reply.ts";
import { written } from "./reply.ts";

/** To whom a text goes, and how. */
export type Addressed = Pick<
  KeptReply,
  "authorityId" | "accountId" | "conversationId" | "id" | "kind" | "target" | "text"
>;

/** A text that we write by ourselves: it answers nothing of what people wrote, and bears no human tag. */
export function automaticReply(addressed: Addressed, now: Date): KeptReply {
  return {
    ...written(now),
    ...addressed,
    tag: null,
    writtenBy: null,
    isAutomatic: true,
    asksBack: false,
    answersUntil: null,
    ownId: randomUUID(),
    writtenAt: now,
  };
}
