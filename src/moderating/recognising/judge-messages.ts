import { setImmediate as nextTurn } from "node:timers/promises";
import type { Transaction } from "kysely";
import { dataProtectionTerm } from "../../authority/calendar/legal-term.ts";
import { dateIn } from "../../authority/calendar/zoned-time.ts";
import type { KeptConversation } from "../../conversing/inbox/kept-conversation.ts";
import type { Listener } from "../../conversing/inbox/listener.ts";
import type { KeptMessage } from "../../conversing/inbox/message-store.ts";
import { textOf } from "../../conversing/inbox/version.ts";
import type { Schema } from "../../database/schema.ts";
import { rulesOf } from "../rule-store.ts";
import { triage } from "../triage.ts";
import { raiseAlerts } from "./alert-store.ts";
import { noteDataRequests } from "./data-request-store.ts";
import { ownHosts } from "./own-hosts.ts";
import { alertKinds } from "./recognised-kinds.ts";
import { toJudge } from "./to-judge.ts";
import {
  dropTriage,
  findPostTexts,
  findRecentTexts,
  type JudgedMessage,
  type RecentText,
  saveTriage,
} from "./triage-store.ts";

/** What a batch of events changed. `before`: the messages among them that were known; all of `after` are saved. */
export interface JudgedBatch {
  listener: Listener;
  conversations: readonly KeptConversation[];
  before: readonly KeptMessage[];
  after: readonly KeptMessage[];
  now: Date;
}

/**
 * Judges each text that people wrote once, in the transaction that takes it in: what triage says is kept, who must hear
 * of it at once is alerted, a request on personal data gets its term. The same words are not judged twice; changed ones
 * are judged anew. Whatever it costs does not grow with the number of messages but by triage itself. Gives the conversations
 * in which somebody has just written words of need.
 */
export async function judgeMessages(
  trx: Transaction<Schema>,
  batch: JudgedBatch,
): Promise<ReadonlySet<string>> {
  const { listener, now } = batch;
  const { judged, fallen } = toJudge(batch.before, batch.after);
  const key = { authorityId: listener.authorityId, accountId: listener.accountId };
  await dropTriage(
    trx,
    key,
    fallen.map(({ externalId }) => externalId),
    now,
  );
  if (judged.length === 0) return new Set();
  const conversations = new Map(batch.conversations.map((one) => [one.id, one]));
  const publicationIds = judged.flatMap((one) => conversations.get(one.conversationId)?.publicationId ?? []);
  const postTexts = await findPostTexts(trx, key, [...new Set(publicationIds)]);
  const recent = await findRecentTexts(trx, key, judged);
  const rules = await rulesOf(trx, listener.authorityId, now);
  const hosts = ownHosts(listener.authority.settings, listener.offices);
  const rows: JudgedMessage[] = [];
  for (const message of judged) {
    // Networks that wait for an answer come in between: a batch of long texts would keep all of them waiting.
    await nextTurn();
    const conversation = conversations.get(message.conversationId);
    const postText = postTexts.get(conversation?.publicationId ?? "");
    const verdict = triage(textOf(message) ?? "", {
      channel: conversation?.kind === "private" ? "message" : "comment",
      ...(postText !== undefined && { postText }),
      recentTexts: before(message, recent),
      hasPicture: message.attachments.length > 0,
      ownHosts: hosts,
      rules,
    });
    rows.push({ message, verdict });
  }
  const saved = await saveTriage(trx, key, rows, now);
  await followUp(trx, batch, rows, saved);
  const inNeed = rows.filter(({ verdict }) => alertKinds(verdict.suggestions).includes("distress"));
  return new Set(inNeed.map(({ message }) => message.conversationId));
}

/** Earlier texts of the same person, newest first: of a batch that holds several, only those before. */
const textsToCompare = 10;

function before(message: KeptMessage, recent: readonly RecentText[]): string[] {
  return recent
    .filter(
      ({ authorId, externalId, sentAt }) =>
        authorId === message.authorId &&
        externalId !== message.externalId &&
        (sentAt < message.sentAt ||
          (sentAt.getTime() === message.sentAt.getTime() && externalId < message.externalId)),
    )
    .slice(0, textsToCompare)
    .map(({ text }) => text);
}

async function followUp(
  trx: Transaction<Schema>,
  { listener, now }: JudgedBatch,
  rows: readonly JudgedMessage[],
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  const { authorityId, accountId } = listener;
  const found = rows.flatMap(({ message, verdict }) => {
    const messageId = ids.get(message.externalId);
    if (messageId === undefined) return [];
    const { conversationId } = message;
    return alertKinds(verdict.suggestions).map((kind) => ({ kind, messageId, conversationId, message }));
  });
  if (found.length === 0) return;
  await raiseAlerts(trx, { authorityId, accountId }, found, now);
  const requests = found.filter(({ kind }) => kind === "data-request");
  const { timeZone } = listener.authority.settings;
  const terms = requests.map(({ messageId, conversationId, message }) => {
    const receivedOn = dateIn(message.sentAt, timeZone);
    const { expiresOn } = dataProtectionTerm(receivedOn, false);
    return { messageId, conversationId, receivedOn, expiresOn };
  });
  await noteDataRequests(trx, authorityId, terms);
}
