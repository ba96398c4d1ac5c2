import type { ConverseTools } from "./converse-tools.ts";
import { type FoundListener, findListener } from "./find-listener.ts";
import type { ConversationKey } from "./inbox/conversation-store.ts";
import { findTalk, type Talk } from "./inbox/talk-store.ts";
import { openRemote, type Shut } from "./open-remote.ts";
import type { AnswerWay, WayVerdict } from "./replying/answer-way.ts";
import { findAnswered, findAnsweredMessage } from "./replying/answering-store.ts";
import { waysNow } from "./replying/ways-now.ts";

/** A conversation as whoever answers it needs it. */
export interface ReadConversation extends Talk {
  /** To be given back with whatever is done, so that nobody overtakes somebody. */
  version: number;
  /** What `ways` speak of, as messages are named here: the chosen one, else the newest; undefined where none is left. */
  answering: string | undefined;
  /** How that message can be answered now; undefined while nothing can be sent at all. */
  ways: Record<AnswerWay, WayVerdict> | undefined;
  /** Why nothing can be sent. */
  shut: "off" | Shut | undefined;
  textCharactersMax: { comment: number; message: number } | undefined;
}

/**
 * Everything of one conversation, in the order in which it was said; undefined where there is none. `chosen`: the message
 * that is to be answered; one that is not there, or was removed, counts as none.
 */
export async function readConversation(
  tools: ConverseTools,
  key: ConversationKey,
  chosen?: string,
): Promise<ReadConversation | undefined> {
  const conversation = await findAnswered(tools.db, key);
  if (!conversation) return undefined;
  const { authorityId } = key;
  const account = await findListener(tools, { authorityId, accountId: conversation.accountId });
  const shut = whyShut(tools, account);
  const talk = await findTalk(tools.db, key);
  const found = talk.messages.find(({ id }) => id === chosen);
  const wanted = found?.direction === "in" && found.removed_at === null ? found.external_id : undefined;
  const answered = await findAnsweredMessage(tools.db, key, wanted);
  const how = { isAutomatic: false, now: tools.clock.now() };
  return {
    ...talk,
    answering: talk.messages.find(({ external_id }) => external_id === answered?.externalId)?.id,
    version: conversation.version,
    shut,
    ways:
      account && !shut ? await waysNow(tools.db, account.listener, conversation, answered, how) : undefined,
    textCharactersMax: account?.conversing.textCharactersMax,
  };
}

function whyShut({ vault }: Pick<ConverseTools, "vault">, found: FoundListener | undefined) {
  if (!found) return "off";
  const opened = openRemote(vault, found);
  return opened.kind === "shut" ? opened.why : undefined;
}
