import type { FastifyRequest } from "fastify";
import type { Authority } from "../../../authority/authority-store.ts";
import { countInbox } from "../../../conversing/inbox/inbox-store.ts";
import { isUuid, textsIn } from "../../form-fields.ts";
import { Problem } from "../../problem.ts";
import { type Handler, sendPage, type WebParts } from "../../web-parts.ts";
import { readerOf, viewOfAuthority } from "../view.ts";
import { conversationPage } from "./conversation-page.ts";
import type { ConversationView } from "./desk-conversation.ts";
import { readInboxEnd } from "./inbox-end.ts";
import { conversationOf } from "./inbox-fields.ts";
import { readInboxFilter } from "./inbox-filter.ts";
import { inboxPage } from "./inbox-page.ts";
import { askedOf, findAnswering, type InboxAsked } from "./inbox-view.ts";
import { readDeskConversation } from "./read-desk-conversation.ts";
import { readInbox } from "./read-inbox.ts";

/**
 * The Inbox: ?show= ?q= ?kind= ?authority= ?office= choose, ?page= turns the pages, ?end= says what a form came to.
 */
export function showInbox(parts: WebParts): Handler {
  return async (request, reply) => {
    const asked = askedOf(request, parts);
    const query = textsIn(request.query);
    const filter = readInboxFilter(query);
    const authorities = await findAnswering(parts, asked);
    if (filter.authority !== undefined && !authorities.some(({ id }) => id === filter.authority)) {
      throw new Problem(404, "no-such-page");
    }
    const me = asked.who.staff.id;
    const list = await readInbox(parts, authorities, filter, me);
    const ids = authorities.map(({ id }) => id);
    const waits = { states: ["new", "waiting-for-us"], isUnanswered: true } as const;
    const waiting = await countInbox(parts.database.db, ids, waits, parts.clock.now());
    return sendPage(reply, inboxPage(parts, asked, list, { waiting, end: readInboxEnd(query.end) }));
  };
}

/** One conversation beside the list of the same filter: ?suggestion= fills a suggested answer in, ?answer= says which message is answered. */
export function showConversation(parts: WebParts): Handler {
  return async (request, reply) => {
    const asked = askedOf(request, parts);
    const key = conversationOf(request);
    const me = asked.who.staff.id;
    const authorities = await findAnswering(parts, asked);
    const authority = authorities.find(({ id }) => id === key.authorityId);
    const conversation = authority && (await readDeskConversation(parts, key, { me, chosen: idIn(request) }));
    if (!authority || !conversation) throw new Problem(404, "no-such-page");
    const view = viewOf(parts, asked, authority, request);
    const filter = authorities.some(({ id }) => id === view.filter.authority)
      ? view.filter
      : { ...view.filter, authority: undefined };
    const list = await readInbox(parts, authorities, filter, me);
    return sendPage(reply, conversationPage(parts, { ...view, filter }, list, conversation));
  };
}

function viewOf(
  parts: WebParts,
  asked: InboxAsked,
  authority: Authority,
  request: FastifyRequest,
): ConversationView {
  const query = textsIn(request.query);
  return {
    ...viewOfAuthority(readerOf(parts, asked), authority),
    networks: parts.channels,
    back: { authority: undefined, lang: undefined },
    asked,
    filter: readInboxFilter(query),
    end: readInboxEnd(query.end),
    me: asked.who.staff.id,
    suggestion: query.suggestion,
    left: query.left !== undefined && /^\d{1,6}$/.test(query.left) ? Number(query.left) : undefined,
    chosen: idIn(request),
    publicUrl: parts.publicUrl,
  };
}

function idIn(request: FastifyRequest): string | undefined {
  const { answer } = textsIn(request.query);
  return answer !== undefined && isUuid(answer) ? answer : undefined;
}
