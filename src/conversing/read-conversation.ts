import type { ConverseTools } from "./converse-tools.ts";
import type { ConversationKey } from "./inbox/conversation-store.ts";
import { findTalk, type Talk } from "./inbox/talk-store.ts";
import { openListener } from "./open-listener.ts";
import type { AnswerWay, WayVerdict } from "./replying/answer-way.ts";
import { findAnswered, findAnsweredMessage } from "./replying/answering-store.ts";
import { waysNow } from "./replying/ways-now.ts";

/** A conversation as whoever answers it needs it. */
export interface ReadConversation extends Talk {
  /** To be given back with whatever is done, so that nobody overtakes somebody. */
  version: number;
  /** How its newest message can be answered now; undefined while the account is off. */
  ways: Record<AnswerWay, WayVerdict> | undefined;
  textCharactersMax: { comment: number; message: number } | undefined;
}

/** Everything of one conversation, in the order in which it was said; undefined where there is none. */
export async function readConversation(
  tools: ConverseTools,
  key: ConversationKey,
): Promise<ReadConversation | undefined> {
  const conversation = await findAnswered(tools.db, key);
  if (!conversation) return undefined;
  const { authorityId } = key;
  const account = await openListener(tools, { authorityId, accountId: conversation.accountId });
  const answered = await findAnsweredMessage(tools.db, key);
  const how = { isAutomatic: false, now: tools.clock.now() };
  return {
    ...(await findTalk(tools.db, key)),
    version: conversation.version,
    ways: account && (await waysNow(tools.db, account.listener, conversation, answered, how)),
    textCharactersMax: account?.conversing.textCharactersMax,
  };
}
