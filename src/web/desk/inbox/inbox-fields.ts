import type { FastifyReply, FastifyRequest } from "fastify";
import { answerWays } from "../../../conversing/replying/answer-way.ts";
import { isUuid, textsIn, textsOf } from "../../form-fields.ts";
import { Problem } from "../../problem.ts";
import type { WebParts } from "../../web-parts.ts";
import type { Draft, DraftKey } from "./draft-store.ts";
import type { InboxEnd } from "./inbox-end.ts";
import { conversationLink, readInboxFilter } from "./inbox-filter.ts";
import { askedOf } from "./inbox-view.ts";
import { typedText } from "./shown-text.ts";

/** What forms of the Inbox say, and where they lead back to. */

/** What an address names. @throws Problem where it can name none */
export function conversationOf(request: FastifyRequest): { authorityId: string; conversationId: string } {
  const { authority, conversation } = request.params as { authority: string; conversation: string };
  if (!isUuid(conversation)) throw new Problem(404, "no-such-page");
  return { authorityId: authority, conversationId: conversation };
}

export function keyOf(request: FastifyRequest, parts: WebParts): DraftKey {
  return { ...conversationOf(request), memberId: askedOf(request, parts).who.staff.id };
}

export function draftIn(request: FastifyRequest, parts: WebParts): Draft {
  const fields = textsOf(request);
  const way = answerWays.find((one) => one === fields.way) ?? null;
  const asksBack = fields["asks-back"] === "yes";
  return { text: typedText(fields.text), way, asksBack, savedAt: parts.clock.now() };
}

export function versionIn(value: string | undefined): number {
  return value !== undefined && /^\d{1,9}$/.test(value) ? Number(value) : 0;
}

/** Back to the conversation, with what the form came to; `part`: "#text", of the page. */
export function back(
  request: FastifyRequest,
  reply: FastifyReply,
  end: InboxEnd | undefined,
  more: Record<string, string | undefined> = {},
  part = "",
): FastifyReply {
  const { authorityId, conversationId: id } = conversationOf(request);
  const query = textsIn(request.query);
  const lang = query.lang === "it" || query.lang === "en" ? query.lang : undefined;
  const link = conversationLink({ authorityId, id }, readInboxFilter(query), lang, { end, ...more });
  return reply.redirect(`${link}${part}`, 303);
}
