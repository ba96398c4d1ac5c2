import type { FastifyRequest } from "fastify";
import type { Authority } from "../../../authority/authority-store.ts";
import type { MessageKey } from "../../../moderating/deciding/decided-message-store.ts";
import { decisionActions } from "../../../moderating/deciding/decision.ts";
import { findMembers } from "../../../staff/member-store.ts";
import { isUuid, textsIn } from "../../form-fields.ts";
import { Problem } from "../../problem.ts";
import { type Handler, sendPage, type WebParts } from "../../web-parts.ts";
import { askedOf } from "../inbox/inbox-view.ts";
import { readerOf, viewOfAuthority } from "../view.ts";
import { readModerationFilter } from "./moderation-filter.ts";
import { findModerating, type ModerationAsked, type ModerationView } from "./moderation-view.ts";
import { emptyPage, queuePage } from "./queue-page.ts";
import { filledFor } from "./queued-comment.ts";
import { queuedPage } from "./queued-page.ts";
import { readModeration, readModerationCounts } from "./read-moderation.ts";
import { readQueued } from "./read-queued.ts";
import { tellEnd } from "./tell-end.ts";

/** The queue of one authority: ?authority= ?suggested= ?rule= choose, ?page= turns the pages, ?end= says what was done. */
export function showModeration(parts: WebParts): Handler {
  return async (request, reply) => {
    const asked = askedOf(request, parts);
    const query = textsIn(request.query);
    const filter = readModerationFilter(query);
    const authorities = await findModerating(parts, asked);
    const counts = await readModerationCounts(
      parts,
      authorities.map(({ id }) => id),
    );
    const authority = chosenOf(authorities, filter.authority, counts.queue);
    if (!authority) {
      if (filter.authority !== undefined) throw new Problem(404, "no-such-page");
      return sendPage(reply, emptyPage(asked));
    }
    const view = await viewOf(parts, asked, authority);
    const queue = await readModeration(parts, authority, filter);
    const said = tellEnd(query, asked.language);
    return sendPage(reply, queuePage(queue, { ...view, filter, authorities, counts, said }));
  };
}

/** The one that is asked for; else the first in which something waits. */
function chosenOf(
  authorities: readonly Authority[],
  wanted: string | undefined,
  counts: ReadonlyMap<string, number>,
): Authority | undefined {
  if (wanted !== undefined) return authorities.find(({ id }) => id === wanted);
  return authorities.find(({ id }) => (counts.get(id) ?? 0) > 0) ?? authorities[0];
}

/** One comment: ?act= fills the form in for an action. */
export function showQueued(parts: WebParts): Handler {
  return async (request, reply) => {
    const asked = askedOf(request, parts);
    const key = messageOf(request);
    const query = textsIn(request.query);
    const filter = readModerationFilter(query);
    const authority = await authorityOf(parts, asked, key);
    const comment = await readQueued(parts, key, filter, asked.who.staff.id);
    if (!comment) throw new Problem(404, "no-such-page");
    const view = await viewOf(parts, asked, authority);
    const act = decisionActions.find((action) => action === query.act);
    const filled = filledFor(comment, act, view);
    const said = tellEnd(query, asked.language);
    return sendPage(
      reply,
      queuedPage(comment, { ...view, filter, filled, said, troubles: [], wrong: undefined }),
    );
  };
}

/** What an address names. @throws Problem where it can name none */
export function messageOf(request: FastifyRequest): MessageKey {
  const { authority, message } = request.params as { authority: string; message: string };
  if (!isUuid(message)) throw new Problem(404, "no-such-page");
  return { authorityId: authority, messageId: message };
}

export async function authorityOf(
  parts: WebParts,
  asked: ModerationAsked,
  { authorityId }: { authorityId: string },
): Promise<Authority> {
  const authority = (await findModerating(parts, asked)).find(({ id }) => id === authorityId);
  if (!authority) throw new Problem(404, "no-such-page");
  return authority;
}

export async function viewOf(
  parts: WebParts,
  asked: ModerationAsked,
  authority: Authority,
): Promise<ModerationView> {
  const members = await findMembers(parts.database.db, [authority.id]);
  return {
    ...viewOfAuthority(readerOf(parts, asked), authority),
    asked,
    names: new Map(members.map(({ id, name }) => [id, name])),
  };
}
