import type { ConversationKey } from "../../../conversing/inbox/conversation-store.ts";
import { suggestAnswers } from "../../../conversing/suggesting/suggest-answers.ts";
import { findRecognised } from "../../../moderating/recognising/find-recognised.ts";
import type { WebParts } from "../../web-parts.ts";
import type { Aids } from "./desk-conversation.ts";

/** Suggested answers for a conversation, and what its messages were recognised as. The one place where both are asked for. */
export async function readAids({ database: { db }, clock }: WebParts, key: ConversationKey): Promise<Aids> {
  return {
    suggestions: await suggestAnswers({ db, clock }, key),
    recognised: await findRecognised(db, key),
  };
}
