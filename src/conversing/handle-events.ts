import { setTimeout as sleep } from "node:timers/promises";
import type { Transaction } from "kysely";
import { isConnectionError } from "../database/database.ts";
import type { Schema } from "../database/schema.ts";
import { isConflict } from "../database/transact-again.ts";
import { judgeMessages } from "../moderating/recognising/judge-messages.ts";
import type { AccountKey } from "../publishing/account-store.ts";
import { noteAttachments } from "./attachments/attachment-store.ts";
import type { ConverseTools } from "./converse-tools.ts";
import { eventsOfErased } from "./events-of-erased.ts";
import { firstPace, paceAfter } from "./handling-pace.ts";
import {
  findPublicationsOf,
  joinConversations,
  lockConversations,
  saveConversations,
} from "./inbox/conversation-store.ts";
import { type Ledger, openLedger } from "./inbox/ledger.ts";
import type { Listener } from "./inbox/listener.ts";
import type { HandledEvent } from "./inbox/message.ts";
import { findMessages, type KeptMessage, saveMessages } from "./inbox/message-store.ts";
import {
  dropEvents,
  findAccountsWithEvents,
  findRemovedPosts,
  markHandled,
  readPendingEvents,
  takeEventsOf,
} from "./inbox/pending-event-store.ts";
import { refreshConversations } from "./inbox/refresh-conversations.ts";
import { messageNamedBy } from "./inbox/thread.ts";
import { type AnsweringAccount, openListener } from "./open-listener.ts";
import { adoptReply } from "./replying/adopt-reply.ts";
import { giveNotices } from "./replying/give-notices.ts";
import { findSpokenOf } from "./replying/reply-store.ts";

/**
 * Makes conversations and messages of the events that are stored, each event exactly once, until none is left. Woken
 * after every take-in and by the sweep; several processes share the work, an account at a time. An event that cannot be
 * read is marked with its fault and holds up no other.
 */
export async function handleEvents(tools: ConverseTools): Promise<void> {
  for (const key of await findAccountsWithEvents(tools.db)) {
    try {
      await handleAccount(tools, key);
    } catch (error) {
      if (isConnectionError(error)) throw error;
      // One whose secrets do not open, or that others work on, keeps nobody else waiting.
      tools.log.error({ ...key, error: nameOf(error) }, "the events of an account could not be handled");
    }
  }
}

async function handleAccount(tools: ConverseTools, key: AccountKey): Promise<void> {
  const account = await openListener(tools, key);
  if (!account) return;
  let pace = firstPace;
  for (let isDone = false; !isDone && !tools.stopping.aborted && !tools.giveWay?.(); ) {
    const begunAt = performance.now();
    const events = await handleSome(tools, account, pace.events);
    isDone = events === undefined || events < pace.events;
    const done = { events: events ?? 0, ms: performance.now() - begunAt };
    // Networks wait seconds for an answer and then stop sending. After the last batch too: there are other accounts.
    pace = paceAfter(pace, done, tools.arriving?.() ?? 0);
    if (pace.pauseMs > 0) await sleep(pace.pauseMs);
  }
}

/** How many were taken; undefined when another process has them. */
async function handleSome(
  tools: ConverseTools,
  account: AnsweringAccount,
  most: number,
): Promise<number | undefined> {
  try {
    return await handleBatch(tools, account, most);
  } catch (error) {
    // Two that changed the same rows: nothing is wrong with the events, and the next sweep takes them up.
    if (isConnectionError(error) || isConflict(error)) throw error;
    tools.log.warn({ error: nameOf(error), ...accountOf(account) }, "events are handled one by one");
    await handleOne(tools, account);
    // As many as there may be: the others are still to be looked at.
    return most;
  }
}

function accountOf({ listener: { authorityId, accountId } }: AnsweringAccount) {
  return { authorityId, accountId };
}

/** The oldest alone: either it passes, or it is the one that kept the others. */
async function handleOne(tools: ConverseTools, account: AnsweringAccount): Promise<void> {
  const { listener } = account;
  try {
    await handleBatch(tools, account, 1);
  } catch (error) {
    if (isConnectionError(error) || isConflict(error)) throw error;
    await tools.db.transaction().execute(async (trx) => {
      if (!(await takeEventsOf(trx, listener))) return;
      const [event] = await readPendingEvents(trx, listener, 1);
      if (!event) return;
      await markHandled(trx, listener.authorityId, [event.id], tools.clock.now(), nameOf(error));
      tools.log.error({ eventId: event.id, error: nameOf(error) }, "an event could not be handled");
    });
  }
}

/** What the database says quotes what people wrote, so only its code is kept. */
function nameOf(error: unknown): string {
  const { code, name } = error as { code?: unknown; name?: unknown };
  return typeof code === "string" ? `SQLSTATE ${code}` : String(name ?? "error");
}

/** How many were taken; undefined when another process has them. */
async function handleBatch(
  tools: ConverseTools,
  account: AnsweringAccount,
  most: number,
): Promise<number | undefined> {
  const { listener } = account;
  return await tools.db.transaction().execute(async (trx) => {
    if (!(await takeEventsOf(trx, listener))) return undefined;
    const pending = await readPendingEvents(trx, listener, most);
    if (pending.length === 0) return 0;
    const erased = await eventsOfErased(tools, trx, listener, pending);
    await dropEvents(trx, listener.authorityId, [...erased]);
    const events = pending.filter(({ id }) => !erased.has(id));
    await enterAll(tools, trx, account, events);
    const ids = events.map(({ id }) => id);
    await markHandled(trx, listener.authorityId, ids, tools.clock.now());
    return pending.length;
  });
}

async function enterAll(
  tools: ConverseTools,
  trx: Transaction<Schema>,
  { listener, conversing }: AnsweringAccount,
  events: readonly HandledEvent[],
): Promise<void> {
  const now = tools.clock.now();
  const { ledger, messages: before } = await readLedger(trx, listener, events);
  for (const event of events) ledger.enter(event);
  await saveConversations(trx, listener, ledger.changedConversations(), now);
  const after = ledger.changedMessages();
  await saveMessages(trx, listener, after);
  await noteAttachments(trx, listener, after, now);
  await joinConversations(trx, listener.authorityId, ledger.joined());
  for (const { reply, externalId, at } of ledger.adopted()) await adoptReply(trx, reply, externalId, at);
  const inNeed = await judgeMessages(trx, {
    listener,
    conversations: ledger.conversations(),
    before,
    after,
    now,
  });
  const standings = await refreshConversations(trx, listener, ledger.touched(), { by: null, at: now });
  const charactersMax = conversing.textCharactersMax.message;
  const conversations = ledger.changedConversations();
  await giveNotices(tools, trx, { listener, events, conversations, standings, charactersMax, inNeed });
}

async function readLedger(
  trx: Transaction<Schema>,
  listener: Listener,
  events: readonly HandledEvent[],
): Promise<{ ledger: Ledger; messages: KeptMessage[] }> {
  const named = events.flatMap((event) => messageNamedBy(event) ?? []);
  const people = events.flatMap(({ reading }) =>
    [reading.person?.id ?? [], reading.recipientId ?? []].flat(),
  );
  const postIds = [...new Set(events.flatMap(({ reading }) => reading.postId ?? []))];
  const externalIds = named.flatMap(({ externalId, thread }) => [externalId, thread.key]);
  const messages = await findMessages(trx, listener, [...new Set(externalIds)]);
  const ownIds = events.flatMap(({ reading }) => reading.metadata ?? []);
  const isSpoken = events.some(({ reading }) => reading.person?.isPage);
  const replies = isSpoken ? await findSpokenOf(trx, listener, { ownIds, externalIds }) : [];
  const conversations = await lockConversations(trx, listener, {
    threads: [
      ...named.flatMap(({ externalId, thread }) => [thread, { kind: thread.kind, key: externalId }]),
      ...postIds.map((key) => ({ kind: "visitor-post" as const, key })),
      ...people.map((key) => ({ kind: "private" as const, key })),
    ],
    ids: [...messages, ...replies].map(({ conversationId }) => conversationId),
    postIds: named.flatMap(({ externalId, thread }) => (thread.kind === "visitor-post" ? [externalId] : [])),
  });
  const ledger = openLedger({
    conversations,
    messages,
    replies,
    publications: await findPublicationsOf(trx, listener, postIds),
    removedPosts: await findRemovedPosts(trx, listener, postIds),
  });
  return { ledger, messages };
}
