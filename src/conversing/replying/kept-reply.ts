import type { MessageTag } from "../../channels/conversing.ts";
import type { ConversationKind } from "../inbox/conversation.ts";
import type { AnswerWay } from "./answer-way.ts";
import type { Reply } from "./reply.ts";

export type ReplyKind = "comment" | "private-reply" | "message";

/** A reply as it is kept. */
export interface KeptReply extends Reply {
  authorityId: string;
  accountId: string;
  conversationId: string;
  id: string;
  kind: ReplyKind;
  /** The network's id of the comment or post that is answered, or of the person. */
  target: string;
  text: string;
  tag: MessageTag | null;
  /** Who of us; null where it wrote itself. */
  writtenBy: string | null;
  isAutomatic: boolean;
  /** It asks something, so that afterwards we wait for them. */
  asksBack: boolean;
  /** What was written up to then it answers. */
  answersUntil: Date | null;
  ownId: string;
  writtenAt: Date;
}

/** By which kind of call each way is gone. */
export const kindOfWay: Record<AnswerWay, ReplyKind> = {
  public: "comment",
  "private-reply": "private-reply",
  message: "message",
};

export function wayOfKind(kind: ReplyKind): AnswerWay {
  return kind === "comment" ? "public" : kind;
}

/** Whether what is answered is the visitor's post itself, which networks name otherwise than a comment. */
export function isPostOf(
  conversation: { kind: ConversationKind; threadKey: string },
  { target }: Pick<KeptReply, "target">,
): boolean {
  return conversation.kind === "visitor-post" && conversation.threadKey === target;
}
